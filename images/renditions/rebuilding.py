"""Makes anew what was made before: after the renditions were thrown away, or the encoders make something better."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from images.models import Image
from images.renditions import files, making
from images.renditions.places import PLACES
from images.renditions.shown import is_ready
from images.renditions.specs import specs

_PLACE = re.compile(r"([a-z]+)-")


def rebuild(*, dry_run: bool = False) -> Iterator[tuple[int, bool]]:
    """Makes for picture after picture what is missing of the places it was made for before.

    Gives how many files were missing and whether all went well. Stopped and run again, it goes on where it was.
    """
    for pk in list(Image.objects.order_by("pk").values_list("pk", flat=True)):
        image = Image.objects.filter(pk=pk).first()
        if image is not None:
            yield _rebuild(image, dry_run)


def known_places(image: Image, there: set[str]) -> list[str]:
    """The places for which renditions were made of a picture, as its row or the names of its files tell."""
    named = {match[1] for name in there if (match := _PLACE.match(PurePosixPath(name).name))}
    return [place for place in PLACES if place in named or is_ready(image, place)]


def _rebuild(image: Image, dry_run: bool) -> tuple[int, bool]:
    there = files.found(image)
    places = known_places(image, there)
    lacking = files.missing(image, [spec for place in places for spec in specs(image, place)])
    if dry_run or (not lacking and all(is_ready(image, place) for place in places)):
        return len(lacking), True
    return len(lacking), making.make(image.pk, places, anew=True)
