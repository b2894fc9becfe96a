"""What else is kept beside pictures and documents works in a store as well."""

import pytest

from images.models import Image
from images.renditions import making
from tests.factories import create_page
from tests.factories_images import photo_bytes, upload

pytestmark = pytest.mark.django_db(transaction=True)


def test_renditions_are_made_once_and_served(client, storage, names):
    image = Image.objects.store(upload(photo_bytes(), "photo.jpg"))
    assert making.make(image.pk, ["thumbnail"])
    image.refresh_from_db()
    made = [name for name in names() if "/thumbnail-" in name]
    assert made
    assert image.ready
    answer = client.get(f"/media/{made[0]}")
    assert answer.getvalue()
    image.delete()
    assert names() == []


def test_the_card_of_a_page_is_kept_and_served(client, storage, names):
    create_page(title="The offer", slug="offer")
    page = client.get("/offer/").content.decode()
    address = page.partition('property="og:image" content="')[2].partition('"')[0]
    for _time in range(2):
        answer = client.get(address[address.index("/media/") :])
        assert answer.getvalue().startswith(b"\x89PNG")
    assert [name.split("/")[0] for name in names()] == ["cards"]
