"""Pictures that are dropped, pasted or chosen go into the library, and she is asked what can be seen on them."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PICTURE = ("brug.png", "image/png", b"png")


@pytest.fixture
def uploads(editor):
    """The editor of "Een", with a library that takes pictures under the names a, b, …"""
    editor.open("Een")
    names = iter("abcdef")
    editor.page.route(
        "**/admin/editor/upload/",
        lambda route: route.fulfill(json={"image_code": f'[[afbeelding {next(names)} alt=""]]'}),
    )
    yield editor
    editor.page.unroute("**/admin/editor/upload/")


def described(editor, words):
    editor.page.fill("dialog [name=alt]", words)
    editor.page.click("dialog [value=done]")


def test_a_pasted_picture_stands_below_the_cursor_with_what_is_seen(uploads):
    uploads.paste(files=[PICTURE])
    described(uploads, "Een brug")
    uploads.wait_for_text('Een\n\n[[afbeelding a alt="Een brug"]]\n')


def test_several_are_asked_about_one_by_one(uploads):
    uploads.paste(files=[PICTURE, PICTURE])
    described(uploads, "Eerste")
    uploads.page.wait_for_function("() => document.querySelector('dialog [data-title]')?.textContent === 'b'")
    described(uploads, "Tweede")
    uploads.wait_for_text('Een\n\n[[afbeelding a alt="Eerste"]]\n\n[[afbeelding b alt="Tweede"]]\n')


def test_a_picture_that_is_not_described_is_in_the_text_all_the_same(uploads):
    uploads.paste(files=[PICTURE])
    uploads.page.wait_for_selector("dialog")
    uploads.press("Escape")
    expect(uploads.page.locator("dialog")).to_have_count(0)
    uploads.wait_for_text('Een\n\n[[afbeelding a alt=""]]\n')


def test_pictures_and_their_words_are_undone_step_by_step(uploads):
    uploads.paste(files=[PICTURE])
    described(uploads, "Een brug")
    uploads.wait_for_text('Een\n\n[[afbeelding a alt="Een brug"]]\n')
    uploads.press("Control+z", "Control+z")
    uploads.wait_for_text("Een")


def test_one_that_fails_is_told_and_the_others_arrive(editor):
    editor.open("Een")
    answers = iter([{"status": 400, "json": {"error": "Too strange."}}, {"json": {"image_code": "[[afbeelding a]]"}}])
    editor.page.route("**/admin/editor/upload/", lambda route: route.fulfill(**next(answers)))
    editor.paste(files=[PICTURE, PICTURE])
    editor.wait_for_text("Een\n\n[[afbeelding a]]\n")
    editor.troubles.clear()
    editor.page.unroute("**/admin/editor/upload/")


def test_the_beginning_of_an_upload_is_told(editor):
    editor.page.route("**/admin/editor/upload/", lambda route: None)
    editor.paste(files=[PICTURE])
    expect(editor.page.locator("[data-note=picture]")).to_have_text("Uploading brug.png: 0%")
    editor.page.unroute("**/admin/editor/upload/")
    editor.troubles.clear()
