"""Who shows a picture whose sizes are missing has them made, without a write or a question on the way."""

import pytest
from django.core.signals import request_finished
from django.db import DatabaseError
from django_tasks_db.models import DBTaskResult

from images.renditions import asking
from images.renditions.specs import set_key
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1000.0

    monkeypatch.setattr(asking, "monotonic", lambda: Clock.now)
    return Clock


@pytest.fixture
def serving():
    asking.begin()
    yield
    request_finished.disconnect(asking.enqueue)


def uploaded():
    """A picture of which there is what is made at the upload."""
    image = create_image()
    image.ready = [set_key(image, "first")]
    return image


def jobs():
    return [job.args_kwargs["args"] for job in DBTaskResult.objects.order_by("enqueued_at")]


def test_nothing_is_asked_of_the_database_while_a_page_is_drawn(django_assert_num_queries):
    image = uploaded()
    with django_assert_num_queries(0):
        asking.ask(image, "text")


def test_all_places_of_a_picture_are_one_job():
    first, second = uploaded(), uploaded()
    for image, place in ((first, "text"), (second, "card"), (first, "face"), (first, "text")):
        asking.ask(image, place)
    asking.enqueue()
    assert jobs() == [[first.pk, ["face", "text"]], [second.pk, ["card"]]]


def test_what_is_ready_is_not_asked_for():
    image = uploaded()
    image.ready = [set_key(image, "text")]
    asking.ask(image, "text")
    asking.enqueue()
    assert jobs() == []


def test_the_same_is_asked_for_once_in_ten_minutes_and_more_and_more_seldom(clock):
    image, moments = uploaded(), []
    for minute in range(100):
        clock.now = 1000 + 60 * minute
        asking.ask(image, "text")
        asking.enqueue()
        if len(jobs()) > len(moments):
            moments.append(minute)
    assert moments == [0, 10, 30, 70]


def test_it_is_asked_for_every_day_at_last(clock):
    image = uploaded()
    for day in range(20):
        clock.now = 1000 + asking.LONGEST_PAUSE * day
        asking.ask(image, "text")
    asking.enqueue()
    clock.now += asking.LONGEST_PAUSE
    asking.ask(image, "text")
    asking.enqueue()
    assert len(jobs()) == 2


def test_what_was_made_and_is_gone_again_is_asked_for_at_once():
    image = uploaded()
    asking.ask(image, "text")
    asking.enqueue()
    before, image.ready = image.ready, [set_key(image, "text")]
    asking.ask(image, "text")
    image.ready = before
    asking.ask(image, "text")
    asking.enqueue()
    assert len(jobs()) == 2


def test_what_is_shown_until_the_rest_is_made_is_asked_for_where_it_is_gone():
    image = create_image()
    asking.ask(image, "text")
    asking.enqueue()
    assert jobs() == [[image.pk, ["first", "text"]]]


def test_a_moved_focal_point_is_asked_for_at_once():
    image = uploaded()
    asking.ask(image, "face")
    asking.enqueue()
    image.focal_x = 10
    asking.ask(image, "face")
    asking.enqueue()
    assert len(jobs()) == 2


def test_it_is_asked_for_after_the_answer_of_a_server(client, serving):
    asking.ask(uploaded(), "text")
    client.get("/healthz")
    assert len(jobs()) == 1


def test_a_database_that_is_busy_is_asked_after_the_next_answer(monkeypatch, caplog):
    def refuse(*arguments):
        raise DatabaseError("database is locked")

    image = uploaded()
    asking.ask(image, "text")
    with monkeypatch.context() as patched:
        patched.setattr("django_tasks.base.Task.enqueue", refuse)
        asking.enqueue()
    assert "could not be asked for yet" in caplog.text
    asking.enqueue()
    assert jobs() == [[image.pk, ["text"]]]


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(asking, "MOST_WAITING", 3)
    monkeypatch.setattr(asking, "MOST_REMEMBERED", 2)
    for _number in range(5):
        asking.ask(uploaded(), "text")
    assert len(asking._asked) == 2
    asking.enqueue()
    assert len(jobs()) == 3


def test_an_image_that_is_no_row_is_passed_by():
    image = uploaded()
    image.pk = None
    asking.ask(image, "text")
    asking.enqueue()
    assert jobs() == []
