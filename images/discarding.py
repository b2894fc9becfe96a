"""What no row names any more is taken away: once a deletion or replacement is certain; what is left, at night."""

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils import timezone

from images.renditions.specs import FOLDER as RENDITIONS
from images.renditions.specs import folder_of
from images.storage import Entry, media_storage
from trash.signals import emptied

FOLDERS = ("images", "documents", "covers")
# Nothing that a transaction at work has just put there is tidied away.
YOUNG = timedelta(hours=1)
# Where most of many files seem to be left over, it is the database that is wrong.
MANY = 20

logger = logging.getLogger(__name__)


def follow() -> None:
    """From now on take away the files of rows that are deleted or get another file."""
    for model in _models():
        post_delete.connect(_deleted, sender=model)
        pre_save.connect(_remember, sender=model)
        post_save.connect(_replaced, sender=model)
    emptied.connect(tidy_up)


def files_of(item: Any) -> list[str]:
    """The names of the files that an item needs, as `FILE_FIELDS` of its model says."""
    return files_in({field: getattr(item, field) for field in item.FILE_FIELDS}, type(item))


def files_in(fields: dict[str, Any], model: Any) -> list[str]:
    """The same of the fields of a row."""
    return [str(fields[field]) for field in model.FILE_FIELDS if fields.get(field)]


def named_files() -> set[str]:
    """The names of all files that rows need; what lies in the bin is not among them."""
    return {name for model in _models() for row in _rows(model) for name in files_in(row, model)}


def discard(kept: Iterable[str]) -> None:
    """Take files away, with the renditions of those that are pictures, unless a row names them."""
    for name in filter(None, kept):
        # In one transaction, so that no upload of the same content can slip in between question and removal.
        with transaction.atomic():
            if not _is_named(name):
                media_storage.delete(name)
                media_storage.delete_below(folder_of(name))


def is_old(entry: Entry) -> bool:
    """Whether no transaction can still be at work that put it there."""
    return timezone.now() - entry.since > YOUNG


def tidy_up(**_signal: Any) -> None:
    """Take away what killed processes and refused deletions have left."""
    named = named_files()
    entries = [entry for folder in FOLDERS for entry in media_storage.below(folder)]
    left = [entry.name for entry in entries if entry.name not in named and is_old(entry)]
    if len(left) > max(MANY, len(entries) / 2):
        logger.error("%d of %d files have no row, and are left: is this their database?", len(left), len(entries))
        return
    discard(left)
    for folder in _left_renditions({folder_of(name) for name in named}):
        media_storage.delete_below(folder)


def _deleted(sender, instance, using, **_signal):
    _after_commit(files_of(instance), using)


def _remember(sender, instance, raw, update_fields, **_signal):
    """Before an item is stored: what it has now."""
    instance._had = ()
    if not (raw or instance._state.adding) and set(update_fields or sender.FILE_FIELDS) & set(sender.FILE_FIELDS):
        instance._had = files_in(_rows(sender).filter(pk=instance.pk).first() or {}, sender)


def _replaced(sender, instance, using, **_signal):
    stay = files_of(instance)
    _after_commit([name for name in instance._had if name not in stay], using)


def _after_commit(kept, using):
    """A storage that refuses is logged; the change stands, and the nightly round tries again."""
    if kept:
        # No partial: Django asks a function that fails for its qualified name.
        transaction.on_commit(lambda: discard(kept), using=using, robust=True)


def _models() -> Iterator[Any]:
    return (model for model in apps.get_app_config("images").get_models() if hasattr(model, "FILE_FIELDS"))


def _rows(model):
    return model.objects.values(*model.FILE_FIELDS)


def _is_named(name: str) -> bool:
    for model in _models():
        named = reduce(or_, (models.Q(**{field: name}) for field in model.FILE_FIELDS))
        if model.objects.filter(named).exists():
            return True
    return False


def _left_renditions(wanted: set[str]) -> Iterator[str]:
    for folder in _folders_in(RENDITIONS):
        for below in _folders_in(folder):
            if below not in wanted and all(is_old(entry) for entry in media_storage.below(below)):
                yield below


def _folders_in(folder: str) -> list[str]:
    try:
        return [f"{folder}/{name}" for name in media_storage.listdir(folder)[0]]
    except FileNotFoundError:
        return []
