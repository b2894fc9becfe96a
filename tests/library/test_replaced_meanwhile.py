"""Decoding takes seconds: what others do to an item in them is not lost, and not in the way."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from images import replacing
from images.models import Image
from images.storage import StoreError, media_storage
from tests.factories_images import png_bytes, upload
from trash.models import KEPT_FOR
from trash.putting import put

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def image():
    return Image.objects.store(upload(png_bytes(40, 30), "bridge.png"))


def replace(image, width):
    replacing.replace(image, upload(png_bytes(width, 50), "other.png"))


def files():
    root = Path(default_storage.location)
    return {path.relative_to(root).as_posix() for path in (root / "images").rglob("*.*")}


def kept():
    return {entry.name for entry in media_storage.below(replacing.FOLDER)}


def test_of_two_at_once_the_later_one_keeps_the_file_of_the_other(image):
    one, other = Image.objects.get(pk=image.pk), Image.objects.get(pk=image.pk)
    replace(one, 60)
    replace(other, 70)
    now = Image.objects.get(pk=image.pk)
    assert (now.width, now.former["facts"]["width"]) == (70, 60)
    assert kept() == {now.former["kept"]}
    replacing.put_back(now)
    assert now.width == 60 and files() == {now.file.name}


def test_what_is_put_back_is_what_was_there_last(image):
    replace(image, 60)
    stale = Image.objects.get(pk=image.pk)
    replace(image, 70)
    replacing.put_back(stale)
    assert stale.width == 60 and files() == {stale.file.name}


def test_the_point_chosen_meanwhile_is_kept_with_the_former_file(image):
    stale = Image.objects.get(pk=image.pk)
    Image.objects.filter(pk=image.pk).update(focal_x=10, focal_y=20)
    replace(stale, 60)
    assert stale.former["facts"]["focal_x"] == 10


def test_what_is_deleted_meanwhile_is_said_to_be(owner_client, image, monkeypatch):
    receive = Image.receive

    def deleted_meanwhile(self, file):
        receive(self, file)
        put([Image.objects.get(pk=image.pk)], by=None)

    monkeypatch.setattr(Image, "receive", deleted_meanwhile)
    address = f"/admin/images/image/{image.pk}/replace/"
    response = owner_client.post(address, {"upload": upload(png_bytes(60, 50), "other.png")})
    assert "errorlist" in response.content.decode()
    assert files() == set() and kept() == set()


def test_a_lost_file_can_be_replaced(image):
    default_storage.delete(image.file.name)
    replace(image, 60)
    assert image.former is None and files() == {image.file.name}


def test_nothing_is_put_back_while_the_store_is_down(owner_client, image, monkeypatch):
    replace(image, 60)

    def down(*names):
        raise StoreError("down", is_passing=True)

    monkeypatch.setattr(media_storage, "exists", down)
    response = owner_client.post(f"/admin/images/image/{image.pk}/replaced/", follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    image.refresh_from_db()
    assert image.width == 60


def test_what_is_replaced_while_the_night_tidies_can_be_put_back(monkeypatch):
    image = Image.objects.store(upload(png_bytes(40, 30), "a.png"))
    replacing.replace(image, upload(png_bytes(50, 30), "b.png"))
    until = replacing.until

    def replaced_first(item):
        answer = until(item)
        monkeypatch.setattr(replacing, "until", until)
        replacing.replace(Image.objects.get(pk=image.pk), upload(png_bytes(60, 30), "c.png"))
        return answer

    monkeypatch.setattr(replacing, "until", replaced_first)
    with time_machine.travel(timezone.now() + KEPT_FOR + timedelta(days=1), tick=False):
        replacing.tidy_up()
    image.refresh_from_db()
    assert image.former
