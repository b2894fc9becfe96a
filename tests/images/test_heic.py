"""What an iPhone stores is taken as it is."""

from io import BytesIO

from PIL import Image as PillowImage

from images.processing import prepare
from tests.factories_photos import HEIC


def test_a_heic_becomes_a_jpeg():
    picture = prepare(HEIC)
    assert (picture.extension, picture.width, picture.height, picture.frames) == ("jpg", 40, 30, 1)
    assert PillowImage.open(BytesIO(picture.content)).format == "JPEG"
    assert b"Exif" not in picture.content
