"""Makes renditions in the background. Whatever is killed in the middle leaves whole files, or none, and says nothing.

What is there is never made again, so two that make the same, or one that begins anew, do no harm. What can't be made
now is asked for again by whoever shows the picture.
"""

import logging
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.db import DatabaseError, transaction

from images import sandbox
from images.discarding import discard, files_of
from images.models import Image
from images.renditions import files
from images.renditions.places import PLACES
from images.renditions.shown import is_ready
from images.renditions.specs import Spec, set_key, specs
from images.storage import media_storage

# Of the folder in which a process collects what it makes; a process that is killed leaves it.
WORKSHOP = "site-renditions-"

logger = logging.getLogger(__name__)


def make(pk: int, places: list[str], *, anew: bool = False) -> bool:
    """Make what is missing of the picture with that key for these places, and say in its row that it is there.

    What the row says to be there is believed, unless it is to be made `anew`. Gives False where that failed, which is
    logged. A picture that is gone, or another by now, is none of its business.
    """
    image = Image.objects.filter(pk=pk).first()
    lacking = [place for place in places if image and place in PLACES and (anew or not is_ready(image, place))]
    if image is None or not lacking:
        return True
    try:
        write(image, [spec for place in lacking for spec in specs(image, place)])
        announce(image, lacking)
    except (sandbox.Refused, sandbox.Failed, OSError, DatabaseError) as error:
        logger.error("The sizes of picture %s (%s) could not be made and will be tried again: %s", pk, image, error)
        return False
    return True


def write(image: Image, wanted: list[Spec]) -> None:
    """Make and store the files that are not there. Raises what the sandbox and the storage raise."""
    lacking = files.missing(image, wanted)
    if not lacking:
        return
    with TemporaryDirectory(prefix=WORKSHOP) as workshop:
        with image.file.open() as kept:
            source = kept.read()
        sandbox.run("render", source, {"specs": [_option(spec) for spec in lacking]}, Path(workshop))
        for spec in lacking:
            with Path(workshop, spec.file).open("rb") as made:
                media_storage.save(spec.name, File(made))


def announce(image: Image, places: list[str]) -> None:
    """Say in the row that the renditions of these places are there, unless it shows something else by now.

    Nothing is left of a picture that was deleted or replaced while they were made. Nothing is said of files that such
    a deletion took away, though the picture is back by now.
    """
    made = {set_key(image, place) for place in places}
    with transaction.atomic():
        now = Image.objects.select_for_update().filter(pk=image.pk).first()
        if now is not None:
            keep_ready(now, made.union(now.ready))
    if now is None or now.file.name != image.file.name:
        discard(files_of(image))


def keep_ready(image: Image, keys: set[str]) -> None:
    """Store those of these keys that the picture has, and all of whose files are there now.

    Within the caller's transaction: files are removed within one as well, so none goes between look and word.
    """
    ready = sorted(files.whole(image, keys, files.found(image)))
    if ready != image.ready:
        image.ready = ready
        image.save(update_fields=["ready"])


def _option(spec: Spec) -> dict:
    """A spec as the process that makes it is told."""
    return {name: value for name, value in asdict(spec).items() if name != "name"} | {"file": spec.file}
