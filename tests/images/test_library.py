"""How an upload becomes an item of the library, and what is left when it goes."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from images import storage
from images.models import Document, Image
from tests.factories_images import create_image, jpeg_bytes, pdf_bytes, photo_bytes, png_bytes, upload

pytestmark = pytest.mark.django_db


def test_an_upload_is_described_by_its_content(media_root):
    image = Image.objects.store(upload(png_bytes(40, 30), "De_brug.png"))
    content = (media_root / image.file.name).read_bytes()
    assert (image.title, image.slug, image.width, image.height) == ("De brug", "de-brug", 40, 30)
    assert image.size == len(content)
    assert image.to_describe
    assert image.file.name.startswith("images/")


def test_a_title_of_ones_own_goes_before_the_file_name():
    assert Image.objects.store(upload(png_bytes(), "IMG_1.png"), title="De brug").slug == "de-brug"


def test_equal_names_get_a_number_and_keep_it():
    first, second, third = (Image.objects.store(upload(png_bytes(40, height), "x.png")) for height in (10, 20, 30))
    assert [first.slug, second.slug, third.slug] == ["x", "x-2", "x-3"]
    third.title = "Something else"
    third.save()
    third.refresh_from_db()
    assert third.slug == "x-3"


def test_the_same_bytes_twice_are_one_item_and_one_file(files_on_disk):
    content = photo_bytes()
    first = Image.objects.store(upload(content, "first.jpg"))
    assert Image.objects.store(upload(content, "second.jpg")) == first
    assert Image.objects.count() == 1
    assert len(files_on_disk()) == 1


def test_the_same_bytes_that_arrive_while_the_first_are_decoded_are_one_item(monkeypatch, files_on_disk):
    content, arrived = photo_bytes(), []
    receive = Image.receive

    def receive_slowly(image, file):
        receive(image, file)
        if not arrived:
            arrived.append(True)
            arrived.append(Image.objects.store(upload(content, "meanwhile.jpg")))

    monkeypatch.setattr(Image, "receive", receive_slowly)
    assert Image.objects.store(upload(content, "first.jpg")) == arrived[1]
    assert len(files_on_disk()) == 1


def test_a_full_disk_is_a_clear_refusal_that_leaves_nothing(monkeypatch, files_on_disk):
    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", fail)
    for store, content in ((Image.objects.store, png_bytes()), (Document.objects.store, pdf_bytes())):
        with pytest.raises(ValidationError) as refusal:
            store(upload(content))
        assert refusal.value.code == "unwritable"
    assert not Image.objects.exists()
    assert not Document.objects.exists()
    assert files_on_disk() == []


def test_a_folder_that_can_not_be_made_is_a_clear_refusal(settings, tmp_path):
    (tmp_path / "in-the-way").write_text("a file where the folder should be")
    settings.MEDIA_ROOT = tmp_path / "in-the-way"
    with pytest.raises(ValidationError) as refusal:
        Image.objects.store(upload(png_bytes()))
    assert refusal.value.code == "unwritable"


def test_no_half_file_is_ever_under_its_name(media_root):
    seen = []

    class Watched(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"first half"
            seen.extend(path.name for path in media_root.rglob("*") if path.is_file())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        default_storage.save("images/ab/whole.jpg", Watched(b"first half, second half"))
    assert len(seen) == 1
    assert seen[0].startswith(".")
    assert not any(path.is_file() for path in media_root.rglob("*"))


def test_a_web_server_may_read_what_is_stored(media_root):
    image = Image.objects.store(upload(png_bytes()))
    assert (media_root / image.file.name).stat().st_mode & 0o777 == 0o644


def test_deleting_an_item_deletes_its_file_once_that_is_certain(files_on_disk, django_capture_on_commit_callbacks):
    image, document = Image.objects.store(upload(png_bytes())), Document.objects.store(upload(pdf_bytes(), "plan.pdf"))
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
        document.delete()
        assert len(files_on_disk()) == 2
    assert files_on_disk() == []


def test_deleting_many_at_once_deletes_their_files(files_on_disk, django_capture_on_commit_callbacks):
    for height in (10, 20, 30):
        Image.objects.store(upload(png_bytes(40, height)))
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.all().delete()
    assert files_on_disk() == []


def test_a_file_that_another_item_uses_stays(files_on_disk, django_capture_on_commit_callbacks):
    image = Image.objects.store(upload(png_bytes()))
    create_image(file=image.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert len(files_on_disk()) == 1


def test_a_deletion_that_is_taken_back_keeps_the_file(files_on_disk, django_capture_on_commit_callbacks):
    image = Image.objects.store(upload(png_bytes()))
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        image.delete()
        transaction.set_rollback(True)
    assert len(files_on_disk()) == 1
    assert Image.objects.count() == 1


def test_two_pictures_that_look_the_same_share_a_file_not_an_item(files_on_disk):
    first = Image.objects.store(upload(jpeg_bytes(), "a.jpg"))
    second = Image.objects.store(upload(jpeg_bytes() + b"behind it", "b.jpg"))
    assert first != second
    assert first.file.name == second.file.name
    assert len(files_on_disk()) == 1
