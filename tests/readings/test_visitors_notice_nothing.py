"""Counting costs a visitor no query, no cookie and no answer."""

import sqlite3

import pytest
from django.core.signals import request_finished
from django.db import OperationalError, connection

from consultancy.models import Reading
from consultancy.readings import counting
from tests.factories import create_page


@pytest.fixture
def page(db):
    return create_page(title="Offer", slug="offer")


@pytest.fixture
def a_minute_later(monkeypatch):
    """What was counted is due at the end of the next request."""
    monkeypatch.setattr(counting, "PAUSE", 0)


def test_a_page_costs_no_query_and_sets_no_cookie(visit, page, django_assert_num_queries):
    visit("/offer/")
    with django_assert_num_queries(3):
        answer = visit("/offer/")
    assert not answer.cookies


def test_nothing_is_written_within_a_minute(visit, page):
    for _ in range(5):
        visit("/offer/")
    assert not Reading.objects.exists()


def test_after_a_minute_it_is_written_once_the_answer_is_sent(visit, page, a_minute_later):
    seen = []
    request_finished.connect(lambda **_: seen.append(Reading.objects.count()), weak=False, dispatch_uid="test")
    try:
        visit("/offer/")
        visit("/offer/")
    finally:
        request_finished.disconnect(dispatch_uid="test")
    assert Reading.objects.get().count == 2 and len(seen) == 2


def test_nothing_of_the_reader_is_kept():
    assert {field.name for field in Reading._meta.get_fields()} == {"id", "day", "item_type", "item_uuid", "count"}


def test_a_database_that_refuses_costs_no_answer(visit, page, a_minute_later, monkeypatch, caplog):
    def refuse(rows):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(counting, "_add", refuse)
    assert visit("/offer/").status_code == 200
    assert "could not be written down" in caplog.text
    monkeypatch.undo()
    counting.store()
    assert Reading.objects.get().count == 1


@pytest.mark.parametrize(("wait", "patience"), [(False, [0]), (True, [20_000])])
def test_only_the_end_of_a_process_waits_for_a_lock(page, monkeypatch, wait, patience):
    seen = []

    def look(counts):
        with connection.cursor() as cursor:
            seen.append(cursor.execute("PRAGMA busy_timeout").fetchone()[0])

    monkeypatch.setattr(counting, "_write", look)
    counting.count("/offer/")
    counting.store(wait=wait)
    assert seen == patience


@pytest.mark.django_db(transaction=True)
def test_a_locked_database_is_not_waited_for(visit, a_minute_later):
    page = create_page(title="Offer", slug="offer")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert visit(page.get_absolute_url()).status_code == 200
    finally:
        other.execute("ROLLBACK")
        other.close()
    counting.store()
    assert Reading.objects.get().count == 1
