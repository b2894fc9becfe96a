"""Above a form stands, in a sentence, what visitors see of the item."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from pages.models import Page
from publishing.states import moment_in_words, state_in_words
from tests.factories import create_page

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
LATER = datetime(2026, 12, 3, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def english_at_noon():
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield


def test_a_scheduled_page_names_its_moment_in_the_sites_own_time():
    page = create_page(published_at=LATER)
    assert state_in_words(page) == "Scheduled: visitors see this from Thursday 3 December at 09:00, in 8 days."
    assert moment_in_words(page) == "from Thursday 3 December at 09:00, in 8 days"


def test_a_published_page_names_its_day():
    page = create_page(published_at=NOW - timedelta(days=22))
    assert state_in_words(page) == "Published: visitors see this since 3 November 2026."
    assert moment_in_words(page) == "since 3 November 2026"


def test_an_end_to_come_is_named_too():
    page = create_page(published_at=NOW - timedelta(days=1), expires_at=LATER)
    end = "until Thursday 3 December at 09:00, in 8 days"
    assert state_in_words(page) == f"Published: visitors see this since yesterday. They see it {end}."
    assert moment_in_words(page) == f"since yesterday, {end}"


def test_what_has_ended_names_its_end():
    page = create_page(published_at=NOW - timedelta(days=22), expires_at=NOW)
    assert state_in_words(page) == "Ended: visitors saw this until today at 12:00."
    assert moment_in_words(page) == "until today at 12:00"


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_what_visitors_do_not_see_has_no_moment(status):
    page = create_page(status=status, published_at=LATER)
    assert "visitors don't see this" in state_in_words(page)
    assert moment_in_words(page) == ""


def test_a_refused_form_still_says_what_is_stored(owner_client):
    page = create_page(status="draft")
    answer = owner_client.post(reverse("admin:pages_page_change", args=[page.pk]), {"title": "", "status": "published"})
    assert Page.objects.get(pk=page.pk).status == "draft"
    assert "state-in-words--draft" in answer.text
    assert "state-in-words--published" not in answer.text
