"""A page comes back from the bin to its place in the tree, or to the top where that is gone."""

from typing import Any

from django.utils.translation import gettext as _

from publishing.models import Status


def find_place(instance: Any, lost: dict[str, Any], restoration: Any, **_signal: Any) -> None:
    """Answers `trash.signals.restoring`: its path, and a draft where it would show at an address nobody chose."""
    if lost.pop("parent", None) is not None:
        restoration.as_drafts = True
        note = _("“%(page)s” comes to the top, as a draft: the page that it stood under is no longer there.")
        restoration.notes.append(note % {"page": instance})
    if restoration.as_drafts:
        instance.status = Status.DRAFT
    instance.path = instance.path_under(instance.parent)
