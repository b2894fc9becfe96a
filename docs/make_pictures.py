"""Makes the pictures of README.md and of the guide from a site of its own: `.venv/bin/python -m docs.make_pictures`.

It starts the site on a free port in a folder that is thrown away, does in a real browser what the guide describes,
and writes docs/pictures/. Needs what `make test` installs, and a Chromium.
"""

import io
import shutil
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

from tests.operations.commands import manage
from tests.operations.server import serving

PICTURES = Path(__file__).resolve().parent / "pictures"
PASSWORD = "viooltjes-in-de-tuin"  # noqa: S105  of a site that lives for a minute
README_SIZE = {"width": 1280, "height": 800}
PHONE_SIZE = {"width": 390, "height": 780}
GUIDE_SIZE = {"width": 1100, "height": 800}
MARGIN = 12  # pixels around what a picture is of

TEXT = """Een gesprek wordt goed als iedereen **durft te zeggen** wat er speelt.

## Zo begint u

- Kies een rustige plek.
- Vraag door, en luister.

> Alleen kan je niks, je moet het samen doen
>
> — Johan Cruijff

Lees ook [wat ik voor u kan doen](/aanbod/).
"""


class Guide:
    """The consultant at work in a browser; each step leaves a picture."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, address

    def go(self, path: str) -> None:
        self.page.goto(self.address + path, wait_until="networkidle")
        self.page.evaluate("document.fonts.ready")

    def take(self, name: str, *selectors: str) -> None:
        """A picture of what the window shows, or of the box around some elements of the page."""
        clip = self._box(selectors) if selectors else None
        _write(self.page.screenshot(clip=clip, full_page=bool(clip), animations="disabled"), f"guide/{name}.png")

    def _box(self, selectors):
        self.page.evaluate("scrollTo(0, 0)")
        # What stays in view at the bottom of a window stands in the middle of a picture of the whole page.
        self.page.evaluate("document.querySelector('.save-bar')?.style.setProperty('position', 'static')")
        boxes = [self.page.locator(selector).locator("visible=true").first.bounding_box() for selector in selectors]
        left = max(0, min(box["x"] for box in boxes) - MARGIN)
        top = max(0, min(box["y"] for box in boxes) - MARGIN)
        right = min(GUIDE_SIZE["width"], max(box["x"] + box["width"] for box in boxes) + MARGIN)
        bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
        return {"x": left, "y": top, "width": right - left, "height": bottom - top}

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f"[name={name}]", value)

    def sign_in(self) -> None:
        self.fill(username="consultant", password=PASSWORD)
        self.page.click("#login-form [type=submit]")
        self.page.wait_for_url("**/admin/")

    def save(self, button: str = "_save") -> None:
        self.page.locator(f"[name={button}]").first.click()
        self.page.wait_for_selector(".messagelist .success")
        self.page.wait_for_load_state("networkidle")

    def unfold(self, heading: str) -> None:
        self.page.click(f"summary:has-text('{heading}')")

    def open_page(self, title: str) -> None:
        self.go("/admin/pages/page/")
        self.page.click(f".tree-title:text-is('{title}')")
        self.page.wait_for_load_state("networkidle")


def sign_in(guide):
    guide.go("/admin/")
    guide.take("sign-in", "#header", "#login-form")
    guide.sign_in()


def look_around(guide):
    guide.go("/admin/")
    guide.take("start", "#header", "#content")
    guide.go("/admin/pages/profile/1/change/")
    guide.take("profile", "#content h1", "fieldset >> nth=1")


def write(guide):
    guide.go("/admin/pages/page/add/")
    guide.fill(title="Een goed gesprek", lead="Wat een gesprek goed maakt, en hoe u begint.")
    preview = _Preview(guide.page)
    with preview.renewed():
        guide.page.click("[data-surface]")
        guide.page.keyboard.insert_text(TEXT)
    guide.take("writing", ".field-title", ".field-text")
    with guide.page.expect_file_chooser() as chooser:
        guide.page.click("[data-command=image]")
        guide.page.click("dialog [data-new]")
    chooser.value.set_files({"name": "Drie cirkels.png", "mimeType": "image/png", "buffer": _circles()})
    guide.page.fill("dialog [name=alt]", "Drie gekleurde cirkels die elkaar raken")
    with preview.renewed():
        guide.page.click("dialog [value=done]")
    guide.page.frame_locator(".preview iframe").locator("img[alt^=Drie]").wait_for()
    guide.page.evaluate("for (const pane of document.querySelectorAll('[data-surface]')) pane.scrollTo(0, 9999)")
    guide.take("picture", ".field-text")


def publish(guide):
    guide.save("_publish")
    guide.take("published", "#content > *", ".object-tools")
    guide.page.click(".viewsitelink")
    guide.page.wait_for_load_state("networkidle")
    guide.take("result")
    guide.page.go_back()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    guide.fill(published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1="09:00")
    guide.take("moment", "fieldset:has([name=published_at_0])")


def work_on_the_list(guide):
    guide.go("/admin/pages/page/")
    guide.page.check("[data-row]:has-text('Een goed gesprek') .action-select")
    guide.page.select_option("[name=action]", "duplicate")
    guide.take("list", "#content h1", ".tree")


def describe(guide):
    guide.go("/admin/images/image/")
    guide.page.click("#result_list tbody th a")
    guide.page.wait_for_load_state("networkidle")
    guide.take("describing", ".field-title", ".field-caption")


def quote_and_invite(guide):
    guide.open_page("Een goed gesprek")
    guide.unfold("Openingscitaat")
    guide.fill(quotation="Alleen kan je niks, je moet het samen doen", quotation_author="Johan Cruijff")
    guide.unfold("Knop onder de tekst")
    guide.page.select_option("[name=action_kind]", "contact")
    guide.fill(action_label="Maak kennis")
    guide.take("quotation", "fieldset:has([name=quotation])", "fieldset:has([name=action_kind])")


def place(guide):
    guide.page.select_option("[name=parent]", label="Aanbod")
    guide.page.check("[name=on_home]")
    guide.take("place", "fieldset:has([name=parent])")
    guide.save()
    guide.take("moved", ".messagelist")


STEPS = (sign_in, look_around, write, publish, work_on_the_list, describe, quote_and_invite, place)


class _Preview:
    def __init__(self, page):
        self.page = page

    @contextmanager
    def renewed(self):
        """Until the preview shows what was typed in this block."""
        with self.page.expect_response("**/admin/editor/as-typed/"):
            yield
        self.page.wait_for_load_state("networkidle")


def take_for_readme(browser, address):
    page = browser.new_page(viewport=README_SIZE, locale="nl-NL", timezone_id="Europe/Amsterdam")
    guide = Guide(page, address)
    guide.go("/")
    _write(page.screenshot(animations="disabled"), "home.png")
    page.emulate_media(color_scheme="dark")
    guide.go("/aanbod/multi-stakeholder-samenwerking/")
    _write(page.screenshot(animations="disabled"), "page.png")
    page.emulate_media(color_scheme="light")
    _write(_beside_each_other(phone_screens(browser, address)), "phone.png")
    guide.go("/admin/")
    guide.sign_in()
    guide.open_page("Multi-stakeholder samenwerking")
    page.evaluate("scrollTo(0, document.querySelector('.field-title').offsetTop - 100)")
    _write(page.screenshot(animations="disabled"), "admin.png")


def phone_screens(browser, address):
    page = browser.new_page(viewport=PHONE_SIZE, locale="nl-NL", timezone_id="Europe/Amsterdam")
    guide = Guide(page, address)
    for path in ("/", "/blog/", "/ervaringen/henk-korthorst/"):
        guide.go(path)
        yield page.screenshot(animations="disabled")
    page.close()


def _beside_each_other(screens):
    pictures = [Image.open(io.BytesIO(screen)).convert("RGB") for screen in screens]
    step = PHONE_SIZE["width"] + 2 * MARGIN
    joined = Image.new("RGB", (step * len(pictures) - 2 * MARGIN, PHONE_SIZE["height"]), "#cfe0da")
    for number, picture in enumerate(pictures):
        joined.paste(picture, (step * number, 0))
    content = io.BytesIO()
    joined.save(content, "PNG")
    return content.getvalue()


def _circles():
    picture = Image.new("RGB", (900, 420), "#fff4c9")
    draw = ImageDraw.Draw(picture)
    for left, colour in ((120, "#ffd84d"), (340, "#ff8a75"), (560, "#9fdcf0")):
        draw.ellipse((left, 100, left + 220, 320), fill=colour)
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _write(png, name):
    path = PICTURES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{name}: {picture.width} × {picture.height}, {path.stat().st_size // 1000} kB\n")


def make_pictures(address):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        take_for_readme(browser, address)
        page = browser.new_page(viewport=GUIDE_SIZE, locale="nl-NL", timezone_id="Europe/Amsterdam")
        guide = Guide(page, address)
        for step in STEPS:
            step(guide)
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory(prefix="site-pictures-") as folder:
        data_dir = Path(folder)
        prepared = manage("prepare", data_dir=data_dir, ADMIN_PASSWORD=PASSWORD)
        if prepared.returncode:
            sys.exit(prepared.stderr)
        with serving(data_dir) as server:
            make_pictures(f"http://localhost:{server.port}")
