"""A file sent a second time while the first is decoded, as by a double click, is found and not an error."""

import pytest

from images.models import Image
from tests.factories_images import png_bytes, upload

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other_first(monkeypatch):
    """Just before the next picture is written, another request stores the same bytes."""
    write = Image.write

    def late(self):
        monkeypatch.setattr(Image, "write", write)
        Image.objects.store(upload(png_bytes(60, 50), "bridge.png"))
        self.write()

    monkeypatch.setattr(Image, "write", late)


def send(client):
    typed = {"_popup": "1", "upload": upload(png_bytes(60, 50), "bridge.png"), "caption": "The old one"}
    return client.post("/admin/images/image/add/?_popup=1", typed)


def test_the_same_bytes_are_pointed_at_with_what_was_typed_kept(owner_client, other_first):
    page = send(owner_client).content.decode()
    image = Image.objects.get()
    assert f"/admin/images/image/{image.pk}/change/" in page and "The old one" in page
    assert image.file.storage.exists(image.file.name)
