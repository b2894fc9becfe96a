"""What was read most in thirty days, beside the thirty days before."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from blog.models import Post
from consultancy.models import Reading
from consultancy.readings.most import most_read
from pages.models import Page
from tests.factories import create_page
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db


def read(item, count, days=1):
    kind = ContentType.objects.get_for_model(item)
    day = timezone.localdate() - timedelta(days=days)
    Reading.objects.create(day=day, item_type=kind, item_uuid=item.uuid, count=count)


def test_the_most_read_stands_first_with_what_it_was_before():
    silence, offer = create_post(title="Silence"), create_page(title="Offer")
    for item, count, days in ((silence, 4, 0), (silence, 5, 29), (silence, 6, 30), (offer, 3, 3), (offer, 9, 59)):
        read(item, count, days)
    found = most_read([Post, Page])
    assert [(one.title, one.count, one.before) for one in found.items] == [("Silence", 9, 6), ("Offer", 3, 9)]
    assert (found.count, found.before) == (12, 15)


def test_of_an_earlier_period_that_was_hardly_counted_nothing_is_said():
    page = create_page()
    read(page, 4), read(page, 1, 31)
    assert most_read([Page]).before is None


def test_only_kinds_that_are_asked_for():
    read(create_post(title="Silence"), 4)
    assert most_read([Page]).items == [] and most_read([]).items == []


def test_what_was_deleted_is_left_out():
    gone, page = create_post(), create_page(title="Offer")
    read(gone, 9), read(page, 1)
    gone.delete()
    assert [one.title for one in most_read([Post, Page]).items] == ["Offer"]


@pytest.mark.parametrize("number", [3, 60])
def test_three_queries_for_any_number(number, django_assert_num_queries):
    for key in range(number):
        read(create_post(slug=f"post-{key}"), key + 1)
    most_read([Post, Page])
    with django_assert_num_queries(3):
        assert len(most_read([Post, Page]).items) == min(number, 5)
