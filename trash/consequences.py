"""What a deletion means, in words, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import ProtectedError, RestrictedError
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from trash.models import KEPT_FOR
from trash.putting import collect, losing

# Of more there is only the number: nobody reads on, and the page would never end.
MOST_NAMED = 50


@dataclass(frozen=True)
class Lines:
    """The first of many lines, and how many more there are."""

    lines: list[SafeString]
    more: int = 0

    @classmethod
    def of(cls, lines: Sequence[SafeString]) -> "Lines":
        return cls(list(lines[:MOST_NAMED]), max(0, len(lines) - MOST_NAMED))


def _nothing() -> Lines:
    return Lines([])


@dataclass(frozen=True)
class Consequences:
    """What goes, what leads there from elsewhere, and the addresses that end; `in_the_way` keeps all of it."""

    goes: Lines
    number: int
    leads_here: Lines = field(default_factory=_nothing)
    addresses: Lines = field(default_factory=_nothing)
    in_the_way: list[SafeString] = field(default_factory=list)

    @property
    def end(self) -> datetime:
        """Until when it could be brought back."""
        return timezone.now() + KEPT_FOR


def in_the_way(items: Sequence[Any]) -> list[Any]:
    """What needs one of these items, so that they can't be deleted."""
    try:
        collect(items)
    except ProtectedError as error:
        return sorted(error.protected_objects, key=str)
    except RestrictedError as error:
        return sorted(error.restricted_objects, key=str)
    return []


def losers(items: Sequence[Any]) -> list[tuple[Any, Any]]:
    """What stays and loses a reference to one of these items, as (item, field)."""
    return [(item, field) for field, item in losing(collect(items))]


def line(item: Any, words: str = "", depth: int = 0) -> SafeString:
    """An item by its kind and name, with the way to its form where it has one; `words` say more."""
    name = format_html('<a href="{}">{}</a>', address, item) if (address := form_of(item)) else str(item)
    more = format_html(" ({})", words) if words else ""
    kind = capfirst(str(item._meta.verbose_name))
    return format_html('<span class="depth-{}">{}: {}{}</span>', min(depth, 9), kind, name, more)


def form_of(item: Any) -> str | None:
    """Where an item is edited in the admin, if anywhere."""
    try:
        return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])
    except NoReverseMatch:
        return None
