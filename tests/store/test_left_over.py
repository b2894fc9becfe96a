"""What no row names any more is gone from disk and store; what one names stays, whatever happens."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from images.discarding import MANY
from images.models import Document, Image
from images.names import cover_name
from tests.store.files import stored_document, stored_image, stored_rendition
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db(transaction=True)


def tonight():
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        empty_bin.call()


def test_a_picture_goes_with_all_its_renditions(storage, names):
    image = stored_image()
    stored_rendition(image)
    stored_rendition(image, "first", 320)
    image.delete()
    assert names() == []


def test_a_document_goes_with_its_cover(storage, names):
    stored_document(cover=storage.save(cover_name(b"a cover"), ContentFile(b"a cover"))).delete()
    assert names() == []


def test_a_file_that_another_item_names_stays_with_its_renditions(storage, names):
    image = stored_image()
    stored_rendition(image)
    there = names()
    stored_image().delete()
    assert names() == there


def test_a_picture_that_gets_another_file_loses_the_former_one(storage, names):
    image, other = stored_image(), stored_image(b"another")
    stored_rendition(image)
    new = other.file.name
    Image.objects.filter(pk=other.pk).delete()
    storage.save(new, ContentFile(b"another"))
    image.file = new
    image.save()
    assert names() == [new]


@pytest.mark.parametrize("change", ["delete", "replace"])
def test_what_is_taken_back_loses_nothing(storage, names, change):
    image = stored_image()
    stored_rendition(image)
    there = names()
    with transaction.atomic():
        if change == "replace":
            image.file = "images/ab/" + "ab" * 16 + ".jpg"
            image.save()
        else:
            image.delete()
        transaction.set_rollback(True)
    assert names() == there


def test_at_night_what_nobody_names_goes_and_the_rest_stays(storage, names):
    image, document = stored_image(), stored_document()
    rendition = stored_rendition(image)
    for left in ("images/ab/" + "ab" * 16 + ".jpg", "documents/" + "ab" * 16 + "/plan.pdf", cover_name(b"left")):
        storage.save(left, ContentFile(b"left"))
    storage.save("renditions/ab/" + "ab" * 16 + "/card-176-01234567.webp", ContentFile(b"left"))
    tonight()
    assert names() == sorted([image.file.name, document.file.name, rendition])


def test_what_is_younger_than_an_hour_stays(storage, names):
    young = [
        storage.save("images/ab/" + "ab" * 16 + ".jpg", ContentFile(b"left")),
        storage.save("renditions/cd/" + "cd" * 16 + "/card-176-01234567.webp", ContentFile(b"left")),
    ]
    empty_bin.call()
    assert names() == young


def test_with_a_database_that_knows_next_to_nothing_nothing_goes(storage, names, caplog):
    """An empty database that was started with the files of another site by mistake."""
    for number in range(MANY + 1):
        storage.save(f"images/ab/ab{number:030x}.jpg", ContentFile(b"left"))
    with caplog.at_level(logging.ERROR):
        tonight()
    assert len(names()) == MANY + 1
    assert "is this their database" in caplog.text


def test_a_storage_that_refuses_keeps_no_deletion_from_being_done(in_store, names, monkeypatch):
    document = stored_document()

    def refuse(*_arguments):
        raise OSError("read only")

    with monkeypatch.context() as patched:
        patched.setattr("images.object_store.ObjectStore.delete", refuse)
        document.delete()
    assert not Document.objects.exists()
    assert len(names()) == 1
    tonight()
    assert names() == []
