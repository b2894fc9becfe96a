"""The text is a field to a keyboard and a screen reader as much as to a mouse."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from playwright.sync_api import expect

from publishing.widgets import EditorWidget

TEXT = (
    "Een **zin** met [een link](/a/), `code` en een noot[^1].\n\n## Kop\n\n> Citaat\n\n- punt\n\n"
    '[[afbeelding brug alt="Een brug"]]\n\n| a | b |\n| --- | --- |\n| c | d |\n\n[^1]: noot'
)
browser = pytest.mark.browser


def violations(page, selector):
    return [found["id"] for found in Axe().run(page, context=selector).response["violations"]]


@browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_nothing_is_found_by_axe(editor, scheme, width):
    editor.page.emulate_media(color_scheme=scheme)
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.open(TEXT)
    found = violations(editor.page, ".markdownx")
    editor.page.click(".md-chip")
    found += violations(editor.page, "dialog")
    editor.page.emulate_media(color_scheme="light")
    editor.page.set_viewport_size({"width": 1200, "height": 900})
    assert found == []


@browser
def test_it_is_a_field_of_many_lines_under_the_label_of_its_own(editor):
    field = editor.page.get_by_role("textbox", name="Tekst", exact=True)
    expect(field).to_have_attribute("aria-multiline", "true")
    expect(field).to_have_attribute("data-surface", "")


@browser
def test_its_label_leads_into_it(editor):
    editor.page.focus("button >> text=Opslaan")
    editor.page.click("label[for=id_text]")
    expect(editor.page.locator("[data-surface]")).to_be_focused()


@browser
def test_no_control_is_smaller_than_a_finger_needs(editor):
    editor.page.set_viewport_size({"width": 390, "height": 800})
    boxes = editor.page.locator("[role=toolbar] button:visible").all()
    heights = [box.bounding_box()["height"] for box in boxes]
    editor.page.set_viewport_size({"width": 1200, "height": 900})
    assert min(heights) >= 44


@browser
def test_a_line_is_read_in_the_direction_of_its_letters(editor):
    editor.open("een\n\nمرحبا")
    directions = editor.page.locator("[data-surface] > *").evaluate_all(
        "all => all.map((row) => getComputedStyle(row).direction)"
    )
    assert directions == ["ltr", "ltr", "rtl"]


def test_without_script_the_field_itself_is_there():
    with translation.override("en"):
        html = EditorWidget().render("text", "Een", {"id": "id_text"})
    field = html[html.index("<textarea") : html.index("</textarea>")]
    surface = html[html.index('<div class="editor-surface"') :]
    assert "hidden" not in field
    assert "hidden" in surface[: surface.index(">")]
