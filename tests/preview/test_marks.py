"""In a preview the paragraphs that visitors do not see yet are marked."""

import pytest

from publishing.versions.changes import blocks, with_changes_marked
from tests.factories import create_page
from tests.preview.asking import page_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>One</p>\n<p>Two</p>", ["<p>One</p>", "\n<p>Two</p>"]),
        ("<ul><li><p>One</p></li></ul><hr>", ["<ul><li><p>One</p></li></ul>", "<hr>"]),
        ('<p>a<br>b <img alt="x > y" src="/a"></p>', ['<p>a<br>b <img alt="x > y" src="/a"></p>']),
        ("<p>One</p><!--[[image a]]-->", ["<p>One</p>", "<!--[[image a]]-->"]),
    ],
)
def test_a_text_falls_apart_into_its_outermost_elements(html, expected):
    assert blocks(html) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>One</p>", "<p>One</p>", "<p>One</p>"),
        ("<p>One</p>", "<p>Two</p>", "<p data-changed>Two</p>"),
        ("<p>One</p>", '<h2 id="a">Two</h2>\n<p>One</p>', '<h2 data-changed id="a">Two</h2>\n<p>One</p>'),
        ("<p>One</p>\n<p>Two</p>\n<p>Three</p>", "<p>One</p>\n<p>Three</p>", "<p>One</p>\n<p data-cut>Three</p>"),
        ("<p>One</p>\n<p>Two</p>", "<p>One</p>", "<p>One</p><span data-cut></span>"),
        ("", "<!--[[image a]]-->", "<span data-changed></span><!--[[image a]]-->"),
    ],
)
def test_what_was_changed_and_what_was_taken_out_is_marked(old, new, expected):
    assert with_changes_marked(new, old) == expected


def test_a_text_that_is_all_new_in_every_line_is_marked_in_time():
    old, new = ("".join(f"<p>{n % 3} {word}</p>" for n in range(20_000)) for word in ("old", "new"))
    assert with_changes_marked(new, old).count("data-changed") == 20_000


@pytest.mark.django_db
def test_the_marks_are_on_a_live_page_and_on_no_other(owner_client):
    typed = {"text": "One.\n\nTwo, better."}
    assert "<p data-changed>Two, better.</p>" in page_of(owner_client, create_page(text="One.\n\nTwo."), **typed)
    assert "data-changed" not in page_of(owner_client, create_page(text="One.", status="draft"), **typed)


@pytest.mark.django_db
def test_visitors_get_no_marks_and_no_style_of_the_preview(client, owner_client):
    page = create_page(title="Offer", text="One.")
    page_of(owner_client, page, text="Other.")
    answer = type(client)().get("/offer/").text
    assert "data-changed" not in answer and "preview" not in answer
