"""What search engines read."""

import xml.etree.ElementTree as ET

import pytest

from pages.models import Profile
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def content(client, address="/a-page/"):
    return client.get(address).content.decode()


def test_the_title_names_the_page_and_whose_site_it_is(client):
    Profile.objects.create(pk=1, name="A. Consultant", tagline="Together")
    create_page(title="Offer & demand", slug="a-page")
    assert "<title>Offer &amp; demand · A. Consultant</title>" in content(client)
    assert "<title>A. Consultant · Together</title>" in content(client, "/")


def test_the_description_is_its_own_or_the_introduction(client):
    page = create_page(lead="The lead.")
    assert '<meta name="description" content="The lead.">' in content(client)
    page.description = "The description."
    page.save()
    assert '<meta name="description" content="The description.">' in content(client)


def test_the_canonical_address_is_that_of_the_site_whatever_host_was_asked(client, settings):
    settings.SITE_URL = "https://www.example.nl"
    create_page()
    answer = client.get("/a-page/?from=letter", headers={"host": "localhost"})
    assert '<link rel="canonical" href="https://www.example.nl/a-page/">' in answer.content.decode()


def test_the_language_of_the_page_is_that_of_the_document(client):
    create_page(language="en")
    assert '<html lang="en"' in content(client)
    assert '<html lang="nl"' in content(client, "/contact/")


def test_a_hidden_page_asks_not_to_be_listed_and_is_not_in_the_sitemap(client):
    create_page(noindex=True)
    assert '<meta name="robots" content="noindex' in content(client)
    assert "/a-page/" not in content(client, "/sitemap.xml")


def test_the_sitemap_lists_every_public_page_at_the_address_of_the_site(client, settings):
    settings.SITE_URL = "https://www.example.nl"
    create_page(title="Example", parent=create_page(title="Offer"))
    places = [place.text for place in ET.fromstring(content(client, "/sitemap.xml")).findall(".//{*}loc")]  # noqa: S314
    assert places == [
        f"https://www.example.nl/{path}"
        for path in ("", "blog/", "contact/", "ervaringen/", "offer/", "offer/example/")
    ]


def test_robots_are_told_where_the_sitemap_is(client, settings):
    settings.SITE_URL = "https://www.example.nl"
    assert content(client, "/robots.txt").splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: https://www.example.nl/sitemap.xml",
    ]


def test_the_icon_is_found_where_programs_ask_for_it(client):
    assert client.get("/favicon.ico")["Location"].endswith("favicon.png")
