"""Where pictures are found and chosen, none is shown in full, and what is missing is asked for."""

import pytest

from images.models import Image
from images.renditions import asking, making
from images.renditions.shown import is_ready
from images.thumbnails import thumbnail, thumbnail_address
from tests.factories_images import create_image, photo_bytes, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    asking.forget()
    yield Image.objects.store(upload(photo_bytes(1300, 900), "bridge.jpg"))
    asking.forget()


def test_until_it_is_made_the_smaller_of_the_first_two_is_shown(image):
    assert "/first-320-" in thumbnail_address(image)
    assert "/first-" in thumbnail(image).url


def test_it_is_asked_for_and_shown_once_it_is_there(image, monkeypatch):
    asked = []
    monkeypatch.setattr("images.thumbnails.asking.ask", lambda image, place: asked.append(place))
    thumbnail(image), thumbnail_address(image)
    assert asked == ["thumbnail", "thumbnail"]
    making.make(image.pk, ["thumbnail"])
    image.refresh_from_db()
    assert is_ready(image, "thumbnail")
    assert "/thumbnail-320-" in thumbnail_address(image)


def test_one_from_an_older_release_is_shown_as_it_is_kept():
    image = create_image()
    assert thumbnail_address(image) == thumbnail(image).url == image.file.url


def test_the_lists_to_pick_from_show_small_ones(owner_client, image):
    (row,) = owner_client.get("/admin/editor/pick/image/").json()["rows"]
    assert "/first-320-" in row["picture"]
    (chip,) = owner_client.post("/admin/editor/insertables/", {"line": f"[[afbeelding {image.slug}]]"}).json()
    assert "/first-320-" in chip["picture"]
