"""Addresses that were asked for in vain are counted, within bounds."""

import sqlite3
from datetime import timedelta
from time import perf_counter

import pytest
import time_machine
from django.db import connection

from publishing.addresses import not_found
from publishing.models import NotFoundAddress, Redirect

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    """A time that stands still, and a process that has counted nothing yet."""
    not_found._collected.clear()
    not_found._stored_at = None
    with time_machine.travel("2026-12-03 08:00 +0000", tick=False) as moment:
        yield moment


def counted():
    return dict(NotFoundAddress.objects.values_list("path", "count"))


def test_what_is_not_there_is_counted(client, clock):
    client.get("/gone.html?from=letter")
    clock.shift(timedelta(seconds=not_found.PAUSE))
    client.get("/gone.html")
    assert counted() == {"/gone.html": 2}


@pytest.mark.parametrize("path", ["/", "/contact/", "/wp-login.php", "/.env", "/cgi-bin/x", "/" + "x" * 600])
def test_what_is_there_and_what_scanners_ask_is_not(client, path):
    client.get(path)
    assert counted() == {}


def test_only_asking_for_a_page_counts(client):
    client.post("/gone.html")
    assert counted() == {}


def test_many_in_a_short_time_are_stored_once(client, clock, django_assert_max_num_queries):
    client.get("/first.html")
    with django_assert_max_num_queries(200):
        for number in range(50):
            client.get(f"/gone-{number}.html")
    assert counted() == {"/first.html": 1}
    clock.shift(timedelta(seconds=not_found.PAUSE))
    client.get("/last.html")
    assert len(counted()) == 52


def test_a_scanner_does_not_push_out_what_people_ask_for(clock, monkeypatch):
    monkeypatch.setattr(not_found, "MOST_ADDRESSES", 20)
    for _time in range(3):
        not_found.note("/asked-often.html")
        clock.shift(timedelta(seconds=not_found.PAUSE))
    for number in range(300):
        not_found.note(f"/scanned-{number}")
        clock.shift(timedelta(seconds=not_found.PAUSE / 10))
    assert NotFoundAddress.objects.count() <= 20
    assert counted()["/asked-often.html"] == 3


def test_what_a_process_collects_is_bounded(monkeypatch):
    not_found.note("/first.html")
    for number in range(10_000):
        not_found.note(f"/scanned-{number}")
    assert len(not_found._collected) <= not_found.MOST_COLLECTED


def test_one_click_leads_to_the_form_and_the_address_is_off_the_list(owner_client):
    owner_client.get("/gone.html")
    content = owner_client.get("/admin/publishing/notfoundaddress/").content.decode()
    form = "/admin/publishing/redirect/add/?path=%2Fgone.html"
    assert f'href="{form}"' in content
    assert 'value="/gone.html"' in owner_client.get(form).content.decode()
    owner_client.post("/admin/publishing/redirect/add/", {"path": "/gone.html", "leads_to": "/contact/"})
    assert (counted(), Redirect.objects.count()) == ({}, 1)


def test_a_database_that_cannot_be_written_changes_no_answer(client, monkeypatch):
    from django.db import DatabaseError

    def refuse(counts):
        raise DatabaseError("locked")

    monkeypatch.setattr(not_found, "_store", refuse)
    assert client.get("/gone.html").status_code == 404


def test_the_list_costs_at_most_12_queries(owner_client, clock, django_assert_max_num_queries):
    NotFoundAddress.objects.bulk_create(
        NotFoundAddress(path=f"/gone-{number}", count=1, last_asked="2026-12-03T08:00Z") for number in range(300)
    )
    with django_assert_max_num_queries(12):
        assert owner_client.get("/admin/publishing/notfoundaddress/").status_code == 200


def test_what_is_new_has_a_chance_however_much_was_scanned_before(clock, monkeypatch):
    monkeypatch.setattr(not_found, "MOST_ADDRESSES", 20)
    NotFoundAddress.objects.bulk_create(
        NotFoundAddress(path=f"/scanned-{number}", count=9, last_asked="2026-01-01T08:00Z") for number in range(20)
    )
    for _time in range(12):
        not_found.note("/new.html")
        clock.shift(timedelta(seconds=not_found.PAUSE))
    assert counted()["/new.html"] == 12


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_somebody_elses_long_write():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one writer at a time")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, uri=True)
    other.execute("BEGIN IMMEDIATE")
    started = perf_counter()
    not_found.note("/gone.html")
    other.execute("ROLLBACK")
    other.close()
    assert perf_counter() - started < 5
    assert counted() == {}
