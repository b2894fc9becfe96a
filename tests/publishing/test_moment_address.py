"""The form asks in words which moment is being typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import translation

from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/editor/moment/"
NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("day", "time", "words"),
    [
        ("2026-11-25", "12:30", "30 minute"),
        ("2026-12-03", "09:00", "8 days"),
        ("2027-03-28", "02:30", "clock is put forward"),
        ("2027-10-31", "02:30", "clock is put back"),
        ("0001-01-01", "00:00", "too far away"),
        ("9999-12-31", "23:59", "too far away"),
    ],
)
def test_it_is_answered_in_words_or_with_what_is_wrong(owner_client, day, time, words):
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        answer = owner_client.get(ADDRESS, {"day": day, "time": time})
    assert words in answer.text
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("typed", [{}, {"day": "2026-1"}, {"day": "2026-12-03"}, {"day": "x", "time": "25:99"}])
def test_nothing_is_said_while_it_is_being_typed(owner_client, typed):
    answer = owner_client.get(ADDRESS, typed)
    assert (answer.status_code, answer.text) == (200, "")


def test_visitors_are_refused(client):
    assert client.get(ADDRESS, {"day": "2026-12-03", "time": "09:00"}).status_code == 403


def test_a_member_of_staff_may_ask(client):
    client.force_login(create_user())
    assert client.get(ADDRESS).status_code == 200


def test_without_a_script_the_form_says_what_is_stored(owner_client):
    with time_machine.travel(NOW, tick=False):
        page = create_page(published_at=NOW)
        form = owner_client.get(f"/admin/pages/page/{page.pk}/change/").text
    assert '<p class="moment-in-words" role="status">' in form
    assert "12" in form.split('class="moment-in-words" role="status">')[1].split("</p>")[0]
