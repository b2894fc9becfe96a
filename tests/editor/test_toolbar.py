"""The toolbar is one stop of the Tab key and says what holds at the cursor."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_it_is_one_stop_in_which_the_arrows_move(editor):
    editor.press("Shift+Tab")
    commands = []
    for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft"):
        commands.append(editor.page.evaluate("document.activeElement.dataset.command"))
        editor.press(key)
    assert commands == ["heading2", "heading3", "redo", "heading2"]
    assert editor.page.locator("[role=toolbar] [tabindex='0']").count() == 1


def test_escape_goes_back_to_the_text_and_a_key_leads_here(editor):
    editor.open("een")
    editor.press("Alt+F10")
    expect(editor.page.locator("[data-command=heading2]")).to_be_focused()
    editor.press("Escape")
    editor.type(" twee")
    assert editor.text == "een twee"


def test_a_button_pressed_by_key_leaves_the_keyboard_in_the_text(editor):
    editor.open("een")
    editor.press("Alt+F10", "Enter")
    editor.type("x")
    assert editor.text == "## eenx"


@pytest.mark.parametrize(
    ("text", "pressed"),
    [("## een", ["heading2"]), ("- **een**", ["bold", "list"]), ("> *een*", ["italic", "quote"]), ("een", [])],
)
def test_it_shows_what_holds_at_the_cursor(editor, text, pressed):
    editor.open(text)
    editor.select("een")
    buttons = editor.page.locator("[role=toolbar] [aria-pressed=true]")
    assert sorted(buttons.evaluate_all("all => all.map((one) => one.dataset.command)")) == sorted(pressed)


def test_what_can_not_be_undone_is_not_offered(editor):
    undo = editor.page.locator("[data-command=undo]")
    expect(undo).to_have_attribute("aria-disabled", "true")
    editor.type("a")
    expect(undo).to_have_attribute("aria-disabled", "false")


def test_every_button_has_words_and_a_tooltip_with_its_key(editor):
    titles = editor.page.locator("[role=toolbar] button").evaluate_all("all => all.map((one) => one.title)")
    assert "Bold (Ctrl+B)" in titles
    assert "Heading (Ctrl+Alt+2)" in titles
    assert all(titles)


def test_a_button_that_goes_leaves_the_tab_key_another(editor):
    editor.open("een\n\n| a |\n| --- |\n| b |")
    column = editor.page.locator("[data-command=column]")
    expect(column).to_be_visible()
    editor.press("Alt+F10", "End", "ArrowLeft", "ArrowLeft")
    expect(column).to_be_focused()
    editor.press("Escape", "Control+Home")
    expect(column).to_be_hidden()
    editor.press("Shift+Tab")
    expect(editor.page.locator("[data-command=heading2]")).to_be_focused()
