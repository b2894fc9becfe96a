"""Differences as they are read: without colour, and by a screen reader."""

import pytest
from django.template import engines
from django.utils import translation

from publishing.versions.differences import differences
from tests.versions.test_differences import LENGTH


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def shown(old, new):
    template = engines["django"].from_string("{% load versions %}{% differences old new %}")
    return template.render({"old": old, "new": new})


def test_words_are_marked_as_removed_and_added_and_said_to_be():
    html = shown("One fine day.", "One grey day.")
    assert '<del><span class="visually-hidden">removed: </span>fine</del>' in html
    assert '<ins><span class="visually-hidden">added: </span>grey</ins>' in html


def test_a_sign_and_the_end_of_a_line_can_not_be_overlooked():
    html = shown("Look, listen\nand learn", "Look listen and learn")
    assert '<del class="differences-small"><span class="visually-hidden">removed: </span>,</del>' in html
    assert "↵\n</del>" in html


def test_nothing_written_becomes_markup():
    html = shown("One <b> day", "One <script> day")
    assert "<script>" not in html
    assert "&lt;" in html


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Same.", "Same.", "Nothing was changed."),
        ("One.\n\nTwo.", "One.\n\n\nTwo.", "Nothing but spaces"),
        ("A.\n\nB.\n\nC.\n\nD.\n\nLast one", "A.\n\nB.\n\nC.\n\nD.\n\nLast two", "3 paragraphs that stayed"),
        ("a " * (LENGTH // 4), "b " * (LENGTH // 4), "<del>"),
    ],
)
def test_it_says_what_is_not_shown(old, new, said):
    assert said in shown(old, new)


def test_it_says_where_words_could_not_be_compared(monkeypatch):
    monkeypatch.setattr("publishing.versions.differences.WORK", 100)
    old, new = (" ".join(f"{word}{number}" for number in range(500)) + " the end of it" * 300 for word in "ab")
    assert differences(old, new).coarse
    assert "not word by word" in shown(old, new)
