"""The screens of the library by the rules of axe-core, wide and light, narrow and dark (WCAG 2.2 AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from images.models import Image
from images.replacing import replace
from tests.admin_look.test_axe import RULES
from tests.factories import create_page
from tests.factories_images import photo_bytes, png_bytes, upload

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.long]


@pytest.fixture
def image():
    image = Image.objects.store(upload(photo_bytes(600, 400), "bridge.jpg"))
    create_page(text=f"[[afbeelding {image.slug}]]")
    replace(image, upload(photo_bytes(400, 600), "other.jpg"))
    return image


def look(desk):
    violations = Axe().run(desk, options=RULES).response["violations"]
    too_wide = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations], max(0, too_wide)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1024, "dark"), (390, "dark")])
def test_no_rule_is_broken_and_everything_fits(desk, image, width, scheme):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    found = {}
    for screen in ("", "add/", *(f"{image.pk}/{name}/" for name in ("change", "replace", "replaced"))):
        desk.goto(f"/admin/images/image/{screen}")
        found[screen] = look(desk)
    desk.goto("/admin/images/image/add/")
    files = [("a.png", png_bytes(70, 40)), ("words.png", b"just words")]
    desk.set_input_files("[type=file]", [{"name": n, "mimeType": "image/png", "buffer": b} for n, b in files])
    expect(desk.locator(".is-new, .is-refused")).to_have_count(2)
    found["sent"] = look(desk)
    assert found == dict.fromkeys(found, ([], 0))


def test_the_list_is_a_table_to_whoever_hears_it(desk, image):
    desk.goto("/admin/images/image/")
    table = desk.locator("#changelist-form").get_by_role("table")
    expect(table).to_be_visible()
    assert table.get_by_role("columnheader").count() >= 5
    expect(table.get_by_role("row", name="bridge").get_by_role("checkbox")).to_be_visible()
