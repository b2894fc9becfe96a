"""Links between own items are kept by identity."""

import pytest

from pages.models import Page
from publishing.models import BrokenLink, Reference
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def rename(page, slug):
    page = Page.objects.get(pk=page.pk)
    page.slug = slug
    page.save()


def test_a_moved_page_takes_the_links_to_it_along(client):
    target = create_page(slug="offer")
    source = create_page(slug="source", text="See [this](/offer/).")
    rename(target, "services")
    source.refresh_from_db()
    assert source.text == "See [this](/services/)."
    assert b'href="/services/"' in client.get("/source/").content


def test_links_to_what_stands_below_a_moved_page_go_along():
    top = create_page(slug="offer")
    create_page(slug="dialogue", parent=top)
    source = create_page(slug="source", text="[a](/offer/dialogue/#how) and [b](/offer/)")
    rename(top, "services")
    source.refresh_from_db()
    assert source.text == "[a](/services/dialogue/#how) and [b](/services/)"


def test_a_draft_that_links_is_brought_up_to_date_too():
    target = create_page(slug="offer", status="draft")
    source = create_page(slug="source", status="draft", text="[a](/offer/)")
    rename(target, "services")
    source.refresh_from_db()
    assert source.text == "[a](/services/)"


def test_an_old_address_typed_later_becomes_the_present_one():
    target = create_page(slug="offer")
    rename(target, "services")
    assert create_page(slug="source", text="[a](/offer/)").text == "[a](/services/)"


def test_the_whole_address_of_this_site_is_a_link_to_the_item(settings):
    settings.SITE_URL = "https://www.example.nl"
    create_page(slug="offer")
    text = create_page(
        slug="source", text="[a](https://www.example.nl/offer?x=1#b) [c](https://elsewhere.example/offer/)"
    ).text
    assert text == "[a](/offer/?x=1#b) [c](https://elsewhere.example/offer/)"


def test_a_page_that_links_to_itself_moves_with_its_link():
    page = create_page(slug="offer", status="draft", text="[top](/offer/)")
    page.slug = "services"
    page.save()
    assert page.text == "[top](/services/)"
    page.save()
    assert Page.objects.get(pk=page.pk).text == "[top](/services/)"


def test_two_pages_that_exchange_their_addresses_keep_their_links_apart():
    one, two = create_page(slug="one"), create_page(slug="two")
    source = create_page(slug="source", text="[1](/one/) [2](/two/)")
    rename(one, "between")
    rename(two, "one")
    rename(one, "two")
    source.refresh_from_db()
    assert source.text == "[1](/two/) [2](/one/)"


def test_code_that_looks_like_a_link_is_left_alone():
    target = create_page(slug="offer")
    source = create_page(slug="source", text="`[a](/offer/)` and [b](/offer/)")
    rename(target, "services")
    source.refresh_from_db()
    assert source.text == "`[a](/offer/)` and [b](/services/)"


def test_what_is_no_longer_linked_is_no_longer_kept():
    create_page(slug="offer")
    source = create_page(slug="source", text="[a](/offer/)")
    assert Reference.objects.count() == 1
    source.text = "Nothing."
    source.save()
    assert Reference.objects.count() == 0


def test_a_deleted_page_leaves_no_references():
    target = create_page(slug="offer")
    create_page(slug="source", text="[a](/offer/)")
    target.delete()
    assert Reference.objects.count() == 0
    assert list(BrokenLink.objects.values_list("path", flat=True)) == ["/offer/"]


def test_links_that_only_look_like_addresses_are_no_trouble():
    text = "[a](//[bad) [b](http://[::1) [c](/nowhere/) [d](#here) [e](mailto:a@example.nl) [f](</with space/>)"
    assert create_page(text=text).text == text


def test_a_link_typed_before_its_page_exists_follows_the_page_too():
    source = create_page(slug="source", text="[a](/offer/)")
    target = create_page(slug="offer")
    rename(target, "services")
    create_page(title="Newcomer", slug="offer")
    source.refresh_from_db()
    assert source.text == "[a](/services/)"


def test_a_link_to_a_deleted_page_follows_the_page_that_takes_its_address():
    source = create_page(slug="source", text="[a](/offer/)")
    create_page(slug="offer").delete()
    rename(create_page(title="Newcomer", slug="offer"), "services")
    source.refresh_from_db()
    assert source.text == "[a](/services/)"


def test_moving_a_branch_costs_a_bounded_number_of_queries(django_assert_max_num_queries):
    top = create_page(slug="offer")
    Page.objects.bulk_create(
        Page(title=f"P{n}", slug=f"p{n}", path=f"offer/p{n}", parent=top, position=n, status="draft") for n in range(50)
    )
    top.slug = "services"
    with django_assert_max_num_queries(40):
        top.save()
    assert Page.objects.filter(path__startswith="services/").count() == 50
