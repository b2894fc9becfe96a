"""Takes away the renditions that nothing can show any more, and takes back what rows say of those that are gone.

So all renditions may be thrown away at any time: a row that still tells of them is put right here, the missing ones are
made when the picture is shown the next time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath

from django.db import transaction

from images.discarding import is_old
from images.models import Image
from images.renditions import files
from images.renditions.making import keep_ready
from images.renditions.places import PLACES
from images.renditions.specs import FOLDER, folder, specs
from images.storage import Entry, media_storage


@dataclass
class Pruned:
    """What was, or would be, taken away: files, and their bytes; and the keys of pictures that were put right."""

    files: int = 0
    size: int = 0
    put_right: set[int] = field(default_factory=set)


def prune(*, dry_run: bool = False) -> Iterator[Pruned]:
    """Prunes folder after folder; gives after each what was done so far. Can be stopped anywhere and run again.

    Nothing is taken away that is younger than an hour: it may belong to what is just being made.
    """
    done, pictures = Pruned(), _by_folder()
    for name, entries in _folders():
        images = pictures.pop(name, [])
        for left in _left_over(images, entries):
            done.files += 1
            done.size += left.size
            if not dry_run:
                media_storage.delete(left.name)
        _put_all_right(images, {entry.name for entry in entries}, done, dry_run)
        yield done
    for images in pictures.values():
        _put_all_right(images, set(), done, dry_run)
    yield done


def _by_folder() -> dict[str, list[Image]]:
    """All pictures; those that look the same share a folder."""
    pictures: dict[str, list[Image]] = {}
    rows = Image.objects.only("file", "width", "height", "focal_x", "focal_y", "animated", "ready").order_by()
    for image in rows.iterator():
        pictures.setdefault(folder(image), []).append(image)
    return pictures


def _folders() -> Iterator[tuple[str, list[Entry]]]:
    for name, entries in groupby(media_storage.below(FOLDER), lambda entry: str(PurePosixPath(entry.name).parent)):
        yield name, list(entries)


def _left_over(images: Iterable[Image], entries: Iterable[Entry]) -> list[Entry]:
    shown = {spec.name for image in images for place in PLACES for spec in specs(image, place)}
    return [entry for entry in entries if entry.name not in shown and is_old(entry)]


def _put_all_right(images: Iterable[Image], there: set[str], done: Pruned, dry_run: bool) -> None:
    for image in images:
        if files.whole(image, image.ready, there) != set(image.ready):
            done.put_right.add(image.pk)
            if not dry_run:
                _put_right(image)


def _put_right(image: Image) -> None:
    """By what row and storage say now: a job may have made more meanwhile."""
    with transaction.atomic():
        now = Image.objects.select_for_update().filter(pk=image.pk).first()
        if now is not None:
            keep_ready(now, set(now.ready))
