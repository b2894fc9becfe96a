"""Many forms from one network count, without a row for each and without an address."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import RequestFactory

from contact import busyness
from contact.models import Busyness, Message, Status
from tests.contact.forms import filled_in

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def known_buckets(settings):
    """Two networks share a bucket now and then, by the key of the site."""
    settings.SECRET_KEY = "known"


def count(address, **headers):
    return busyness.count(RequestFactory().post("/contact/", REMOTE_ADDR=address, **headers))


@time_machine.travel(NOON, tick=False)
def test_a_network_is_counted_as_one_and_others_apart():
    assert [count("192.0.2.1"), count("192.0.2.99"), count("2001:db8::1"), count("2001:db8:0:7::2")] == [1, 2, 1, 2]
    assert count("198.51.100.1") == 1
    assert count("nonsense") == 1


def test_another_hour_begins_anew():
    with time_machine.travel(NOON, tick=False) as clock:
        assert [count("192.0.2.1"), count("192.0.2.1")] == [1, 2]
        clock.shift(timedelta(hours=1))
        assert count("192.0.2.1") == 1


def test_the_bucket_of_a_network_changes_daily():
    with time_machine.travel(NOON, tick=False) as clock:
        for _day in range(8):
            count("192.0.2.1")
            clock.shift(timedelta(days=1))
    assert Busyness.objects.count() > 1


@time_machine.travel(NOON, tick=False)
def test_there_are_never_more_rows_than_buckets(monkeypatch):
    monkeypatch.setattr(busyness, "BUCKETS", 16)
    for number in range(200):
        count(f"10.0.{number}.1")
    assert Busyness.objects.count() <= 16


@time_machine.travel(NOON, tick=False)
def test_only_a_trusted_proxy_is_believed_about_the_sender(settings):
    assert [count("192.0.2.1", HTTP_X_FORWARDED_FOR=f"10.0.{n}.1") for n in range(3)] == [1, 2, 3]
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    assert [count("127.0.0.1", HTTP_X_FORWARDED_FOR=f"1.1.1.1, 10.0.{n}.1") for n in range(3)] == [1, 1, 1]


@pytest.fixture
def message_among(client, monkeypatch):
    """A message as it is stored when so many others came within the hour."""

    def message_among(others, **fields):
        monkeypatch.setattr("contact.busyness.count", lambda request: others + 1)
        client.post("/contact/", filled_in(body=f"Among {others}", **fields))
        return Message.objects.latest("pk")

    return message_among


def test_the_busier_a_network_the_more_points(message_among):
    assert [message_among(others).spam_score for others in (9, 10, 60, 1200)] == [0, 20, 40, 50]


def test_a_message_without_any_other_sign_is_no_spam_on_a_busy_network(message_among):
    assert message_among(1000).status == Status.NEW
    assert message_among(20, stamp="").status == Status.SPAM
    assert message_among(1200).status == Status.SPAM


@time_machine.travel(NOON, tick=False)
def test_every_form_that_is_sent_is_counted(client):
    for number in range(3):
        client.post("/contact/", filled_in(body=f"Number {number}"))
    assert Busyness.objects.get().count == 3


def test_a_sender_by_ipv4_is_one_where_the_site_listens_on_ipv6():
    assert busyness._network("::ffff:192.0.2.7") == busyness._network("192.0.2.9") == "192.0.2.0/24"
