"""Many forms from one network count, without a row for each and without an address."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import RequestFactory

from contact import busyness
from contact.models import Busyness, Message, Status
from contact.spam import BUSY, FLOODED
from tests.contact.forms import filled_in

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


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


@time_machine.travel(NOON, tick=False)
def test_a_flood_becomes_spam_and_a_busy_network_does_not(client):
    for number in range(FLOODED + 2):
        assert client.post("/contact/", filled_in(body=f"Number {number}")).status_code == 302
    messages = list(Message.objects.order_by("pk"))
    assert [message.spam_score for message in messages[:BUSY]] == [0] * BUSY
    assert messages[BUSY].spam_score > 0
    assert messages[FLOODED - 1].status == Status.NEW
    assert messages[FLOODED].status == Status.SPAM
