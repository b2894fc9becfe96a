"""What is there of the renditions of a picture, wherever its files lie."""

from collections.abc import Iterable

from images.renditions.places import PLACES
from images.renditions.specs import Picture, Spec, folder, set_key, specs
from images.storage import media_storage


def found(picture: Picture) -> set[str]:
    """The names of all renditions that are there of a picture, in one question to the storage."""
    return {entry.name for entry in media_storage.below(folder(picture))}


def missing(picture: Picture, wanted: list[Spec]) -> list[Spec]:
    """Those of `wanted` that are not there."""
    there = found(picture) if wanted else set()
    return [spec for spec in wanted if spec.name not in there]


def whole(picture: Picture, keys: Iterable[str], there: set[str]) -> set[str]:
    """Those of the keys of sets that are of the picture as it is now, and all of whose files are `there`."""
    places = {set_key(picture, place): place for place in PLACES}
    return {key for key in keys if key in places and there.issuperset(s.name for s in specs(picture, places[key]))}
