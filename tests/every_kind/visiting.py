"""One visit to a page in a fresh browser context, and what is seen there."""

import http.client
from collections.abc import Callable
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest

from tests.volume.kinds import Kind

SCRIPTS = [Path(axe_playwright_python.__file__).parent / "axe.min.js", Path(__file__).parent / "looking.js"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Off by themselves: 7:1 for text (WCAG 2.2, 1.4.6) and targets of 24 px (2.5.8).
RULES = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
# 1280 px at 400 % (WCAG 2.2, 1.4.10).
ZOOMED = {"width": 320, "height": 256}


@dataclass
class Visit:
    """What was seen of one page: lists of findings, empty where all is well, and what was asked of the server."""

    kind: Kind
    status: int = 0
    violations: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    small_targets: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    loaded: list[tuple[str, str, int]] = field(default_factory=list)

    def weight(self, *types: str) -> int:
        """Bytes over the wire of the resources of these types (`document`, `stylesheet`, `font`, …)."""
        return sum(size for type_, _, size in self.loaded if type_ in types)

    def watch(self, page) -> None:
        page.on("requestfinished", self._note)
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request):
        if request.url.startswith("http"):
            self.loaded.append((request.resource_type, request.url, request.sizes()["responseBodySize"]))


@contextmanager
def opened(browser, address: str, *, width: int = 1280, visit: Visit | None = None, **options):
    """A page of a new context at this address, fonts and pictures loaded."""
    with browser.new_context(viewport={"width": width, "height": 900}, **options) as context:
        page = context.new_page()
        if visit:
            visit.watch(page)
        answer = page.goto(address, wait_until="load")
        if visit:
            visit.status = answer.status
        page.evaluate("document.fonts.ready.then(() => null)")
        yield page


def fetch(address: str, **headers: str) -> http.client.HTTPResponse:
    """The answer to a plain request, with its `body` read."""
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=30)) as connection:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        return answer


def see(browser, address: str, kind: Kind, *, width: int, scheme: str) -> Visit:
    """Visits a page and looks for everything that can be seen at this width in this scheme."""
    visit = Visit(kind)
    options = {"color_scheme": scheme, "reduced_motion": "reduce"}
    with opened(browser, address, width=width, visit=visit, **options) as page:
        if kind.markup == "html":
            for script in SCRIPTS:
                page.evaluate(script.read_text(encoding="utf-8"))
            visit.violations = page.evaluate("looking.violations", [TAGS, RULES])
            visit.moving = page.evaluate("looking.moving()")
            page.set_viewport_size(ZOOMED)
            visit.small_targets = page.evaluate("looking.smallTargets()")
            visit.too_wide = page.evaluate("looking.tooWide()")
    return visit


def expect_none(visits: list[Visit], what: str | Callable[[Visit], list]) -> None:
    """Fails where a visit has such findings (a field of `Visit` or a function that gives a list), naming them all."""
    look = what if callable(what) else lambda visit: getattr(visit, what)
    lines = [f"{visit.kind.name}: {finding}" for visit in visits for finding in look(visit)]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)
