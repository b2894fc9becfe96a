"""Two sizes are there from the upload on."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from images.models import Image
from images.renditions.shown import is_ready, sources
from images.renditions.specs import specs
from tests.factories_images import photo_bytes, png_bytes, upload
from tests.renditions.disk import full_after

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "widths"),
    [(photo_bytes(1400, 900), [320, 1024]), (photo_bytes(600, 900), [320, 600]), (png_bytes(40, 30), [40])],
)
def test_what_is_shown_first_is_there_with_the_picture(content, widths):
    image = Image.objects.store(upload(content))
    image.refresh_from_db()
    assert is_ready(image, "first")
    assert [spec.width for spec in specs(image, "first")] == widths
    assert all(default_storage.exists(spec.name) for spec in specs(image, "first"))


def test_it_is_shown_at_every_place_and_served(client):
    image = Image.objects.store(upload(photo_bytes(1400, 900)))
    shown = sources(image, "card")
    assert not shown.is_ready
    for url in (shown.url, shown.srcset.split()[0]):
        answer = client.get(url)
        assert answer["Content-Type"] == "image/jpeg"
        assert b"".join(answer).startswith(b"\xff\xd8")


@pytest.mark.django_db(transaction=True)
def test_they_go_with_the_picture(stored):
    image = Image.objects.store(upload(photo_bytes(600, 400)))
    assert len(stored()) == 2
    image.delete()
    assert stored() == []


def test_none_is_left_of_a_picture_that_could_not_be_kept(stored, monkeypatch):
    full_after(1, monkeypatch)
    with pytest.raises(ValidationError):
        Image.objects.store(upload(photo_bytes(600, 400)))
    assert stored() == []
