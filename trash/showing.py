"""What lies in the bin, as it was, and what bringing it back would do: read only, nothing is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.timezone import localtime

from trash.models import DeletedRow, Deletion
from trash.restoring import Restoration, leading_nowhere, references_of
from trash.rows import instance_of

MOST_SHOWN = 50


@dataclass(frozen=True)
class Companion:
    """Something else in the bin that this one needs (`by_default`), or that was linked with it."""

    deletion: Deletion
    by_default: bool


@dataclass(frozen=True)
class Contents:
    """The items of a deletion as they were; `public` are those that visitors see as soon as they are back.

    `notes` say what would not be as it was, `refusal` why it could not come back now.
    """

    items: list[Any]
    public: list[Any]
    companions: list[Companion]
    notes: list[str]
    refusal: str

    @property
    def can_be_public(self) -> bool:
        """Whether it is of a kind that is published, rather than one that is used."""
        return any(hasattr(item, "status") and hasattr(item, "is_published") for item in self.items)

    @property
    def shown(self) -> list[tuple[Any, list[tuple[str, Any, bool]]]]:
        """The first of the items, each with its facts."""
        return [(item, list(facts_of(item))) for item in self.items[:MOST_SHOWN]]

    @property
    def more(self) -> int:
        """How many more there are."""
        return max(0, len(self.items) - MOST_SHOWN)

    @property
    def addresses(self) -> list[str]:
        """Where visitors will see them."""
        return [item.get_absolute_url() for item in self.public if hasattr(item, "get_absolute_url")]


def contents_of(deletion: Deletion) -> Contents:
    """What lies in a deletion, and what bringing it back would do now."""
    items = items_of(deletion)
    restoration = Restoration(deletion)
    try:
        coming, refusal = restoration.rehearse(MOST_SHOWN), ""
    except ValidationError as error:
        coming, refusal = [], " ".join(error.messages)
    public = [item for item in coming if getattr(item, "is_published", False)]
    notes = list(dict.fromkeys(restoration.notes))
    return Contents(items, public, companions_of(items), notes, refusal)


def items_of(deletion: Deletion) -> list[Any]:
    """The items of a deletion, not stored; those that the site can't read any more are left out."""
    rows = deletion.rows.filter(is_item=True)
    return [item for row in rows if (item := instance_of(row.kind, row.key, row.fields)) is not None]


def companions_of(items: Iterable[Any]) -> list[Companion]:
    """What lies in the bin too and is referred to by one of these."""
    items = list(items)
    missing = leading_nowhere(items)
    found: dict[int, Companion] = {}
    for item in items:
        for field, key in references_of(item):
            row = _row_of(field.related_model, key) if missing[field.related_model, key] else None
            if row and (row.deletion_id not in found or not field.one_to_one):
                found[row.deletion_id] = Companion(row.deletion, by_default=not field.one_to_one)
    return list(found.values())


def _row_of(model, key):
    return DeletedRow.objects.filter(kind=model._meta.label_lower, key=key).select_related("deletion").first()


def facts_of(item: Any) -> Iterator[tuple[str, Any, bool]]:
    """What was filled in, as (label, value, whether it is a text of several lines)."""
    for field in item._meta.concrete_fields:
        value = getattr(item, field.attname)
        if field.editable and not field.is_relation and not field.primary_key and value not in (None, "", False):
            yield capfirst(str(field.verbose_name)), _in_words(item, field), field.get_internal_type() == "TextField"


def _in_words(item, field):
    if field.choices:
        return getattr(item, f"get_{field.name}_display")()
    value = getattr(item, field.name)
    if value is True:
        return "✓"
    return localize(localtime(value) if isinstance(value, datetime) else value)
