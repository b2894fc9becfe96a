"""What somebody began and never saved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from consultancy.start.rights import may
from publishing.autosave.autosaves import unsaved_of
from publishing.models import publishables


@dataclass(frozen=True)
class Unsaved:
    """A text that is in no item yet: its title as typed, what it is to be, since when, and the form that opens it."""

    title: str
    kind: str
    moment: datetime
    url: str


def unsaved_for(user: Any) -> list[Unsaved]:
    """What this user began of the kinds that she may add, latest first; one query where there is nothing."""
    return [_unsaved(row) for row in unsaved_of(user, [model for model in publishables() if may(user, "add", model)])]


def _unsaved(row):
    options = row.item_type.model_class()._meta
    form = reverse(f"admin:{options.app_label}_{options.model_name}_add")
    return Unsaved(row.title, str(options.verbose_name), row.moment, f"{form}?uuid={row.item_uuid}")
