"""However much comes by, the numbers take a bounded place, and are kept for a bounded time."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from blog.models import Post
from consultancy import readings
from consultancy.jobs import delete_old_counts
from consultancy.models import Reading
from consultancy.readings import counting
from tests.factories import create_page
from tests.factories_blog import create_post, grow

pytestmark = pytest.mark.django_db


def test_a_process_collects_so_many_addresses_and_no_more(monkeypatch):
    monkeypatch.setattr(counting, "MOST_PATHS", 2)
    for path in ("/a/", "/b/", "/c/", "/a/"):
        readings.count(path)
    assert sorted((path, number) for (_day, path), number in counting._take().items()) == [("/a/", 2), ("/b/", 1)]


def test_a_day_has_so_many_rows_and_no_more(monkeypatch):
    monkeypatch.setattr(counting, "MOST_A_DAY", 2)
    for slug in ("one", "two", "three"):
        readings.count(create_post(slug=slug).get_absolute_url())
        counting.store()
    readings.count("/blog/one/")
    counting.store()
    assert sorted(Reading.objects.values_list("count", flat=True)) == [1, 2]


def test_two_processes_add_to_the_same_number():
    page = create_page(slug="offer")
    row = Reading.objects.create(
        day=timezone.localdate(), item_type=ContentType.objects.get_for_model(page), item_uuid=page.uuid, count=5
    )
    readings.count("/offer/")
    counting.store()
    row.refresh_from_db()
    assert row.count == 6


def test_a_day_is_one_of_the_sites_time_zone():
    with time_machine.travel(datetime(2026, 3, 1, 23, 30, tzinfo=UTC), tick=False):
        create_page(slug="offer")
        readings.count("/offer/")
    with time_machine.travel(datetime(2026, 3, 5, 12, 0, tzinfo=UTC), tick=False):
        counting.store()
    assert Reading.objects.get().day == date(2026, 3, 2)


def test_old_numbers_are_deleted_at_night():
    page = create_page(slug="offer")
    kind = ContentType.objects.get_for_model(page)
    for days in (399, 401):
        day = timezone.localdate() - timedelta(days=days)
        Reading.objects.create(day=day, item_type=kind, item_uuid=page.uuid, count=1)
    delete_old_counts.call()
    assert [timezone.localdate() - row.day for row in Reading.objects.all()] == [timedelta(days=399)]


def test_writing_takes_the_same_queries_for_any_number(django_assert_max_num_queries):
    grow(200)
    for post in Post.objects.all():
        readings.count(post.get_absolute_url())
    with django_assert_max_num_queries(12):
        counting.store()
    assert Reading.objects.count() == 200
