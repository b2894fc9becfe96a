"""What a page says about itself to search engines and in a browser's tab."""

import pytest

from pages.models import Section
from tests.factories import create_page
from tests.look.content import fill_profile, section

pytestmark = pytest.mark.django_db


def head(client, address):
    return client.get(address).content.decode().split("</head>")[0]


def test_the_title_ends_in_the_name(client):
    fill_profile(name="A Name")
    create_page(title="Mine")
    assert "<title>Mine · A Name</title>" in head(client, "/mine/")


def test_home_is_called_by_name_and_tagline(client):
    fill_profile(name="A Name", tagline="What she does")
    assert "<title>A Name · What she does</title>" in head(client, "/")


def test_a_site_without_a_name_uses_the_title_of_home(client):
    section(Section.HOME, title="A promise")
    assert "<title>A promise</title>" in head(client, "/")


def test_the_description_is_the_lead_until_there_is_one(client):
    page = create_page(title="Mine", lead='The "lead"')
    assert '<meta name="description" content="The &quot;lead&quot;">' in head(client, "/mine/")
    page.description = "For search engines"
    page.save()
    assert '<meta name="description" content="For search engines">' in head(client, "/mine/")


def test_the_canonical_address_is_absolute(client):
    create_page(title="Mine")
    assert '<link rel="canonical" href="http://localhost:8000/mine/">' in head(client, "/mine/?from=mail")


def test_only_a_page_that_asks_for_it_is_kept_from_search_engines(client):
    create_page(title="Open")
    create_page(title="Hidden", noindex=True)
    assert "noindex" not in head(client, "/open/")
    assert '<meta name="robots" content="noindex">' in head(client, "/hidden/")
    assert '<meta name="robots" content="noindex">' in head(client, "/nowhere/")
