"""The file of a picture or document in the bin: kept, and shown to nobody."""

from pathlib import Path

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from images.models import Document, Image
from tests.factories_images import pdf_bytes, png_bytes, upload
from tests.trash.deleting import bring_back, form_of
from trash.models import KEPT_FOR, Deletion
from trash.putting import put
from trash.restoring import restore
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db(transaction=True)

STORES = {
    "image": lambda: Image.objects.store(upload(png_bytes())),
    "document": lambda: Document.objects.store(upload(pdf_bytes(), "plan.pdf")),
}


@pytest.fixture(params=list(STORES))
def item(request):
    return STORES[request.param]()


def status(client, address):
    answer = client.get(address)
    answer.close()
    return answer.status_code


def files(settings):
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_visitors_do_not_get_it_meanwhile_and_do_again(client, item):
    address = item.file.url
    was = client.get(address).getvalue()
    deletion = put([item], by=None)
    assert status(client, address) == 404
    kept = deletion.rows.get().extras["file"]
    assert status(client, f"/media/{kept}") == 404
    restore(deletion)
    assert client.get(address).getvalue() == was


def test_it_lies_in_one_place_only(settings, item):
    deletion = put([item], by=None)
    assert len(files(settings)) == 1
    restore(deletion)
    assert len(files(settings)) == 1


def test_it_goes_for_good_with_what_is_deleted_for_good(settings, item):
    put([item], by=None).purge()
    assert files(settings) == []


def test_the_same_file_added_again_stays_when_the_first_is_deleted_for_good(client, item):
    deletion = put([item], by=None)
    again = STORES[item._meta.model_name]()
    deletion.purge()
    assert status(client, again.file.url) == 200


def test_the_same_file_added_again_refuses_the_first_and_says_why(owner_client, item):
    deletion = put([item], by=None)
    again = STORES[item._meta.model_name]()
    answer = bring_back(owner_client, deletion)
    (told,) = [str(message) for message in answer.context["messages"]]
    assert again.title in told
    assert Deletion.objects.filter(pk=deletion.pk).exists()
    assert list(type(item).objects.all()) == [again]


def test_the_same_file_deleted_twice_is_kept_until_both_are_gone(client, item):
    first = put([item], by=None)
    again = STORES[item._meta.model_name]()
    second = put([again], by=None)
    first.purge()
    restore(second)
    assert status(client, again.file.url) == 200


def test_one_whose_name_was_taken_meanwhile_gets_another_and_says_so(item):
    type(item).objects.filter(pk=item.pk).update(digest="0" * 64)
    item.refresh_from_db()
    deletion = put([item], by=None)
    STORES[item._meta.model_name]()
    restoration = restore(deletion)
    assert restoration.items[0].slug == f"{item.slug}-2"
    assert len(restoration.notes) == 1


def test_one_whose_file_was_lost_goes_and_comes_back_without(owner_client, item):
    default_storage.delete(item.file.name)
    owner_client.post(f"{form_of(item)}/delete/", {"post": "yes"})
    bring_back(owner_client, Deletion.objects.get())
    assert type(item).objects.get() == item


def test_the_nightly_round_tidies_up_what_a_killed_process_left(settings, client, item):
    """Killed after the deletion was stored, and before its file was taken away; and before another was stored."""
    name, content = item.file.name, Path(item.file.path).read_bytes()
    put([item], by=None)
    Path(settings.MEDIA_ROOT, name).parent.mkdir(parents=True, exist_ok=True)
    Path(settings.MEDIA_ROOT, name).write_bytes(content)
    left = Path(settings.MEDIA_ROOT, "trash", f"{item._meta.model_name}s", "00", "left.jpg")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"left")
    empty_bin.call()
    assert left.exists()
    with time_machine.travel(timezone.now() + KEPT_FOR / 2, tick=False):
        empty_bin.call()
    (kept,) = files(settings)
    assert kept.relative_to(settings.MEDIA_ROOT).parts[0] == "trash"
    assert kept.read_bytes() == content
