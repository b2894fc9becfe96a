"""What stands around the words that were asked for."""

import pytest

from consultancy.search.excerpts import LENGTH, READ, excerpt
from consultancy.search.query import Query
from tests.factories import create_page
from tests.search.searching import marked, results

WORDS = "Allerlei woorden vooraf. " * 40


def whole(pieces):
    return "".join(piece.text for piece in pieces)


def hits(text, asked, language="nl"):
    return [piece.text for piece in excerpt(text, Query.read(asked), language) if piece.is_hit]


@pytest.mark.parametrize(
    ("text", "asked", "marks"),
    [
        ("Een samenwerking.", "samenwerkingen", ["samenwerking"]),
        ("Coöperaties, CO\u0308OPERATIE", "cooperatie", ["Coöperaties", "CÖOPERATIE"]),
        ("Multi-stakeholder-samenwerking", "samenwerking", ["samenwerking"]),
        ("Multi-stakeholder", "multi-stakeholder", ["Multi-stakeholder"]),
        ("Co-creatie", "cocreatie", ["Co-creatie"]),
        ("Dialoogsessies", "vertrouwen dialoog", ["Dialoogsessies"]),
        ("Vertrouwensband", "vertrouwen dialoog", []),
        ("De macht van de vraag", "de macht", ["macht"]),
    ],
)
def test_every_form_of_what_was_asked_is_marked_and_nothing_else(text, asked, marks):
    assert hits(text, asked) == marks


def test_the_stems_are_those_of_the_language_of_the_text():
    assert hits("They collaborate", "collaborations", "en") == ["collaborate"]
    assert hits("They collaborate", "collaborations", "nl") == []


def test_it_stands_around_the_first_hit_and_is_cut_between_words():
    text = f"{WORDS}Hier staat macht. {WORDS}"
    pieces = excerpt(text, Query.read("macht"), "nl")
    assert whole(pieces).startswith("… ") and whole(pieces).endswith(" …")
    assert set(whole(pieces).strip("… ").split()) <= set(text.split())
    assert len(whole(pieces)) <= LENGTH + 4


def test_without_a_hit_it_is_the_beginning():
    assert whole(excerpt(WORDS, Query.read("macht"), "nl")).startswith("Allerlei woorden vooraf.")
    assert excerpt("", Query.read("macht"), "nl") == []


def test_it_is_sought_in_the_beginning_of_a_long_text_only():
    text = f"Het begin. {WORDS * (READ // len(WORDS))} Macht."
    assert len(text) > READ
    assert whole(excerpt(text, Query.read("macht"), "nl")).startswith("Het begin. Allerlei")


def test_near_the_end_of_what_is_read_it_is_cut_as_elsewhere():
    text = "w " * (READ // 2 - 10) + "macht " + "w " * 300
    assert whole(excerpt(text, Query.read("macht"), "nl")).endswith("w w …")


@pytest.mark.parametrize("text", ["w" * 5000 + " macht " + "w" * 5000, "macht" + "w" * 5000, "macht-" * 900, "é" * 999])
def test_a_text_without_spaces_stays_short(text):
    assert len(whole(excerpt(text, Query.read("macht"), "nl"))) <= LENGTH + 4


def test_the_pieces_are_the_text_itself():
    text = "Macht en macht, macht-macht."
    assert whole(excerpt(text, Query.read("macht"), "nl")) == text


@pytest.mark.django_db
def test_marks_are_shown_in_introduction_and_text_alike(client):
    create_page(title="Macht", lead="Over macht.", text="Wie *macht* heeft.")
    assert marked(client, "macht") == ["macht", "macht"]
    assert "Over <mark>macht</mark>. Wie <mark>macht</mark> heeft." in results(client, "macht")[0]
