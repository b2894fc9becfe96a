"""The files of renditions in the storage, on disk or elsewhere; only what every storage of Django knows is asked."""

from collections.abc import Iterator

from django.core.files.storage import default_storage

from images.models import Image
from images.renditions.specs import FOLDER, Picture, Spec, folder, folder_of


def found(picture: Picture) -> set[str]:
    """The last parts of the names of all files that are there of a picture, in one question to the storage."""
    return set(list_folder(folder(picture))[1])


def missing(picture: Picture, wanted: list[Spec]) -> list[Spec]:
    """Those of `wanted` whose files are not there."""
    there = found(picture) if wanted else set()
    return [spec for spec in wanted if spec.file not in there]


def discard(kept: str) -> None:
    """Remove all renditions of the kept file of that name, unless a picture uses it."""
    if Image.objects.filter(file=kept).exists():
        return
    for file in list_folder(folder_of(kept))[1]:
        default_storage.delete(f"{folder_of(kept)}/{file}")


def folders() -> Iterator[str]:
    """The names of all folders that hold renditions, in order."""
    for two in sorted(list_folder(FOLDER)[0]):
        yield from (f"{FOLDER}/{two}/{rest}" for rest in sorted(list_folder(f"{FOLDER}/{two}")[0]))


def list_folder(name: str) -> tuple[list[str], list[str]]:
    """The folders and files in a folder; none where it is not there."""
    try:
        folders, files = default_storage.listdir(name)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    return folders, files
