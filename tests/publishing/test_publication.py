"""What is public is decided by one rule."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pages.models import Page
from tests.factories import create_page

MOMENT = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "published_at", "answer"),
    [
        ("draft", None, 404),
        ("draft", MOMENT - MINUTE, 404),
        ("published", MOMENT - MINUTE, 200),
        ("published", MOMENT, 200),
        ("published", MOMENT + MINUTE, 404),
        ("archived", MOMENT - MINUTE, 404),
    ],
)
def test_visitors_see_what_is_published_and_whose_moment_has_come(client, status, published_at, answer):
    with time_machine.travel(MOMENT, tick=False):
        page = create_page(status=status, published_at=published_at)
        assert client.get("/a-page/").status_code == answer
        assert page.is_published == Page.objects.published().filter(pk=page.pk).exists() == (answer == 200)


def test_a_scheduled_page_appears_at_its_minute_with_nothing_running(client):
    with time_machine.travel(MOMENT, tick=False) as clock:
        create_page(published_at=MOMENT + MINUTE)
        clock.shift(timedelta(seconds=59))
        assert client.get("/a-page/").status_code == 404
        clock.shift(timedelta(seconds=1))
        assert client.get("/a-page/").status_code == 200


def test_a_scheduled_page_enters_the_menu_at_its_minute(client):
    with time_machine.travel(MOMENT, tick=False) as clock:
        create_page(title="Coming soon", menu="main", published_at=MOMENT + MINUTE)
        assert b"Coming soon" not in client.get("/").content
        clock.shift(MINUTE)
        assert b"Coming soon" in client.get("/").content


@pytest.mark.parametrize(
    ("expires_at", "answer"), [(None, 200), (MOMENT + MINUTE, 200), (MOMENT, 404), (MOMENT - MINUTE, 404)]
)
def test_visitors_see_it_until_its_end(client, expires_at, answer):
    with time_machine.travel(MOMENT, tick=False):
        page = create_page(published_at=MOMENT - 9 * MINUTE, expires_at=expires_at)
        assert client.get("/a-page/").status_code == answer
        assert page.is_published == Page.objects.published().filter(pk=page.pk).exists() == (answer == 200)
        assert page.is_expired == Page.objects.expired().filter(pk=page.pk).exists() == (answer == 404)


def test_a_page_leaves_the_menu_at_its_end_with_nothing_running(client):
    with time_machine.travel(MOMENT, tick=False) as clock:
        create_page(title="Leaving", menu="main", expires_at=MOMENT + MINUTE)
        clock.shift(timedelta(seconds=59))
        assert b"Leaving" in client.get("/").content
        clock.shift(timedelta(seconds=1))
        assert b"Leaving" not in client.get("/").content
        assert client.get("/leaving/").status_code == 404


def test_a_page_that_appears_and_ends_without_being_saved_between_keeps_its_address():
    with time_machine.travel(MOMENT, tick=False) as clock:
        page = create_page(published_at=MOMENT + MINUTE, expires_at=MOMENT + 2 * MINUTE)
        assert not page.ever_public
        clock.shift(3 * MINUTE)
        assert page.ever_public and page.needs_publisher
        page.status = "draft"
        page.save()
        assert page.was_public


def test_a_copy_has_no_end():
    with time_machine.travel(MOMENT, tick=False):
        assert create_page(expires_at=MOMENT + MINUTE).duplicate().expires_at is None


def test_publishing_without_a_moment_takes_the_present_one():
    with time_machine.travel(MOMENT, tick=False):
        assert create_page().published_at == MOMENT


def test_next_moment_is_that_of_the_first_item_to_come():
    with time_machine.travel(MOMENT, tick=False):
        create_page(title="Late", published_at=MOMENT + 2 * MINUTE)
        create_page(title="Early", published_at=MOMENT + MINUTE)
        create_page(title="Draft", status="draft", published_at=MOMENT + timedelta(seconds=1))
        assert Page.objects.next_moment() == MOMENT + MINUTE


def test_next_moment_is_also_the_first_end_to_come():
    with time_machine.travel(MOMENT, tick=False):
        create_page(title="Late", published_at=MOMENT + 2 * MINUTE, expires_at=MOMENT + 9 * MINUTE)
        create_page(title="Leaving", expires_at=MOMENT + MINUTE)
        create_page(title="Draft", status="draft", expires_at=MOMENT + timedelta(seconds=1))
        assert Page.objects.next_moment() == MOMENT + MINUTE
        assert Page.objects.next_moment(MOMENT + 9 * MINUTE) is None


def test_text_becomes_html_when_it_is_saved():
    page = create_page(text="Samen **sterk**.")
    assert page.body_html == "<p>Samen <strong>sterk</strong>.</p>\n"


def test_saving_only_some_fields_keeps_html_and_text_in_step():
    page = create_page(text="Old")
    page.text = "New"
    page.save(update_fields=["text"])
    assert "New" in Page.objects.get(pk=page.pk).body_html


def test_control_characters_and_turned_writing_do_not_enter_a_title():
    assert create_page(title="A\u202ebc\x00 \nd").title == "Abc d"
