"""Pictures of every kind of page, and sheets of them to look at: `python -m tests.tools.contact_sheets [NAME…]`.

Serves the volume site in a folder that is thrown away and writes `var/look/`: a PNG of each page in each way of
looking, sheets at a size at which they can be read, and `index.html`. With names: the kinds that begin like one.
"""

import base64
import html
import os
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

from tests.tools.printing import pages_of_pdf
from tests.tools.sheets import write_sheets

FOLDER = Path(__file__).resolve().parents[2] / "var" / "look"
# Pixels; what is cut off of a longer page is said on the sheet.
HIGHEST = 6_000
EVERYTHING_LOADED = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // As a visitor does: a picture that no longer waits may be another file than the one for its width.
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await frame();
        await frame();
    }
    const shown = [...document.images].filter(image => image.checkVisibility());
    for (const image of shown) while (!image.complete) await frame();
    await Promise.all(shown.map(image => image.decode().catch(() => null)));
    scrollTo(0, 0);
    await document.fonts.ready;
}"""
WITHOUT_STYLE = "document.querySelectorAll('[rel=stylesheet]').forEach(sheet => sheet.remove())"


@dataclass(frozen=True)
class Look:
    """A way of looking: the options of a browser context, and how much smaller pages stand on a sheet."""

    name: str
    width: int
    scale: float
    options: dict = field(default_factory=dict, hash=False)
    prepare: str = ""


LOOKS = [
    *(
        Look(f"{width}-{scheme}", width, scale, {"color_scheme": scheme})
        for width, scale in ((390, 1), (768, 0.62), (1280, 0.5))
        for scheme in ("light", "dark")
    ),
    Look("forced-light", 1280, 0.5, {"color_scheme": "light", "forced_colors": "active"}),
    Look("forced-dark", 1280, 0.5, {"color_scheme": "dark", "forced_colors": "active"}),
    Look("zoomed-400", 320, 1, {"color_scheme": "light"}),
    Look("unstyled", 768, 0.5, prepare=WITHOUT_STYLE),
]


class Photographer:
    """Takes pictures with one browser and keeps them in a folder of their own for each way of looking."""

    def __init__(self, browser, address_of, folder):
        self.browser, self.address_of, self.folder = browser, address_of, folder

    def take(self, kinds, look) -> list[tuple[str, Path]]:
        """A picture of each kind; returns them with the text that stands above them."""
        with self.browser.new_context(
            viewport={"width": look.width, "height": 900}, reduced_motion="reduce", **look.options
        ) as context:
            page = context.new_page()
            return [self._take(page, kind, look) for kind in kinds]

    def _take(self, page, kind, look):
        self._open(page, kind, look.prepare)
        height = page.evaluate("document.documentElement.scrollHeight")
        path = self._path(look.name, kind)
        path.write_bytes(_picture(page, look.width, min(height, HIGHEST)))
        return f"{kind.name}{f' (cut at {HIGHEST} of {height} px)' if height > HIGHEST else ''}", path

    def print(self, kinds) -> list[tuple[str, Path]]:
        """The first pages of each kind as printed on A4; returns pictures of them with the text above them."""
        with self.browser.new_context() as context:
            page = context.new_page()
            return [picture for kind in kinds for picture in self._print(page, kind)]

    def _print(self, page, kind):
        self._open(page, kind)
        printed = pages_of_pdf(page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "15mm")))
        for number, picture in enumerate(printed[:4], start=1):
            path = self._path("print", kind).with_suffix(f".{number}.png")
            picture.save(path)
            yield f"{kind.name}, {number} of {len(printed)}", path

    def _open(self, page, kind, prepare=""):
        page.goto(self.address_of(kind), wait_until="load")
        page.evaluate(EVERYTHING_LOADED if kind.markup == "html" else "null")
        if prepare and kind.markup == "html":
            page.evaluate(prepare)

    def _path(self, look, kind):
        path = self.folder / look / f"{kind.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def _picture(page, width, height):
    """PNG of a page from its top; asked of Chromium itself, as Playwright waits for ever on a document of XML."""
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    session = page.context.new_cdp_session(page)
    answer = session.send("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
    session.detach()
    return base64.b64decode(answer["data"])


def main(names):
    from tests.conftest import CHROMIUM, CHROMIUM_ARGUMENTS
    from tests.volume.kinds import KINDS
    from tests.volume.serving import volume_site

    chosen = [kind for kind in KINDS if not names or kind.name.startswith(tuple(names))]
    shutil.rmtree(FOLDER, ignore_errors=True)
    with ExitStack() as running:
        site = cache(lambda crowded: running.enter_context(volume_site(crowded=crowded)))
        playwright = running.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        photographer = Photographer(browser, lambda kind: site(kind.crowded) + kind.path, FOLDER)
        for look in LOOKS:
            write(look.name, photographer.take(chosen, look), scale=look.scale)
        write("print", photographer.print([kind for kind in chosen if kind.markup == "html"]), scale=0.6)
        browser.close()
    write_index()


def write(name, pictures, *, scale):
    sheets = write_sheets(pictures, FOLDER / f"sheet-{name}", scale=scale)
    sys.stdout.write(f"{name}: {len(pictures)} pictures on {len(sheets)} sheets\n")


def write_index():
    """A page that shows all sheets, and links each picture."""
    sheets = "".join(f'<h2>{path.stem}</h2><img src="{path.name}" alt="">' for path in sorted(FOLDER.glob("*.png")))
    singles = "".join(
        f'<li><a href="{path}">{html.escape(str(path))}</a>'
        for path in sorted(path.relative_to(FOLDER) for path in FOLDER.glob("*/*.png"))
    )
    (FOLDER / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Contact sheets</title>{sheets}<ul>{singles}</ul>", encoding="utf-8"
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    main(sys.argv[1:])
