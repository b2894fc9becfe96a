"""The pages of the site itself in another language: search works there, a list of all languages has no translation."""

import re

import pytest

from pages.models import Page, Section
from pages.site import current_site
from tests.admin.forms import filled_in
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.languages.test_admin import form, offered
from tests.languages.test_translations import refusal

pytestmark = pytest.mark.django_db

LISTS = [Section.BLOG, Section.TESTIMONIALS]


@pytest.fixture
def searching(bilingual):
    """The English page of search, public below the English home."""
    twin = Page.objects.get(section=Section.SEARCH).translate("en")
    twin.title, twin.slug, twin.status = "Search", "search", "published"
    twin.full_clean()
    twin.save()
    return twin


def content(client, address):
    return client.get(address).content.decode()


def results(client, address):
    return re.findall(r'<h3[^>]*><a href="([^"]*)"', content(client, address))


def test_visitors_search_from_an_english_page_in_english(client, searching):
    create_post(title="Services in English", slug="post", language="en")
    assert 'action="/en/search/"' in content(client, "/en/nowhere/")
    assert results(client, "/en/search/?q=services") == ["/en/services/", "/blog/post/"]
    assert '<html lang="en">' in content(client, "/en/search/?q=services")
    assert 'action="/zoeken/"' in content(client, "/nergens/")
    assert results(client, "/zoeken/?q=services") == results(client, "/en/search/?q=services")


def test_its_further_pages_and_its_guesses_stay_in_english(client, searching):
    for number in range(11):
        create_page(title=f"Approach {number}", language="en")
    assert re.search(r'href="/en/search/\?q=approach&amp;\w+=2"', content(client, "/en/search/?q=approach"))
    assert 'href="/en/search/?q=approach"' in content(client, "/en/search/?q=aproach")


def test_the_page_on_which_one_searches_is_not_found_itself_in_either_language(client, searching):
    assert results(client, "/en/search/?q=search") == []
    assert "/en/search/" not in content(client, "/sitemap.xml")
    assert '<meta name="robots" content="noindex">' in content(client, "/en/search/")


def test_without_an_english_page_search_is_the_dutch_one_and_says_so(client, bilingual):
    said = content(client, "/en/")
    assert re.search(r'<a href="/zoeken/" lang="nl">', said)
    assert 'action="/zoeken/"' in content(client, "/en/nowhere/")


@pytest.mark.parametrize("hidden", [{"section": Section.SEARCH}, {"path": "en/search"}])
def test_while_either_is_hidden_nothing_leads_to_the_english_one(client, searching, hidden):
    page = Page.objects.get(**hidden)
    page.status = "draft"
    page.save()
    assert "/en/search/" not in content(client, "/en/")
    assert 'action="/en/search/"' not in content(client, "/en/search/")


def test_without_an_index_neither_is_there(client, searching, settings):
    settings.SEARCH_INDEX = ""
    assert client.get("/en/search/").status_code == 404
    searching.save()
    assert current_site("en").search is None


def test_searching_in_english_costs_what_it_costs_in_dutch(client, searching, django_assert_max_num_queries):
    client.get("/en/search/?q=services")
    with django_assert_max_num_queries(6):
        client.get("/en/search/?q=services")


@pytest.mark.parametrize("section", LISTS)
def test_a_list_of_all_languages_is_not_offered_for_translation(owner_client, bilingual, section):
    page = Page.objects.get(section=section)
    assert "translate/" not in content(owner_client, form(page))
    assert owner_client.post(form(page, "translate/en")).status_code == 404
    assert page.title not in offered(owner_client, bilingual.home, other_than="en")


@pytest.mark.parametrize("section", LISTS)
def test_a_list_of_all_languages_is_refused_as_an_original(owner_client, bilingual, section):
    page, other = Page.objects.get(section=section), create_page(title="List", language="en")
    assert page.title in refusal(other, translation_of=page)["translation_of"][0]
    sent = filled_in(owner_client, form(other), translation_of=page.pk)
    assert owner_client.post(form(other), sent).status_code == 200
    assert not Page.objects.filter(translation_of=page).exists()


def test_an_english_page_leads_to_the_one_blog(client, bilingual):
    create_post(title="In English", language="en")
    assert '<a href="/blog/">All blog posts</a>' in content(client, "/en/")
