"""Addresses that were public never break."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.models import Page
from publishing.models import Redirect
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def test_a_new_slug_leaves_a_redirect_that_browsers_keep_for_an_hour(client):
    page = create_page(slug="offer")
    page.slug = "services"
    page.save()
    answer = client.get("/offer/")
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (301, "/services/", "max-age=3600")


def test_the_question_in_an_address_goes_along(client):
    page = create_page(slug="offer")
    page.slug = "services"
    page.save()
    assert client.get("/offer/?from=letter")["Location"] == "/services/?from=letter"


def test_all_that_stands_below_a_moved_page_is_found_again(client):
    top = create_page(slug="offer")
    middle = create_page(slug="dialogue", parent=top)
    create_page(slug="example", parent=middle)
    top.slug = "services"
    top.save()
    assert client.get("/offer/dialogue/example/")["Location"] == "/services/dialogue/example/"
    assert client.get("/services/dialogue/example/").status_code == 200


def test_a_new_parent_leaves_redirects_too(client):
    create_page(slug="other")
    page = create_page(slug="dialogue", parent=create_page(slug="offer"))
    page.parent = Page.objects.get(slug="other")
    page.save()
    assert client.get("/offer/dialogue/")["Location"] == "/other/dialogue/"


def test_after_many_moves_every_old_address_takes_one_hop(client):
    page = create_page(slug="one")
    for slug in ("two", "three", "four"):
        page.slug = slug
        page.save()
    assert {client.get(f"/{old}/")["Location"] for old in ("one", "two", "three")} == {"/four/"}


def test_moving_back_ends_the_redirect(client):
    page = create_page(slug="one")
    for slug in ("two", "one"):
        page.slug = slug
        page.save()
    assert client.get("/one/").status_code == 200
    assert client.get("/two/")["Location"].split("?")[0] == "/one/"


def test_an_address_that_was_never_public_leaves_nothing(client):
    page = create_page(slug="secret", status="draft")
    page.slug = "public"
    page.status = "published"
    page.save()
    assert client.get("/secret/").status_code == 404


def test_a_page_that_was_public_once_still_leaves_a_redirect_when_archived(client):
    page = create_page(slug="one")
    page.status = "archived"
    page.save()
    page.slug = "two"
    page.save()
    assert client.get("/one/").status_code == client.get("/two/").status_code == 404
    page.status = "published"
    page.save()
    assert client.get("/one/")["Location"] == "/two/"


def test_a_page_that_takes_an_address_ends_its_redirect(client):
    page = create_page(slug="one")
    page.slug = "two"
    page.save()
    create_page(title="Newcomer", slug="one")
    assert client.get("/one/").status_code == 200
    assert not Redirect.objects.filter(path="/one/").exists()


def test_a_draft_does_not_take_the_address_yet(client):
    page = create_page(slug="one")
    page.slug = "two"
    page.save()
    create_page(title="Newcomer", slug="one", status="draft")
    assert client.get("/one/")["Location"] == "/two/"


def test_a_scheduled_page_ends_the_redirect_when_it_has_appeared(client):
    page = create_page(slug="one")
    page.slug = "two"
    page.save()
    with time_machine.travel("2026-12-03 08:00 +0000", tick=False) as clock:
        coming = create_page(title="Newcomer", slug="one", published_at=timezone.now() + timedelta(hours=1))
        assert client.get("/one/")["Location"] == "/two/"
        clock.shift(timedelta(hours=1))
        assert client.get("/one/").status_code == 200
        coming.status = "archived"
        coming.save()
        assert client.get("/one/").status_code == 404


def test_deleted_after_having_been_public_is_gone(client):
    page = create_page(slug="one")
    page.slug = "two"
    page.save()
    Page.objects.filter(pk=page.pk).delete()
    assert client.get("/one/").status_code == client.get("/two/").status_code == 410


def test_deleted_and_never_public_is_not_found(client):
    create_page(slug="one", status="draft").delete()
    assert client.get("/one/").status_code == 404


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_what_is_not_public_is_not_found(client, status):
    create_page(slug="one", status=status)
    assert client.get("/one/").status_code == 404


def test_an_ordinary_page_asks_nothing_of_the_redirects(client, django_assert_num_queries, captured_tables):
    create_page(slug="one")
    with captured_tables() as tables:
        client.get("/one/")
    assert "publishing_redirect" not in tables
