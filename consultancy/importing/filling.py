"""What all kinds of item have in common: the fields of front matter become fields of a model."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from consultancy.importing import values
from consultancy.importing.entries import Entry, SourceError
from publishing.models import Publishable

# A field of front matter: the field of the model that it fills, and how its value is read.
Fields = Mapping[str, tuple[str, Callable[[str], Any]]]


def set_fields(
    item: Publishable, entry: Entry, fields: Fields, *, kept: Collection[str], fixed: Collection[str] = ()
) -> None:
    """Give an item what the entry says, and its defaults where that says nothing.

    Fields of the model in `kept` stay where the entry is silent, those of front matter in `fixed` in any case.
    Raises SourceError for a value that can't be read.
    """
    for name, (field, read) in fields.items():
        if name in entry.fields and name not in fixed:
            setattr(item, field, _read(entry, name, read))
        elif field not in kept:
            setattr(item, field, item._meta.get_field(field).get_default())
    if values.STATUSES.get(entry.get("status").lower()) == "scheduled" and not entry.get("date"):
        raise entry.error("status", _("scheduled needs a date: write “date: …” as well."))


def _read(entry, name, read):
    try:
        return read(entry.get(name))
    except ValueError as error:
        raise entry.error(name, f"{name}: {error}") from error


def several(entry: Entry, name: str) -> list[str]:
    """The values of a field that may hold one or a list, each once, without empty ones."""
    value = entry.fields.get(name, ())
    typed = [value] if isinstance(value, str) else value
    return list(dict.fromkeys(stripped for text in typed if (stripped := text.strip())))


def validate(item: Model, entry: Entry, names: Mapping[str, str]) -> None:
    """Raise SourceError for what does not fit, under the name that a field has in front matter ({field: name})."""
    try:
        item.full_clean(exclude={field.name for field in item._meta.fields if not field.editable})
    except ValidationError as error:
        faults = [
            str(entry.error(names.get(field, field), f"{names.get(field, field)}: {message}"))
            for field, messages in error.message_dict.items()
            for message in messages
        ]
        raise SourceError("\n".join(faults)) from error
