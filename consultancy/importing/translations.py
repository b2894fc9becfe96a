"""`translation_of` in front matter: linked once every item of a source is there, in whichever order its files come."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from consultancy.importing import filling
from consultancy.importing.entries import Entry
from pages.models import Page

FIELD = "translation_of"


def unlink(item: Any) -> None:
    """Make an item the translation of nothing for now, as stored; nothing counts as changed by it."""
    type(item).objects.filter(pk=item.pk).update(translation_of=None)


def link(item: Any, entry: Entry, by_file: Mapping[str, Any], by_path: Mapping[str, Any]) -> None:
    """Make an item the translation of what its entry names, of nothing where it names none, and store it.

    Named is a file of this source, or the address or slug of an item of the same kind. Raises SourceError for what
    there is not and for what can't be its original.
    """
    named = entry.get(FIELD)
    original = named and (_in_file(named, entry, by_file) or _at(named.strip("/"), entry, type(item), by_path))
    if named and not isinstance(original, type(item)):
        message = _("%(field)s: there is no such item “%(name)s”.") % {"field": FIELD, "name": named}
        raise entry.error(FIELD, message)
    item.translation_of = type(item).objects.get(pk=original.pk) if original else None
    filling.validate(item, entry, {})
    item.save()


def _in_file(named, entry, by_file):
    """What was imported of a file, named as from the top of the source or as from beside the entry's own."""
    beside = str(PurePosixPath(entry.source).parent / named)
    outcome = by_file.get(named) or by_file.get(beside)
    return outcome and outcome.item


def _at(path, entry, model, by_path):
    """What this source wishes to stand at an address, else what stands there, else the only one with that slug."""
    slug = path.split("/")[-1]
    wished = by_path.get(path if model is Page else f"{entry.kind}:{slug}")
    if wished:
        return wished.item
    standing = model.objects.at(path).first() if model is Page else None
    namesakes = model.objects.filter(slug=slug, **({"section": ""} if model is Page else {}))[:2]
    return standing or (namesakes[0] if len(namesakes) == 1 else None)
