"""Writing a page in a real browser: nothing typed is lost, nothing foreign gets into the text."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from images.models import Image
from pages.models import Page
from publishing.markdown import MAX_LENGTH
from tests.admin_look.conftest import write
from tests.factories_images import png_bytes

pytestmark = pytest.mark.browser

# The field keeps the text; what she sees and types in stands in its place.
FIELD = "#id_text"
SURFACE = "[data-surface]"
SAVED = ".messagelist .success"
CARRY = """([bytes, name, type]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
    return carried;
}"""
PASTE = """(field, carried) => field.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }))"""


@pytest.fixture
def editor(desk, consultant):
    """The form of a new page."""
    desk.goto(reverse("admin:pages_page_add"))
    return desk


def carry(page, content, name="brug.png", mime="image/png"):
    """What is carried by a drop or a paste of this file."""
    return page.evaluate_handle(CARRY, [list(content), name, mime])


def drop(page, content, **file):
    page.dispatch_event(SURFACE, "drop", {"dataTransfer": carry(page, content, **file)})


def note(page, kind="picture"):
    return page.locator(f"[data-note={kind}]")


def wait_for_note(page, kind="picture", *, error):
    page.wait_for_selector(f"[data-note={kind}]{'.is-error' if error else ':not(.is-error):not(:empty)'}")


def text_of(page):
    return page.input_value(FIELD)


def wait_for_lines(page, count=1):
    expect(page.locator(FIELD)).to_have_value(re.compile(r"\]\][^\]]*" * count))


def test_a_new_page_begins_in_its_title(editor):
    expect(editor.locator("#id_title")).to_be_focused()


def test_tab_leaves_the_field(editor):
    editor.focus(SURFACE)
    editor.keyboard.type("Text")
    editor.keyboard.press("Tab")
    expect(editor.locator(SURFACE)).not_to_be_focused()
    assert text_of(editor) == "Text"


def test_a_dropped_picture_becomes_a_line_and_she_is_asked_what_is_seen(editor, consultant):
    write(editor, "First paragraph")
    drop(editor, png_bytes())
    wait_for_lines(editor)
    editor.fill("dialog [name=alt]", "A bridge")
    editor.click("dialog [value=done]")
    expect(editor.locator(FIELD)).to_have_value(re.compile("A bridge"))
    image = Image.objects.get()
    assert text_of(editor).rstrip() == f'First paragraph\n\n[[afbeelding {image.slug} alt="A bridge"]]'


def test_a_pasted_picture_comes_after_the_line_of_the_cursor(editor):
    write(editor, "One\n\nTwo")
    editor.keyboard.press("Control+Home")
    editor.eval_on_selector(SURFACE, PASTE, carry(editor, png_bytes()))
    wait_for_lines(editor)
    first, line, last = text_of(editor).split("\n\n")
    assert (first, last) == ("One", "Two")
    assert line.startswith("[[afbeelding ")


def test_the_progress_of_a_picture_is_told(editor):
    editor.evaluate(
        """() => {
            window.told = [];
            const note = document.querySelector("[data-note=picture]");
            new MutationObserver(() => told.push(note.textContent)).observe(note, { childList: true });
        }"""
    )
    drop(editor, png_bytes())
    wait_for_lines(editor)
    assert any("100%" in said for said in editor.evaluate("told"))


def test_who_types_on_during_an_upload_keeps_the_cursor(editor):
    waiting = []
    editor.route("**/upload/", lambda route: waiting.append(route))
    write(editor, "One")
    drop(editor, png_bytes())
    editor.wait_for_selector("[data-note=picture]:not(:empty)")
    editor.keyboard.type(" and")
    editor.wait_for_timeout(50)
    waiting[0].continue_()
    wait_for_lines(editor)
    editor.keyboard.type(" two")
    assert text_of(editor).startswith("One and two\n\n[[")


def test_a_picture_that_went_in_can_be_undone(editor):
    editor.focus(SURFACE)
    editor.keyboard.type("One")
    drop(editor, png_bytes())
    wait_for_lines(editor)
    editor.wait_for_selector("dialog")
    editor.keyboard.press("Escape")
    expect(editor.locator("dialog")).to_have_count(0)
    editor.keyboard.press("Control+z")
    assert text_of(editor) == "One"


@pytest.mark.parametrize(
    ("answer", "attribute"),
    [
        ({"status": 400, "content_type": "application/json", "body": '{"error": "Too strange."}'}, None),
        ({"status": 403, "body": "<h1>Forbidden</h1>"}, "textRefused"),
        ({"status": 413, "body": "<h1>Too large</h1>"}, "textTooLarge"),
        ({"status": 500, "body": "<h1>Error</h1>"}, "textFailed"),
        ({"status": 200, "body": "<h1>A login page</h1>"}, "textFailed"),
        (None, "textFailed"),
    ],
)
def test_an_upload_that_fails_is_said_and_leaves_the_text_alone(editor, answer, attribute):
    editor.route("**/upload/", lambda route: route.fulfill(**answer) if answer else route.abort())
    write(editor, "My text")
    drop(editor, png_bytes())
    wait_for_note(editor, error=True)
    expected = editor.evaluate(f"document.querySelector('[data-editor]').dataset.{attribute}")
    assert note(editor).text_content() == (expected if attribute else "Too strange.")
    assert text_of(editor) == "My text"


def test_a_file_that_is_no_picture_is_refused_by_the_site_itself(editor):
    write(editor, "My text")
    drop(editor, b"<svg xmlns='http://www.w3.org/2000/svg'/>", name="x.svg", mime="image/svg+xml")
    wait_for_note(editor, error=True)
    assert "SVG" in note(editor).text_content()
    assert text_of(editor) == "My text"
    assert not Image.objects.exists()


def test_a_file_dropped_beside_the_field_does_not_replace_the_page(editor):
    prevented = editor.evaluate(
        """carried => !document.body.dispatchEvent(
            new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }))""",
        carry(editor, png_bytes()),
    )
    assert prevented


@pytest.mark.parametrize("excess", [0, 1])
def test_a_text_over_the_limit_is_said_before_it_is_sent(editor, excess):
    # A line end counts twice, a sign of two halves once.
    text = "a\n😀" + "b" * (MAX_LENGTH - 4 + excess)
    editor.fill("#id_title", "Long")
    editor.eval_on_selector(FIELD, "(field, text) => { field.value = text }", text)
    editor.dispatch_event(FIELD, "input")
    editor.wait_for_selector("[data-note=length]:not(:empty)")
    sent = []
    editor.on("request", lambda request: request.is_navigation_request() and sent.append(request.url))
    editor.click("[name=_save] >> nth=0")
    if excess:
        expect(editor.locator(SURFACE)).to_be_focused()
        assert sent == []
        assert "is-error" in note(editor, "length").get_attribute("class")
        assert text_of(editor) == text
        assert not Page.objects.filter(title="Long").exists()
    else:
        editor.wait_for_selector(SAVED)


def leave(page):
    """Goes elsewhere; returns the kinds of question that were asked on the way."""
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(reverse("admin:index"))
    return asked


def test_leaving_without_changes_asks_nothing(editor):
    editor.click(SURFACE)
    assert leave(editor) == []


def test_saving_asks_nothing_and_keeps_the_text(editor):
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    editor.fill("#id_title", "My page")
    editor.click(SURFACE)
    editor.keyboard.type("My text")
    editor.click("[name=_save] >> nth=0")
    editor.wait_for_selector(SAVED)
    assert asked == []
    assert Page.objects.get(title="My page").text == "My text"
