"""A link, a picture, a file or a testimonial is picked in one dialog, with the keyboard alone if need be."""

import pytest

from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_image, png_bytes
from tests.testimonials.factories import create_testimonial

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

OPEN = """([kind, options]) => {
  window.picked = import("/static/js/admin/picker.js").then(({ pick }) => pick(kind, options));
}"""


@pytest.fixture
def open_picker(desk):
    def open_picker(kind, **options):
        if not desk.url.endswith("/add/"):
            desk.goto("/admin/pages/page/add/")
        desk.set_default_timeout(5000)
        desk.evaluate(OPEN, [kind, options])
        desk.locator("dialog.picker [role=status]:not(:empty)").wait_for()
        return desk.locator("dialog.picker")

    return open_picker


def picked(desk):
    return desk.evaluate("() => window.picked")


def test_a_page_is_found_and_picked_with_the_keyboard_alone(desk, open_picker, trouble):
    create_page(title="Een goed gesprek"), create_post(title="Gesprekken voeren", status="draft")
    dialog = open_picker("link")
    desk.keyboard.type("gesprek")
    dialog.locator("[role=status]", has_text="2").wait_for()
    assert "concept" in dialog.locator("[role=option]").first.inner_text()
    desk.keyboard.press("ArrowDown")
    assert dialog.locator("[aria-selected=true]").count() == 1
    desk.keyboard.press("Enter")
    assert picked(desk) == {"address": "/een-goed-gesprek/", "title": "Een goed gesprek"}
    assert desk.locator("dialog").count() == 0
    assert trouble == []


def test_escape_picks_nothing_and_gives_the_keyboard_back(desk, open_picker):
    desk.goto("/admin/pages/page/add/")
    desk.focus("[name=title]")
    open_picker("link")
    desk.keyboard.type("a")
    desk.keyboard.press("Escape")
    assert picked(desk) is None
    assert desk.evaluate("document.activeElement.name") == "title"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("info@example.org", "mailto:info@example.org"),
        ("+31 (0)30 - 000 00 00", "tel:+31300000000"),
        ("/aanbod/#zo", "/aanbod/#zo"),
    ],
)
def test_an_address_is_typed_by_hand(desk, open_picker, typed, address):
    dialog = open_picker("link")
    desk.keyboard.type(typed)
    dialog.locator("[aria-selected=true]", has_text=address).wait_for()
    desk.keyboard.press("Enter")
    assert picked(desk)["address"] == address


def test_words_that_were_selected_are_searched_for_where_that_finds_something(desk, open_picker):
    create_page(title="Een goed gesprek")
    dialog = open_picker("link", selected="goed  gesprek")
    assert dialog.locator("[role=option]").count() == 1
    desk.keyboard.press("Escape")
    assert picked(desk) is None
    dialog = open_picker("link", selected="this is no title")
    dialog.locator("[role=option]").first.wait_for()
    assert dialog.locator("[role=combobox]").input_value() == ""


def test_pictures_stand_in_rows_that_arrows_walk_through(desk, open_picker):
    for number in range(8):
        create_image(title=f"Picture {number}")
    dialog = open_picker("image")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowRight")
    assert "Picture 6" in dialog.locator("[aria-selected=true]").inner_text()
    desk.keyboard.press("ArrowDown")
    row = dialog.locator("[aria-selected=true]")
    assert row.bounding_box()["y"] > dialog.locator("[role=option]").first.bounding_box()["y"]
    desk.keyboard.press("Enter")
    assert picked(desk)["line"].startswith("[[afbeelding picture-")


def test_a_new_picture_is_uploaded_on_the_way(desk, open_picker):
    dialog = open_picker("image")
    files = {"name": "chairs.png", "mimeType": "image/png", "buffer": png_bytes()}
    dialog.locator("[type=file]").set_input_files(files)
    assert picked(desk)["line"] == '[[afbeelding chairs alt=""]]'


def test_a_refused_picture_is_told_and_the_dialog_stays(desk, open_picker):
    dialog = open_picker("image")
    files = {"name": "chairs.png", "mimeType": "image/png", "buffer": b"just words"}
    said = dialog.locator("[role=status]").inner_text()
    dialog.locator("[type=file]").set_input_files(files)
    dialog.locator("[role=status]").filter(has_not_text=said).filter(has_not_text="…").wait_for()
    assert dialog.is_visible()


def test_a_testimonial_shows_whom_it_is_of_and_how_it_begins(desk, open_picker):
    create_testimonial(name="Vera Voorbeeld", text="Zij luistert echt.")
    dialog = open_picker("testimonial")
    option = dialog.locator("[role=option]")
    assert "VV" in option.inner_text() and "Zij luistert echt." in option.inner_text()
    option.click()
    assert picked(desk) == {"line": "[[ervaring vera-voorbeeld]]"}
