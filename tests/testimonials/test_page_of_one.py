"""The page of one testimonial."""

import re

import pytest

from pages.models import Page
from publishing.models import Redirect
from testimonials.models import Theme
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def content(client, item):
    return client.get(item.get_absolute_url()).content.decode()


def test_it_shows_the_words_and_who_says_them(client):
    item = create_testimonial(text="What a *summer*!", role="Treasurer", organisation="The Invented Hoe")
    shown = content(client, item)
    assert item.get_absolute_url() == "/ervaringen/vera-voorbeeld/"
    assert "<h1>Vera Voorbeeld</h1>" in shown
    assert "<p>What a <em>summer</em>!</p>" in shown
    assert "Treasurer, The Invented Hoe" in shown


@pytest.mark.parametrize("who", [{"role": "Treasurer"}, {"organisation": "The Invented Hoe"}, {}], ids=str)
def test_no_comma_stands_where_there_is_nothing_to_part(client, who):
    shown = content(client, create_testimonial(**who))
    assert re.findall(r"<small>(.*?)</small>", shown) == list(who.values())


def test_a_portrait_goes_before_initials(client):
    item = create_testimonial()
    assert re.search(r'class="face"[^>]*>VV<', content(client, item))
    item.portrait = create_image(alternative_text="Vera in the garden")
    item.save()
    shown = content(client, item)
    assert item.portrait.file.url in shown
    assert 'class="face" aria-hidden' not in shown


def test_search_engines_get_the_first_words(client):
    shown = content(client, create_testimonial(text="What a **summer**! " + "And more. " * 40))
    description = re.search(r'<meta name="description" content="([^"]*)"', shown)[1]
    assert description.startswith("What a summer! And more.")
    assert len(description) <= 155


def test_it_is_hidden_from_search_engines_where_she_says_so(client):
    item = create_testimonial(noindex=True)
    assert '<meta name="robots" content="noindex">' in content(client, item)
    assert item.get_absolute_url() not in client.get("/sitemap.xml").content.decode()


def test_its_link_leads_to_the_person_or_organisation(client):
    assert 'href="https://www.example.org/a?b&amp;c"' in content(
        client, create_testimonial(link="https://www.example.org/a?b&c")
    )


def test_its_themes_lead_to_the_others_of_that_theme(client):
    item = create_testimonial(themes=[Theme.objects.create(name="Dialogue")])
    assert 'href="/ervaringen/?thema=dialogue"' in content(client, item)


def neighbours(client, item):
    return dict(re.findall(r'rel="(prev|next)" href="([^"]+)"', content(client, item)))


def test_previous_and_next_are_those_of_the_list(client):
    first, second, third = [create_testimonial(name=name, position=7) for name in ("One", "Two", "Three")]
    create_testimonial(name="Hidden", position=7, status="draft")
    assert neighbours(client, first) == {"next": "/ervaringen/two/"}
    assert neighbours(client, second) == {"prev": "/ervaringen/one/", "next": "/ervaringen/three/"}
    assert neighbours(client, third) == {"prev": "/ervaringen/two/"}


def test_it_stays_while_the_list_is_hidden_and_leads_to_no_address_that_is_not_there(client):
    item = create_testimonial(themes=[Theme.objects.create(name="Dialogue")])
    Page.objects.filter(section="testimonials").update(status="draft")
    shown = content(client, item)
    assert "Dialogue" in shown
    assert 'href="/ervaringen/"' not in shown and "?thema" not in shown


def test_another_address_leaves_a_redirect(client):
    item = create_testimonial(slug="vera")
    item.slug = "vera-v"
    item.save()
    assert client.get("/ervaringen/vera/")["Location"] == "/ervaringen/vera-v/"


def test_a_deleted_one_is_gone(client):
    item = create_testimonial(slug="vera")
    item.delete()
    assert client.get("/ervaringen/vera/").status_code == 410
    assert Redirect.objects.get().gone


def test_a_link_in_a_text_follows_it(client):
    item = create_testimonial(slug="vera")
    page = Page.objects.create(title="A page", text="[Vera](/ervaringen/vera/)")
    item.slug = "vera-v"
    item.save()
    page.refresh_from_db()
    assert page.text == "[Vera](/ervaringen/vera-v/)"
