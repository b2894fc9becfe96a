"""A moment is said as a person says it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from publishing.moments import in_words, trouble_with_clock

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 25, 14, 5, tzinfo=AMSTERDAM)


def at(*when):
    return datetime(*when, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(2025, 5, 3, 9), "3 May 2025"),
        (at(2026, 11, 23, 23, 59), "23 November 2026"),
        (at(2026, 11, 24, 0, 0), "yesterday"),
        (at(2026, 11, 25, 9, 15), "today at 09:15"),
        (NOW, "today at 14:05"),
        (at(2026, 11, 25, 14, 6), "today at 14:06, in 1 minute"),
        (at(2026, 11, 25, 15, 4), "today at 15:04, in 59 minutes"),
        (at(2026, 11, 25, 15, 5), "today at 15:05, in 1 hour"),
        (at(2026, 11, 25, 16, 30), "today at 16:30, in 2 hours"),
        (at(2026, 11, 26, 0, 0), "tomorrow at 00:00"),
        (at(2026, 11, 26, 23, 59), "tomorrow at 23:59"),
        (at(2026, 11, 27, 0, 0), "Friday 27 November at 00:00, in 2 days"),
        (at(2026, 12, 3, 9), "Thursday 3 December at 09:00, in 8 days"),
        (at(2027, 1, 24, 9), "Sunday 24 January 2027 at 09:00, in 60 days"),
        (at(2027, 1, 25, 9), "Monday 25 January 2027 at 09:00, in 2 months"),
        (at(2027, 2, 24, 9), "Wednesday 24 February 2027 at 09:00, in 2 months"),
        (at(2028, 11, 25, 9), "Saturday 25 November 2028 at 09:00, in 24 months"),
        (at(2031, 11, 24, 9), "Monday 24 November 2031 at 09:00, in 4 years"),
    ],
)
def test_it_is_named_with_its_distance(moment, words):
    with translation.override("en"):
        assert in_words(moment, NOW) == words


def test_the_day_is_that_of_the_sites_own_time_zone():
    with translation.override("en"):
        assert in_words(datetime(2026, 11, 25, 23, 30, tzinfo=UTC), NOW) == "tomorrow at 00:30"


def test_hours_are_those_that_pass_where_the_clock_changes_on_the_way():
    with translation.override("en"):
        assert in_words(at(2027, 3, 28, 4, 0), at(2027, 3, 28, 1, 0)) == "today at 04:00, in 2 hours"
        assert in_words(at(2027, 10, 31, 4, 0), at(2027, 10, 31, 1, 0)) == "today at 04:00, in 4 hours"


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("2027-03-28T01:59", ""),
        ("2027-03-28T02:00", "02:00 does not exist"),
        ("2027-03-28T02:59", "02:59 does not exist"),
        ("2027-03-28T03:00", ""),
        ("2027-10-31T01:59", ""),
        ("2027-10-31T02:00", "02:00 comes twice"),
        ("2027-10-31T02:59", "02:59 comes twice"),
        ("2027-10-31T03:00", ""),
    ],
)
def test_an_hour_that_the_clock_skips_or_repeats_is_named(typed, trouble):
    with translation.override("en"):
        found = trouble_with_clock(datetime.fromisoformat(typed))
    assert trouble in found and bool(trouble) == bool(found)


def test_a_template_says_nothing_where_there_is_no_moment():
    source = Template("{% load publishing %}[{{ moment|in_words }}]")
    assert source.render(Context({"moment": None})) == "[]"
