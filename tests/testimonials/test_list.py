"""The page of testimonials: all of them in order, or those of one theme."""

import re

import pytest

from pages.models import Page
from testimonials.models import Theme
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def names(client, address="/ervaringen/"):
    return re.findall(r"<b><a [^>]*>([^<]+)</a></b>", client.get(address).content.decode())


def test_they_stand_in_the_order_that_the_consultant_gives(client):
    for name, position in [("Second", 20), ("First", 10), ("Last", None)]:
        create_testimonial(name=name, position=position)
    assert names(client) == ["First", "Second", "Last"]


def test_each_can_be_linked_to_on_the_list(client):
    create_testimonial(slug="vera")
    assert 'id="ervaringen-vera"' in client.get("/ervaringen/").content.decode()


def test_heading_introduction_and_text_are_those_of_its_page(client):
    page = Page.objects.get(section="testimonials")
    page.title, page.lead, page.text = "What they say", "In their own words.", "Before you read."
    page.save()
    content = client.get("/ervaringen/").content.decode()
    assert "<h1>What they say</h1>" in content
    assert "In their own words." in content
    assert "<p>Before you read.</p>" in content


def test_it_is_hidden_with_its_page(client):
    Page.objects.filter(section="testimonials").update(status="draft")
    assert client.get("/ervaringen/").status_code == 404


def test_a_theme_shows_those_that_have_it(client):
    dialogue, learning = Theme.objects.create(name="Dialogue"), Theme.objects.create(name="Learning")
    create_testimonial(name="Both", themes=[dialogue, learning])
    create_testimonial(name="One", themes=[learning])
    create_testimonial(name="None")
    assert names(client, "/ervaringen/?thema=dialogue") == ["Both"]
    assert names(client, "/ervaringen/?thema=learning") == ["Both", "One"]
    assert names(client, "/ervaringen/?thema=") == ["Both", "One", "None"]


def test_themes_are_links_and_the_chosen_one_is_marked(client):
    create_testimonial(themes=[Theme.objects.create(name="Dialogue")])
    content = client.get("/ervaringen/").content.decode()
    assert 'href="/ervaringen/?thema=dialogue">Dialogue' in content
    content = client.get("/ervaringen/?thema=dialogue").content.decode()
    assert 'href="/ervaringen/?thema=dialogue" aria-current="page">Dialogue' in content


def test_a_theme_of_several_is_named_once(client):
    theme = Theme.objects.create(name="Dialogue")
    for _ in range(2):
        create_testimonial(themes=[theme])
    assert client.get("/ervaringen/").content.decode().count("Dialogue") == 1


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_a_theme_of_nothing_public_is_not_named_and_not_found(client, status):
    create_testimonial(status=status, themes=[Theme.objects.create(name="Dialogue")])
    assert "Dialogue" not in client.get("/ervaringen/").content.decode()
    assert client.get("/ervaringen/?thema=dialogue").status_code == 404


@pytest.mark.parametrize("theme", ["unknown", "<script>", "1" * 3000])
def test_an_unknown_theme_is_not_found(client, theme):
    assert client.get(f"/ervaringen/?thema={theme}").status_code == 404


def test_the_canonical_address_is_that_of_the_whole_list(client):
    create_testimonial(themes=[Theme.objects.create(name="Dialogue")])
    content = client.get("/ervaringen/?thema=dialogue").content.decode()
    assert re.search(r'rel="canonical" href="[^"]+/ervaringen/"', content)


def test_a_list_of_none_says_so(client):
    assert "<figure" not in client.get("/ervaringen/").content.decode()


def test_words_in_another_language_say_in_which(client):
    create_testimonial(name="Foreign", language="en")
    create_testimonial(name="Own", language="nl")
    figures = re.findall(r'<figure class="quote"[^>]*>', client.get("/ervaringen/").content.decode())
    assert ['lang="en"' in figure for figure in figures] == [True, False]


def test_a_form_cannot_be_sent_to_it(client):
    assert client.post("/ervaringen/").status_code == 405
