"""What is there of the renditions of a picture, wherever its files lie."""

from images.renditions.specs import Picture, Spec, folder
from images.storage import media_storage


def found(picture: Picture) -> set[str]:
    """The names of all renditions that are there of a picture, in one question to the storage."""
    return {entry.name for entry in media_storage.below(folder(picture))}


def missing(picture: Picture, wanted: list[Spec]) -> list[Spec]:
    """Those of `wanted` that are not there."""
    there = found(picture) if wanted else set()
    return [spec for spec in wanted if spec.name not in there]
