"""How a picture is shown where one is found or chosen: small, by what there is of it, asking for what there is not."""

from django.core.files.storage import default_storage

from images.models import Image
from images.renditions import asking
from images.renditions.shown import Shown, is_ready, sources
from images.renditions.specs import specs

PLACE = "thumbnail"
# In pixels: as wide as it is where pictures stand beside each other, on a screen with two to the point.
WIDTH = 320


def thumbnail(image: Image) -> Shown:
    """What a template needs to show it."""
    asking.ask(image, PLACE)
    return sources(image, PLACE, moving=False)


def thumbnail_address(image: Image) -> str:
    """The address of one small file of it that every browser shows, for a script."""
    asking.ask(image, PLACE)
    place = next((place for place in (PLACE, "first") if is_ready(image, place)), None)
    if place is None:
        return image.file.url
    files = specs(image, place)
    fallback = [file for file in files if file.format == files[-1].format]
    return default_storage.url(next((file for file in fallback if file.width >= WIDTH), fallback[-1]).name)
