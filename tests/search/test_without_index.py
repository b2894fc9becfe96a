"""Where the database has no index there is no search, and everything else is as it is."""

from io import StringIO

import pytest
from django.core.management import call_command

from consultancy.search import keeping
from pages.models import Page, Section
from pages.sections import beginning
from tests.factories import create_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def none(settings):
    settings.SEARCH_INDEX = ""


def test_there_is_no_page_to_search_on(client):
    assert client.get("/zoeken/").status_code == client.get("/zoeken/?q=macht").status_code == 404


def test_nothing_leads_to_it_even_if_it_stands_in_the_menu(client):
    page = Page.objects.get(section=Section.SEARCH)
    page.menu = "main"
    page.save()
    for address in ("/", "/nowhere/", "/sitemap.xml"):
        content = client.get(address).content
        assert b"/zoeken/" not in content and b"search-form" not in content


def test_items_are_saved_shown_and_deleted(client):
    page = create_page(title="Macht", slug="macht")
    assert client.get("/macht/").status_code == 200
    page.delete()
    keeping.refresh()


def test_the_command_says_so():
    output = StringIO()
    call_command("rebuild_search_index", stdout=output)
    assert len(output.getvalue().splitlines()) == 1


def test_on_a_new_site_its_page_waits(settings):
    assert beginning(Section.SEARCH)["status"] == "draft"
    settings.SEARCH_INDEX = "consultancy.search.fts5.FTS5Index"
    assert beginning(Section.SEARCH)["status"] == "published"
