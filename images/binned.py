"""The file of what lies in the bin is kept under a name that no address leads to.

A file is linked to its other name before the transaction ends, and loses the former one after: whenever a process is
killed, it is in one place too many, never in none. The nightly round tidies up.
"""

from datetime import timedelta
from functools import partial
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from images.models import AlreadyStoredError, Document, Image
from images.storage import WholeFileStorage
from trash.models import DeletedRow
from trash.signals import emptied, purged, put_away, restored, restoring

FOLDER = "trash"
_storage = cast(WholeFileStorage, default_storage)
# Nothing that a transaction at work has just put there is tidied away.
YOUNG = timedelta(hours=1)


def follow() -> None:
    """From now on keep the files of what goes to the bin."""
    for model in (Image, Document):
        put_away.connect(keep_files, sender=model)
        restoring.connect(find_place, sender=model)
        restored.connect(bring_files_back, sender=model)
        purged.connect(let_files_go, sender=model)
    emptied.connect(tidy_up)


def name_in_bin(name: str) -> str:
    """Where the file of an item lies while that is in the bin."""
    return f"{FOLDER}/{name}"


def keep_files(items: list[Any], **_signal: Any) -> None:
    for item in items:
        _storage.keep_as(item.file.name, name_in_bin(item.file.name))


def find_place(sender: Any, instance: Any, restoration: Any, **_signal: Any) -> None:
    """The same file added again meanwhile refuses this one; a name that is taken is left to whoever has it."""
    if existing := sender.objects.filter(digest=instance.digest).first():
        raise ValidationError(AlreadyStoredError(existing).messages)
    free = sender.objects.free_slug(instance.slug)
    if free != instance.slug:
        note = _("“%(item)s”: the name “%(slug)s” has been taken since. It is “%(free)s” now.")
        restoration.notes.append(note % {"item": instance, "slug": instance.slug, "free": free})
        instance.slug = free


def bring_files_back(sender: Any, restored: list[tuple[Any, dict]], **_signal: Any) -> None:
    for item, _extras in restored:
        _storage.keep_as(name_in_bin(item.file.name), item.file.name)
        transaction.on_commit(partial(_remove, sender, item.file.name), robust=True)


def let_files_go(sender: Any, rows: list[DeletedRow], **_signal: Any) -> None:
    for row in rows:
        transaction.on_commit(partial(_remove, sender, row.fields["file"]), robust=True)


def _in_bin(model):
    return DeletedRow.objects.filter(kind=model._meta.label_lower)


def _remove(model, name):
    """Remove a file from the bin, unless the same was added and deleted a second time."""
    with transaction.atomic():
        if not _in_bin(model).filter(fields__file=name).exists():
            default_storage.delete(name_in_bin(name))


def tidy_up(**_signal: Any) -> None:
    """Take away what a killed process has left in one place too many."""
    for model in (Image, Document):
        names = set(_in_bin(model).values_list("fields__file", flat=True))
        for name in names:
            model.objects.discard(name)
        _tidy_folder(model, names)


def _tidy_folder(model, names):
    folder = f"{FOLDER}/{model._meta.model_name}s"
    for name in _files_below(folder):
        if name.removeprefix(f"{FOLDER}/") not in names and _is_old(name):
            default_storage.delete(name)


def _is_old(name):
    return timezone.now() - default_storage.get_created_time(name) > YOUNG


def _files_below(folder):
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from _files_below(f"{folder}/{name}")
