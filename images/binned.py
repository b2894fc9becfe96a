"""The file of what lies in the bin is kept under a name that no address leads to and nobody can guess.

A file is linked to its other name before the transaction ends, and loses the former one after: whenever a process is
killed, it is in one place too many, never in none. The nightly round tidies up.
"""

import secrets
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from images.discarding import is_old
from images.models import AlreadyStoredError, Document, Image
from images.storage import media_storage
from trash.models import DeletedRow
from trash.signals import emptied, purged, put_away, restored, restoring

FOLDER = "trash"
KEPT = "file"  # in the extras of a row: the name of its file in the bin


def follow() -> None:
    """From now on keep the files of what goes to the bin."""
    for model in (Image, Document):
        put_away.connect(keep_files, sender=model)
        restoring.connect(find_place, sender=model)
        restored.connect(bring_files_back, sender=model)
        purged.connect(let_files_go, sender=model)
    emptied.connect(tidy_up)


def name_in_bin(name: str, extras: dict[str, Any]) -> str:
    """Where the file of a row in the bin lies; a row of an older release says nothing of it."""
    return extras.get(KEPT) or f"{FOLDER}/{name}"


def files_in_bin() -> list[tuple[str, str]]:
    """All files in the bin, as (name that it had, name in the bin)."""
    rows = DeletedRow.objects.filter(kind__in=[model._meta.label_lower for model in (Image, Document)])
    return [(name, name_in_bin(name, extras)) for name, extras in rows.values_list("fields__file", "extras")]


def keep_files(sender: Any, items: list[Any], **_signal: Any) -> dict[Any, dict]:
    """Raises ValidationError where the storage refuses: nothing goes to the bin that could not come back."""
    kept = {item.pk: {KEPT: _unguessable(item.file.name)} for item in items}
    for item in items:
        refusal = _("“%(item)s” was not deleted: its file can't be put into the bin now. Try again later.")
        _keep_as(item.file.name, kept[item.pk][KEPT], refusal % {"item": item})
    return kept


def find_place(sender: Any, instance: Any, restoration: Any, **_signal: Any) -> None:
    """The same file added again meanwhile refuses this one; a name that is taken is left to whoever has it."""
    if existing := sender.objects.filter(digest=instance.digest).first():
        raise ValidationError(AlreadyStoredError(existing).messages)
    if sender is Image:
        instance.ready = []  # no renditions lie in the bin
    free = sender.objects.free_slug(instance.slug)
    if free != instance.slug:
        note = _("“%(item)s”: the name “%(slug)s” has been taken since. It is “%(free)s” now.")
        restoration.notes.append(note % {"item": instance, "slug": instance.slug, "free": free})
        instance.slug = free


def bring_files_back(sender: Any, restored: list[tuple[Any, dict]], **_signal: Any) -> None:
    """Raises ValidationError where the storage refuses: what is back can be seen."""
    for item, extras in restored:
        binned = name_in_bin(item.file.name, extras)
        refusal = _("The file of “%(item)s” can't be brought back now. It stays in the bin; try again later.")
        _keep_as(binned, item.file.name, refusal % {"item": item})
        _delete_after_commit(binned)


def let_files_go(sender: Any, rows: list[DeletedRow], **_signal: Any) -> None:
    for row in rows:
        _delete_after_commit(name_in_bin(row.fields["file"], row.extras))


def tidy_up(**_signal: Any) -> None:
    """Take away what a killed process has left in the bin."""
    kept = {binned for _name, binned in files_in_bin()}
    for entry in list(media_storage.below(FOLDER)):
        if entry.name not in kept and is_old(entry):
            media_storage.delete(entry.name)


def _unguessable(name):
    token = secrets.token_hex(16)
    return f"{FOLDER}/{token[:2]}/{token}{PurePosixPath(name).suffix}"


def _keep_as(name, other, refusal):
    try:
        media_storage.keep_as(name, other)
    except OSError as error:
        raise ValidationError(refusal, code="unwritable") from error


def _delete_after_commit(binned):
    transaction.on_commit(lambda: _delete(binned), robust=True)


def _delete(binned):
    """Unless it has the name that an older release gave it, and another row from then needs it."""
    with transaction.atomic():
        older = DeletedRow.objects.exclude(extras__has_key=KEPT)
        if not older.filter(fields__file=binned.removeprefix(f"{FOLDER}/")).exists():
            media_storage.delete(binned)
