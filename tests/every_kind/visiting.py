"""One visit to a page in a fresh browser context, and what is seen there."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
import pytest

from tests.volume.kinds import Kind

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Not among those tags, or off by itself: 7:1 for text (WCAG 2.2, 1.4.6) and targets of 24 px (2.5.8).
RULES = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
RUN_AXE = """async ([tags, rules]) => (await axe.run({runOnly: {type: "tag", values: tags}, rules})).violations
    .map(found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).slice(0, 4).join(", ")}`)"""
# 1280 px at 400 % (WCAG 2.2, 1.4.10).
ZOOMED = {"width": 320, "height": 256}

TOO_WIDE = """() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(item => item.getBoundingClientRect().right > innerWidth + 1);
    return [`${over} px`, ...wide.slice(0, 3).map(item => `${item.tagName}.${item.className?.baseVal ?? item.className}`)];
}"""  # noqa: E501
# A link within a sentence is as high as its line (the exception of 2.5.8).
SMALL_TARGETS = """() => [...document.querySelectorAll("a:not(.skip), button, input:not([type=hidden]), textarea, summary")]
    .filter(item => item.checkVisibility() && item.tabIndex >= 0)
    .filter(item => !(getComputedStyle(item).display === "inline"
        && [...item.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim())))
    .filter(item => { const box = item.getBoundingClientRect(); return Math.min(box.width, box.height) < 24; })
    .map(item => `${item.outerHTML.slice(0, 90)} ${Math.round(item.getBoundingClientRect().height)} px`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter(item => {
        const style = getComputedStyle(item);
        return style.animationName !== "none" || style.scrollBehavior === "smooth"
            || style.transitionDuration.split(",").some(time => parseFloat(time) > 0.01);
    }).map(item => `${item.tagName}.${item.className?.baseVal ?? item.className}`)"""


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


def see(browser, address: str, kind: Kind, *, width: int, scheme: str) -> Visit:
    """Visits a page and looks for everything that can be seen at this width in this scheme."""
    visit = Visit(kind)
    options = {"color_scheme": scheme, "reduced_motion": "reduce"}
    with opened(browser, address, width=width, visit=visit, **options) as page:
        if kind.markup == "html":
            page.evaluate(AXE.read_text(encoding="utf-8"))
            visit.violations = page.evaluate(RUN_AXE, [TAGS, RULES])
            visit.moving = page.evaluate(MOVING)
            page.set_viewport_size(ZOOMED)
            visit.small_targets = page.evaluate(SMALL_TARGETS)
        visit.too_wide = page.evaluate(TOO_WIDE) if kind.markup == "html" else []
    return visit


def expect_none(visits: list[Visit], what: str | Callable[[Visit], list]) -> None:
    """Fails where a visit has such findings (a field of `Visit` or a function that gives a list), naming them all."""
    look = what if callable(what) else lambda visit: getattr(visit, what)
    lines = [f"{visit.kind.name}: {finding}" for visit in visits for finding in look(visit)]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)
