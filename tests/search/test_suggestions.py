"""A question that nothing answers gets another spelling of it, where that is answered."""

import pytest

from consultancy.search import spelling
from tests.factories import create_page
from tests.search.searching import answer, suggested, titles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    create_page(title="Samenwerking", text="Vertrouwen, moed, dialoog en onafhankelijkheid tussen stakeholders.")
    create_page(title="Coördinatie", text="Van mensen.")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("samenwerknig", "samenwerking"),
        ("samewerking", "samenwerking"),
        ("sammenwerkking", "samenwerking"),
        ("Samewerkng", "samenwerking"),
        ("onafhankelijkheit", "onafhankelijkheid"),
        ("samewerking en vertrowen!", "samenwerking en vertrouwen!"),
        ("vertrouwen samewerking", "vertrouwen samenwerking"),
        ("multi-stakeholdres", None),
        ("coordinattie", "coördinatie"),
        ("diloog", "dialoog"),
        ("zzzzzzz", None),
        ("samewerking zzzzzzz", None),
        ("samewerking coördinatie", None),
        ("dal", None),
        (
            "vertrouwen dialoog onafhankelijkheid stakeholders samewerking",
            "vertrouwen dialoog onafhankelijkheid stakeholders samenwerking",
        ),
        (
            "vertrouwen dialoog moed onafhankelijkheid tussen stakeholders samewerking",
            "vertrouwen dialoog moed onafhankelijkheid tussen stakeholders samenwerking",
        ),
        ("vertrowen diloog samewerking", "vertrouwen dialoog samenwerking"),
        ("vertrowen diloog samewerking stakehoders", None),
        ("samewerking, samewerking", "samenwerking, samenwerking"),
        ("samewerking-Samewerking", "samenwerking-samenwerking"),
    ],
)
def test_a_misspelt_word_is_answered_with_the_one_that_is_meant(client, asked, meant):
    assert suggested(client, asked) == meant


def test_the_suggestion_leads_to_that_search(client):
    create_page(title="Macht & moed", text="Machtsvertoon")
    assert "/zoeken/?q=machtsvertoon%20%26%20moed" in answer(client, "machtsvertoom & moed")
    assert titles(client, "machtsvertoon & moed") == ["Macht & moed"]


def test_of_two_words_as_near_the_one_that_stands_in_more_items_is_meant(client):
    create_page(title="Hemden")
    for number in range(2):
        create_page(title=f"Handen {number}")
    assert suggested(client, "henden") == "handen"


def test_what_is_found_needs_no_other_spelling(client):
    create_page(title="Samenwerkin")
    assert "finding__meant" not in answer(client, "samenwerkin")


@pytest.mark.parametrize(
    ("word", "other", "errors"),
    [
        ("dialoog", "dialoog", 0),
        ("dialoog", "diaolog", 1),
        ("dialoog", "dialog", 1),
        ("dialoog", "dialooog", 1),
        ("dialoog", "dialoof", 1),
        ("dialoog", "idalog", 2),
        ("dialoog", "diloxg", 2),
        ("dialoog", "dyaalox", None),
        ("dialoog", "dia", None),
    ],
)
def test_errors_are_counted_as_people_make_them(word, other, errors):
    assert spelling.distance(word, other, 2) == errors == spelling.distance(other, word, 2)


def test_a_form_with_accents_is_given_where_it_is_the_usual_one():
    near = {"coordinatie": 2, "coördinatie": 2}
    assert spelling.likeliest(near, {"coordinatie": 3, "coördinatie": 2}) == "coördinatie"
    assert spelling.likeliest(near, {"coördinatie": 1, "coordinatie": 3}) == "coordinatie"
