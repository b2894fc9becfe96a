"""The main menu in one place, put in order by number: by keyboard, and without script."""

import pytest
from django.contrib.admin.models import LogEntry

from pages.models import Page
from pages.site import current_site
from tests.admin.forms import filled_in
from tests.brand.profile import fill
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/pages/page/menu/"


@pytest.fixture
def pages():
    """One, Two, Three and Four in the menu, with a page of no menu in their midst."""
    made = [create_page(title=title, menu="main") for title in ("One", "Two")]
    create_page(title="Elsewhere")
    return made + [create_page(title=title, menu="main") for title in ("Three", "Four")]


def menu():
    return [item.title for item in current_site().menu]


@pytest.fixture
def order(owner_client, pages):
    """A function that gives pages, by their title, another number than the one that stands there."""

    def order(**places):
        numbers = {page.title: number for number, page in enumerate(pages, 1)} | places
        return owner_client.post(ADDRESS, {f"page-{page.pk}": numbers[page.title] for page in pages}, follow=True)

    return order


@pytest.mark.parametrize(
    ("places", "becomes"),
    [
        ({}, "One Two Three Four"),
        ({"Four": 1}, "Four One Two Three"),
        ({"Four": 2}, "One Four Two Three"),
        ({"One": 3}, "Two Three One Four"),
        ({"One": 4}, "Two Three Four One"),
        ({"One": 2, "Two": 1}, "Two One Three Four"),
        ({"One": 4, "Two": 3, "Three": 2, "Four": 1}, "Four Three Two One"),
        ({"One": 3, "Four": 1}, "Four Two One Three"),
        ({"Two": 4, "Four": 1}, "Four One Three Two"),
        ({"One": 2, "Four": 2}, "Two One Four Three"),
        ({"One": 4, "Two": 4}, "Three Four Two One"),
    ],
)
def test_who_is_given_a_place_gets_it_and_the_others_move_up(order, places, becomes):
    order(**places)
    assert menu() == becomes.split()


def test_what_stands_between_them_elsewhere_stays_in_its_place(order):
    before = Page.objects.get(title="Elsewhere").position
    order(Four=1)
    positions = list(Page.objects.filter(menu="main").order_by("position").values_list("position", flat=True))
    assert Page.objects.get(title="Elsewhere").position == before
    assert positions[1] < before < positions[2]


def test_pages_that_have_one_position_are_told_apart(owner_client, pages):
    Page.objects.update(position=10)
    by_title = sorted(pages, key=lambda page: page.title)
    owner_client.post(ADDRESS, {f"page-{page.pk}": place for place, page in enumerate(reversed(by_title), 1)})
    assert menu() == ["Two", "Three", "One", "Four"]


def test_at_the_last_position_that_there_is_they_share_out_new_ones(order):
    Page.objects.filter(menu="main").update(position=1_000_000)
    assert menu() == ["Four", "One", "Three", "Two"]
    order()
    assert menu() == ["One", "Two", "Three", "Four"]
    for page in Page.objects.filter(menu="main"):
        page.full_clean()


def test_a_new_page_behind_the_last_position_can_be_saved_again(pages):
    Page.objects.filter(pk=pages[0].pk).update(position=1_000_000)
    create_page(title="Five").full_clean()


@pytest.mark.parametrize("number", [0, 5, -1, "", "first", 10**30])
def test_a_number_that_is_no_place_is_refused_and_stays_there_to_be_mended(order, number):
    answer = order(Two=number)
    assert answer.status_code == 200
    assert 'class="errorlist"' in answer.content.decode()
    assert menu() == ["One", "Two", "Three", "Four"]


def test_every_number_has_the_name_of_its_page(owner_client, pages):
    create_page(title="A long title", menu="main", menu_title="Short", status="draft")
    content = owner_client.get(ADDRESS).content.decode()
    for page in Page.objects.filter(menu="main"):
        assert f'<label for="id_page-{page.pk}">{page.menu_title or page.title}</label>' in content
    assert "state-draft" in content and "Contact</label>" not in content


def test_a_menu_of_none_says_where_it_begins(owner_client):
    content = owner_client.get(ADDRESS).content.decode()
    assert 'method="post"' not in content.split('id="content"')[1]


def test_the_profile_shows_the_order_and_leads_there(owner_client, pages):
    profile = fill(name="A Name")
    content = owner_client.get(f"/admin/pages/profile/{profile.pk}/change/").content.decode()
    listed = content.split('class="menu-in-order"')[1].split("</ol>")[0]
    assert [listed.index(title) for title in ("One", "Two", "Three", "Four")] == sorted(
        listed.index(title) for title in ("One", "Two", "Three", "Four")
    )
    assert f'href="{ADDRESS}"' in content
    assert f'href="{ADDRESS}"' in owner_client.get("/admin/pages/page/").content.decode()


def test_it_leads_nobody_there_who_may_not_change_it(client, pages):
    profile = fill(name="A Name")
    client.force_login(create_user("pages.view_page", "pages.change_page", "pages.change_profile"))
    content = client.get(f"/admin/pages/profile/{profile.pk}/change/").content.decode()
    assert 'class="menu-in-order"' in content and f'href="{ADDRESS}"' not in content


def test_saving_the_profile_leaves_the_menu_as_it_is(owner_client, pages):
    form = f"/admin/pages/profile/{fill(name='A Name').pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, name="Another Name"))
    assert menu() == ["One", "Two", "Three", "Four"]


def test_what_moved_is_in_its_history(order, pages):
    order(Two=1)
    assert {entry.object_repr for entry in LogEntry.objects.all()} == {"One", "Two"}


def test_only_whoever_decides_what_visitors_see_puts_it_in_order(client, pages, owner):
    data = {f"page-{page.pk}": 5 - place for place, page in enumerate(pages, 1)}
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    assert client.get(ADDRESS).status_code == client.post(ADDRESS, data).status_code == 403
    assert f'href="{ADDRESS}"' not in client.get("/admin/pages/page/").content.decode()
    assert menu() == ["One", "Two", "Three", "Four"]
    client.force_login(owner)
    client.post(ADDRESS, data)
    assert menu() == ["Four", "Three", "Two", "One"]


def test_a_long_menu_costs_no_more_queries(owner_client, django_assert_max_num_queries):
    for number in range(30):
        create_page(title=f"Page {number}", menu="main")
    data = {f"page-{page.pk}": 31 - n for n, page in enumerate(Page.objects.filter(menu="main"), 1)}
    with django_assert_max_num_queries(12):
        owner_client.get(ADDRESS)
    owner_client.post(ADDRESS, data)
    assert menu()[0] == "Page 29"
