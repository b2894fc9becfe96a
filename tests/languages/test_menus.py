"""Each language has a main menu of its own, and an order of its own."""

import re

import pytest

from pages.models import Page, Section
from pages.site import current_site
from tests.brand.test_menu_order import ADDRESS
from tests.factories import create_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def menus(bilingual):
    """Two pages more in the English menu; search and contact are marked as well, in both languages."""
    for title in ("Talks", "Books"):
        create_page(title=title, parent=bilingual.home, language="en", menu="main")
    search = Page.objects.get(section=Section.SEARCH)
    for page in (search, bilingual.contact, bilingual.write):
        page.menu = "main"
        page.save()
    create_page(title="Search", parent=bilingual.home, language="en", translation_of=search, menu="main")


def shown(client):
    """What stands in each list of the form."""
    lists = re.findall(r'<ul class="menu-order".*?</ul>', client.get(ADDRESS).content.decode(), re.DOTALL)
    return [re.findall(r"<label[^>]*>([^<]*)</label>", one) for one in lists]


def titles(language):
    return [item.title for item in current_site(language).menu]


def test_the_form_shows_each_menu_as_visitors_have_it(owner_client, menus):
    assert shown(owner_client) == [titles("nl"), titles("en")] == [["Aanbod"], ["Services", "Talks", "Books"]]


def test_each_is_named_on_the_form_and_in_the_profile(owner_client, menus):
    owner_client.get("/admin/pages/profile/")
    for address, element in ((ADDRESS, "h2"), ("/admin/pages/profile/1/change/", "p")):
        content = owner_client.get(address).content.decode()
        assert re.findall(rf"<{element}[^>]*>(Nederlands|Engels)</{element}>", content) == ["Nederlands", "Engels"]


def test_one_is_put_in_order_and_the_other_stays(owner_client, menus):
    numbers = {"Aanbod": 1, "Services": 3, "Talks": 1, "Books": 2}
    pages = Page.objects.filter(title__in=numbers)
    owner_client.post(ADDRESS, {f"page-{page.pk}": numbers[page.title] for page in pages})
    assert (titles("nl"), titles("en")) == (["Aanbod"], ["Talks", "Books", "Services"])


def test_a_number_is_that_of_a_place_in_its_own_menu(owner_client, menus, bilingual):
    before = titles("en")
    pages = Page.objects.filter(title__in=["Aanbod", *before])
    numbers = {"Services": 3, "Talks": 1, "Aanbod": 2, "Books": 2}
    answer = owner_client.post(ADDRESS, {f"page-{page.pk}": numbers[page.title] for page in pages})
    assert answer.status_code == 200 and titles("en") == before


def test_while_the_english_home_is_hidden_there_is_one(owner_client, menus, bilingual):
    bilingual.home.status = "draft"
    bilingual.home.save()
    assert shown(owner_client) == [titles("nl")]
    assert set(titles("nl")) == {"Aanbod", "Services", "Talks", "Books"}
