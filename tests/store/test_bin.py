"""Files in the bin, on disk and in a store alike: kept, and shown to nobody."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from images.models import Image
from images.storage import MediaStorage
from tests.store.files import stored_document, stored_image, stored_rendition
from tests.trash.deleting import bring_back, form_of
from trash.models import Deletion
from trash.putting import put
from trash.restoring import restore
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def image(storage):
    return stored_image()


@pytest.fixture
def document(storage):
    return stored_document()


def status(client, address):
    answer = client.get(address)
    answer.close()
    return answer.status_code


def test_a_picture_goes_and_comes_back(client, image):
    deletion = put([image], by=None)
    assert status(client, image.file.url) == 404
    restore(deletion)
    assert status(client, image.file.url) == 200


def test_it_lies_under_a_name_that_nobody_can_guess(image, names):
    put([image], by=None)
    (kept,) = names()
    assert kept.startswith("trash/")
    assert image.file.name[10:42] not in kept


def test_nothing_in_the_bin_has_an_address(client, image, names):
    put([image], by=None)
    (kept,) = names()
    assert status(client, f"/media/{kept}") == 404
    assert status(client, f"/media/trash/{image.file.name}") == 404


def test_the_renditions_of_a_picture_are_gone_and_it_comes_back_without(image, names):
    stored_rendition(image)
    Image.objects.update(ready=["01234567"])
    deletion = put([image], by=None)
    assert len(names()) == 1
    restore(deletion)
    assert Image.objects.get().ready == []
    assert names() == [image.file.name]


def test_what_is_deleted_for_good_leaves_nothing(document, image, names):
    put([image], by=None).purge()
    put([document], by=None).purge()
    assert names() == []


def test_a_deletion_of_an_older_release_comes_back(storage, client, image):
    deletion = put([image], by=None)
    row = deletion.rows.get()
    kept = row.extras["file"]
    storage.keep_as(kept, f"trash/{image.file.name}")
    row.extras = {}
    row.save()
    restore(deletion)
    assert status(client, image.file.url) == 200


def test_what_was_left_in_the_bin_goes_at_night_but_nothing_young(storage, image, names):
    put([image], by=None)
    left = storage.save("trash/ab/" + "ab" * 16 + ".jpg", ContentFile(b"left"))
    empty_bin.call()
    assert left in names()
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        empty_bin.call()
    assert len(names()) == 1


@pytest.fixture
def refusing(monkeypatch, storage):
    """The storage takes nothing under another name."""

    def refuse(*_names):
        raise OSError("full")

    monkeypatch.setattr(type(storages["default"]), "keep_as", refuse)
    assert issubclass(type(storages["default"]), MediaStorage)


def errors(answer):
    """Of each thing that was said, whether it is that something went wrong."""
    return [message.level_tag == "error" for message in answer.context["messages"]]


@pytest.mark.parametrize("address", ["{form}/delete/", "/admin/images/image/"])
def test_what_can_not_be_kept_is_not_deleted(owner_client, image, names, refusing, address):
    post = {"post": "yes", "action": "delete_selected", "_selected_action": image.pk}
    answer = owner_client.post(address.format(form=form_of(image)), post, follow=True)
    assert errors(answer) == [True]
    assert names() == [image.file.name]
    assert Image.objects.exists()


def test_what_can_not_be_brought_back_stays_in_the_bin(owner_client, storage, image, request):
    deletion = put([image], by=None)
    request.getfixturevalue("refusing")
    answer = bring_back(owner_client, deletion)
    assert errors(answer) == [True]
    assert Deletion.objects.exists()
    assert not Image.objects.exists()


def test_a_deletion_that_is_taken_back_keeps_the_file(image, names):
    from django.db import transaction

    with pytest.raises(ValidationError), transaction.atomic():
        put([image], by=None)
        raise ValidationError("taken back")
    assert image.file.name in names()
