"""With the real process: from what a page lacked to what its visitor gets."""

import pytest
from django_tasks_db.models import DBTaskResult
from PIL import Image as PillowImage

from images.models import Image
from images.renditions import asking, files
from images.renditions.making import make
from images.renditions.places import PLACES
from images.renditions.shown import sources
from images.renditions.specs import specs
from images.renditions.tasks import make_renditions
from images.storage import media_storage
from tests.factories_images import photo_bytes, png_bytes, upload

pytestmark = pytest.mark.django_db


def read(name):
    with media_storage.open(name) as file:
        return file.read()


def test_what_was_asked_for_is_made_and_served_in_every_format(client):
    image = Image.objects.store(upload(photo_bytes(900, 600)))
    asking.ask(image, "card")
    asking.enqueue()
    (job,) = DBTaskResult.objects.all()
    make_renditions.call(*job.args_kwargs["args"])
    image.refresh_from_db()
    shown = sources(image, "card")
    assert shown.is_ready
    for source in shown.sources:
        answer = client.get(source.srcset.split()[0])
        assert (answer.status_code, answer["Content-Type"]) == (200, source.type)
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        answer.close()


def test_a_cut_shows_what_was_pointed_at(photo):
    """Left half black, right half white."""
    halves = PillowImage.new("RGB", (800, 400), "black")
    halves.paste("white", (400, 0, 800, 400))
    for x, brightness in ((0, 0), (100, 255)):
        with media_storage.open(photo.file.name, "wb") as file:
            halves.save(file, "JPEG")
        Image.objects.filter(pk=photo.pk).update(width=800, height=400, focal_x=x)
        assert make(photo.pk, ["face"])
        photo.refresh_from_db()
        for spec in specs(photo, "face"):
            with media_storage.open(spec.name) as file, PillowImage.open(file) as made:
                assert abs(made.convert("L").getpixel((spec.width // 2, spec.height // 2)) - brightness) < 12


def test_places_that_show_the_same_share_what_is_encoded(photo):
    make(photo.pk, ["text", "head"])
    pairs = list(zip(specs(photo, "text"), specs(photo, "head"), strict=True))
    assert pairs
    assert all(read(one.name) == read(other.name) for one, other in pairs)


def test_a_picture_of_one_pixel_has_all_of_it():
    image = Image.objects.store(upload(png_bytes(1, 1)))
    assert make(image.pk, list(PLACES))
    assert len(files.found(image)) == sum(len(specs(image, place)) for place in PLACES)
