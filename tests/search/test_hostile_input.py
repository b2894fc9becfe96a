"""No question breaks the page, and no sign in one means anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.search.query import MAX_LENGTH, MAX_WORDS, Query
from tests.factories import create_page
from tests.search.searching import answer, titles

pytestmark = pytest.mark.django_db

NO_WORDS = ["", " ", '"', "***", "-", "()", "\u202e", "🎉", "?!…", "%", "'", "\\", "_", "\ufffd", "\u00ad"]


@pytest.mark.parametrize(
    "asked",
    [
        *(
            '"macht',
            'macht"',
            'macht"*"',
            "macht*",
            "*macht",
            "-macht",
            "^macht",
            "+macht",
            "{macht}",
            "macht:",
            "~macht",
        ),
        *("macht)", "(macht", "macht;--", "ma\u00adcht", "\u202emacht\u202c", "🎉macht🎉"),
        *("macht\\", "macht%", "macht_", "'macht'", "«macht»", "<macht>", "&macht;"),
    ],
)
def test_signs_around_a_word_mean_nothing(client, asked):
    create_page(title="Found", text="De macht.")
    create_page(title="Other", text="Niets.")
    assert titles(client, asked) == ["Found"]


@pytest.mark.parametrize("asked", ["macht\x00", "\ud800macht", "\x1bmacht", "macht\x85"])
def test_signs_that_no_browser_sends_mean_nothing_either(asked):
    assert Query.read(asked) == Query.read("macht")


@pytest.mark.parametrize("asked", ["title:macht", "NEAR(macht niets)", "macht OR elders", "macht NOT anders"])
def test_words_of_the_query_language_are_words(client, asked):
    create_page(title="Macht", text="Macht niets.")
    assert titles(client, asked) == []


@pytest.mark.parametrize("asked", NO_WORDS)
def test_a_question_without_a_word_gets_a_kind_answer(client, asked):
    content = answer(client, asked)
    assert "results__" not in content and "finding__count" not in content


def test_a_question_of_ten_thousand_signs_gets_a_kind_answer(client):
    create_page(title="Macht")
    for asked in ("macht " * 2000, "m" * 10_000, "-" * 10_000, "é" * 10_000):
        content = answer(client, asked)
        assert "results__" not in content
        assert len(content) < 20_000


def test_no_more_than_the_first_words_are_asked_for():
    query = Query.read(" ".join(f"woord{number}" for number in range(20)))
    assert len(query.clauses) == MAX_WORDS
    assert not query.is_too_long
    assert Query.read("w" * (MAX_LENGTH + 1)).is_too_long


@pytest.mark.parametrize(
    "asked",
    [
        "-".join(["onxx"] * 40),
        "-".join(f"woord{number}" for number in range(25)),
        "'".join(f"woord{number}" for number in range(25)),
        " ".join(f"a{number}-b{number}-c{number}" for number in range(15)),
        "woord " * 20 + "-".join(f"w{number}" for number in range(20)),
    ],
)
def test_the_parts_of_compounds_are_words_too(asked):
    query = Query.read(asked)
    parts = [term for clause in query.clauses for term in clause.parts]
    assert query.clauses and len(parts) <= MAX_WORDS
    for clause in query.clauses:
        assert len({term.folded for term in clause.parts}) == len(clause.parts)


def test_a_part_that_comes_again_changes_nothing(client):
    create_page(title="Found", text="Multi-stakeholder.")
    assert titles(client, "multi-multi-stakeholder") == titles(client, "stakeholder-stakeholder") == ["Found"]


def test_what_was_asked_is_shown_as_text(client):
    content = answer(client, '"><script>alert(1)</script>\u202e')
    assert "<script" not in content and "\u202e" not in content
    assert "&lt;script&gt;" in content


def test_what_stands_in_an_item_is_shown_as_text(client):
    create_page(title="<b>Macht</b>", lead='<script>alert(1)</script> "macht" & meer')
    content = answer(client, "macht")
    assert "<script" not in content and "<b>Macht" not in content


@given(st.text(max_size=60))
def test_any_text_is_a_question(asked):
    query = Query.read(asked)
    assert all(term.folded.isalnum() for term in query.terms)


def test_any_sign_may_be_asked_for(client):
    """Each plane's first characters among them, and all of Latin."""
    create_page(title="Page")
    signs = [
        *map(chr, range(1, 0x500)),
        *(chr(plane << 8 | low) for plane in range(5, 0xD8) for low in (0, 0x41, 0xFF)),
    ]
    for start in range(0, len(signs), 60):
        answer(client, " ".join(signs[start : start + 60]))
        answer(client, "".join(signs[start : start + 60]))
