"""What is found by which words."""

import pytest

from pages.models import Page, Section
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.search.searching import titles
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("samenwerkingen", "een samenwerking"),
        ("samenwerken", "wie samenwerkt"),
        ("dialoog", "twee dialogen"),
        ("gesprekken", "een gesprek"),
        ("organisatie", "organisaties"),
        ("SAMENWERKING", "samenwerking"),
        ("cooperatie", "coöperatie"),
        ("coöperaties", "cooperatie"),
        ("foto", "alle foto's"),
        ("foto's", "een foto"),
        ("équipe", "l’equipe"),
        ("samenwerking", "multi-stakeholder-samenwerking"),
        ("multi-stakeholder-samenwerking", "multistakeholdersamenwerking"),
        ("cocreatie", "co-creatie"),
        ("co-creatie", "cocreatie"),
        ("samenwerking", "samen\u00adwerking"),
        ("samenwerking", "e\u0301e\u0301n samenwerking"),
        ("één", "e\u0301e\u0301n"),
        ("2026", "In 2026"),
    ],
)
def test_the_forms_of_a_word_find_each_other(client, asked, written):
    create_page(title="Found", text=f"Iets over {written} hier.")
    create_page(title="Other", text="Iets over wat anders.")
    assert titles(client, asked) == ["Found"]


@pytest.mark.parametrize(("asked", "written"), [("beleid", "begeleiding"), ("zon", "zo'n"), ("stakeholder", "stake")])
def test_words_that_only_look_alike_do_not(client, asked, written):
    create_page(title="Other", text=f"Iets over {written} hier.")
    assert titles(client, asked) == []


def test_each_language_has_its_own_stems_and_one_question_asks_in_both(client):
    create_page(title="English", language="en", text="Companies that collaborated.")
    create_page(title="Dutch", language="nl", text="Bedrijven die samenwerkten.")
    assert titles(client, "collaborations") == ["English"]
    assert titles(client, "samenwerkingen") == ["Dutch"]


def test_the_last_word_may_be_a_beginning_of_three_letters_or_more(client):
    create_page(title="Found", text="Dialoogsessies over vertrouwen.")
    assert titles(client, "dia") == titles(client, "vertrouwen dialoogse") == ["Found"]
    assert titles(client, "di") == titles(client, "dialoogse vertrouwen") == []


def test_all_words_must_be_there_but_those_that_tell_nothing(client):
    create_page(title="Both", text="Vertrouwen en macht.")
    create_page(title="One", text="Vertrouwen alleen.")
    assert titles(client, "macht vertrouwen") == titles(client, "hoe is de macht met vertrouwen") == ["Both"]


def test_words_that_tell_nothing_are_asked_for_where_there_are_no_others(client):
    create_page(title="Over mij", text="Wie.")
    create_page(title="Other", text="Niets.")
    assert titles(client, "over mij") == ["Over mij"]


def test_a_title_weighs_more_than_an_introduction_and_that_more_than_a_text(client):
    create_page(title="C", text="Macht. " + "Woorden. " * 20)
    create_page(title="B", lead="Macht.", text="Woorden. " * 20)
    create_page(title="Macht", text="Woorden. " * 20)
    assert titles(client, "macht") == ["Macht", "B", "C"]


def test_pages_posts_and_testimonials_are_found_by_what_stands_on_them(client):
    create_page(title="Page", lead="Aleind", quotation="Aquotatie", quotation_author="Aschrijver")
    create_post(title="Post", lead="Bleind")
    create_testimonial(name="Vera Voorbeeld", role="Cfunctie", organisation="Corganisatie", text="Cwoorden")
    assert titles(client, "aleind aquotatie aschrijver") == ["Page"]
    assert titles(client, "bleind") == ["Post"]
    for word in ("vera", "cfunctie", "corganisatie", "cwoorden"):
        assert titles(client, word) == ["Vera Voorbeeld"]


def test_section_pages_are_pages_too_but_for_the_search_itself(client):
    for section in (Section.HOME, Section.SEARCH):
        page = Page.objects.get(section=section)
        page.text = "Welkomstwoorden."
        page.save()
    assert titles(client, "welkomstwoorden") == ["Welkom"]


def test_what_is_inserted_into_a_text_is_found_where_it_stands_itself(client):
    voice = create_testimonial(name="Vera Voorbeeld", text="Geweldig.")
    create_page(title="Page", text=f'[[ervaring {voice.slug}]]\n\n[[invullen text="Geweldig"]]')
    assert titles(client, "geweldig") == ["Vera Voorbeeld"]


def test_signs_of_markdown_and_addresses_of_links_are_no_words(client):
    create_page(title="Page", text="Een [woord](https://elders.example/) met **nadruk**.")
    assert titles(client, "nadruk") == titles(client, "woord") == ["Page"]
    assert titles(client, "elders") == []


def test_what_is_hidden_from_search_engines_is_not_hidden_from_visitors(client):
    create_page(title="Voorwaarden", noindex=True)
    assert titles(client, "voorwaarden") == ["Voorwaarden"]
