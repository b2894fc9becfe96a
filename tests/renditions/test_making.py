"""The job that makes renditions: whole or not at all, never twice, never for a picture that is gone."""

import logging

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError
from PIL import Image as PillowImage

from images import sandbox
from images.models import Image
from images.renditions.making import make, write
from images.renditions.shown import is_ready
from images.renditions.specs import specs
from images.renditions.tasks import make_renditions
from images.storage import media_storage
from publishing import stamp
from tests.factories_images import create_image
from tests.renditions.disk import full_after
from trash.putting import put
from trash.restoring import restore

pytestmark = pytest.mark.django_db


def names(image, *places):
    return sorted(spec.name for place in places for spec in specs(image, place))


def test_what_a_place_needs_is_made_in_one_go(photo, workshop, stored):
    make_renditions.call(photo.pk, ["text", "face"])
    photo.refresh_from_db()
    assert stored() == names(photo, "text", "face")
    assert is_ready(photo, "text")
    assert is_ready(photo, "face")
    assert not is_ready(photo, "card")


def test_every_file_has_the_measures_of_its_spec(photo, workshop):
    make(photo.pk, ["card"])
    for spec in specs(photo, "card"):
        with default_storage.open(spec.name) as file, PillowImage.open(file) as made:
            assert made.size == (spec.width, spec.height)


def test_pages_that_show_it_are_drawn_anew(photo, workshop):
    before = stamp.current()
    make(photo.pk, ["text"])
    assert stamp.current() != before


def test_the_second_time_nothing_is_made_or_written(photo, workshop, django_assert_num_queries):
    make(photo.pk, ["text"])
    made = len(workshop.asked)
    with django_assert_num_queries(1):
        make(photo.pk, ["text"])
    assert len(workshop.asked) == made


def test_what_is_there_is_not_made_again(photo, workshop):
    write(photo, specs(photo, "text")[:2])
    make(photo.pk, ["text"])
    assert sorted(workshop.asked) == sorted(spec.file for spec in specs(photo, "text"))


def test_two_at_once_lose_nothing_of_each_other(photo, workshop):
    begun = []

    def the_other_comes_between(spec):
        if not begun:
            begun.append(True)
            make(photo.pk, ["face"])

    workshop.before_each = the_other_comes_between
    make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert is_ready(photo, "text")
    assert is_ready(photo, "face")


def test_a_failure_in_the_middle_leaves_whole_files_and_nothing_said(photo, workshop, stored, monkeypatch, caplog):
    full_after(2, monkeypatch)
    assert not make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert len(stored()) == 2
    assert photo.ready == []
    assert "will be tried again" in caplog.text


def test_after_a_full_disk_only_the_rest_is_made(photo, workshop, stored, monkeypatch):
    with monkeypatch.context() as patched:
        full_after(2, patched)
        make(photo.pk, ["text"])
    del workshop.asked[:]
    assert make(photo.pk, ["text"])
    assert len(workshop.asked) == len(specs(photo, "text")) - 2
    assert stored() == names(photo, "text")


@pytest.mark.parametrize("error", [sandbox.Failed("memory"), OperationalError("database is locked")])
def test_what_fails_is_said_once_and_raises_nothing(photo, workshop, error, caplog):
    def fail(spec):
        raise error

    workshop.before_each = fail
    assert not make(photo.pk, ["text"])
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "A photo" in caplog.text


def test_a_picture_without_its_file_is_said(photo, workshop, caplog):
    default_storage.delete(photo.file.name)
    assert not make(photo.pk, ["text"])
    assert "A photo" in caplog.text


def test_nothing_is_left_of_a_picture_that_was_deleted_meanwhile(photo, workshop, stored):
    workshop.before_each = lambda spec: Image.objects.filter(pk=photo.pk).delete()
    assert make(photo.pk, ["text"])
    assert stored() == []


@pytest.mark.django_db(transaction=True)
def test_what_was_in_the_bin_while_it_was_made_is_not_said_to_be_ready(photo, workshop, monkeypatch):
    save, saved = media_storage.save, []

    def deleted_and_undone_after_the_first(name, content):
        if len(saved) == 1:
            restore(put([Image.objects.get(pk=photo.pk)], by=None))
        saved.append(name)
        return save(name, content)

    with monkeypatch.context() as patched:
        patched.setattr(media_storage, "save", deleted_and_undone_after_the_first)
        make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert not is_ready(photo, "text")
    make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert is_ready(photo, "text")


def test_nothing_is_left_of_a_file_that_was_replaced_meanwhile(photo, workshop, stored):
    workshop.before_each = lambda spec: Image.objects.filter(pk=photo.pk).update(file=f"images/cd/{'cd' * 16}.jpg")
    make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert stored() == []
    assert photo.ready == []


def test_a_focal_point_that_moved_meanwhile_is_not_said_to_be_ready(photo, workshop):
    workshop.before_each = lambda spec: Image.objects.filter(pk=photo.pk).update(focal_x=5)
    make(photo.pk, ["face", "text"])
    photo.refresh_from_db()
    assert is_ready(photo, "text")
    assert not is_ready(photo, "face")


def test_what_another_picture_of_the_same_pixels_shows_is_left(photo, workshop, stored):
    twin = create_image(file=photo.file.name, width=photo.width, height=photo.height)
    workshop.before_each = lambda spec: Image.objects.filter(pk=photo.pk).delete()
    make(photo.pk, ["text"])
    assert stored() == names(twin, "text")


def test_keys_of_what_is_shown_no_longer_go_from_the_row(photo, workshop):
    photo.ready = ["00000000"]
    photo.save()
    make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert len(photo.ready) == 1
    assert is_ready(photo, "text")


def test_a_picture_that_is_gone_and_a_place_that_is_no_more_are_passed_by(photo, workshop, stored):
    assert make(photo.pk + 1, ["text"])
    assert make(photo.pk, ["a place of former code"])
    assert stored() == []
