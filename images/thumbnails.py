"""How a picture is shown where one is found or chosen: small, whatever is there of it."""

from images.models import Image
from images.renditions.shown import Shown, sources


def thumbnail(image: Image) -> Shown:
    """What a template needs to show it."""
    return sources(image, "thumbnail")


def thumbnail_address(image: Image) -> str:
    """The address of a small picture, for a script."""
    return thumbnail(image).url
