"""The versions of an item in words: which one visitors see, which one waits, and what differs between two."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from publishing.moments import in_words
from publishing.versions.differences import Differences, differences, replaced
from publishing.versions.drafts import is_live
from publishing.versions.revisions import Item, Revision, RevisionQuerySet, revised_fields, with_present_links


@dataclass(frozen=True)
class Changed:
    """A field that two versions differ in, by its name."""

    name: str
    differences: Differences


def listed(item: Item) -> RevisionQuerySet:
    """The versions of an item, newest first, without what stands in them."""
    contents = ("content", "links", "restored_from__content", "restored_from__links")
    return Revision.objects.of(item).select_related("restored_from").defer(*contents)


def seen_by_visitors(item: Item) -> Revision | None:
    """The version of a stored item that visitors see, or will from its moment on; None where they see none."""
    return listed(item).published().first() if is_live(item) and not item.is_expired else None


def to_compare(latest: Sequence[Revision], seen: Revision | None) -> tuple[Revision, Revision] | None:
    """What one wishes to compare first among the latest two: what visitors see with the latest."""
    if len(latest) < 2:
        return None
    return (seen if seen and seen != latest[0] else latest[1], latest[0])


def what_it_is(revision: Revision) -> str:
    """What was done with a version, by whom, and where it was taken from: words, for a list."""
    said = {"what": capfirst(revision.get_kind_display()), "who": revision.writer}
    words = _("%(what)s, by %(who)s") % said if revision.writer else said["what"]
    if revision.restored_from:
        words = _("%(what)s; put back from the version of %(when)s") % {
            "what": words,
            "when": when(revision.restored_from.moment),
        }
    return words


def when(moment: datetime) -> str:
    """A moment of the past with its time, by which several of a day are told apart."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localdate():
        return in_words(moment)
    time = date_format(local, pgettext("format of a time", "H:i"))
    return _("%(day)s at %(time)s") % {"day": in_words(moment), "time": time}


def changed_fields(old: Revision, new: Revision, model: Any, order: Iterable[str] = ()) -> list[Changed]:
    """What differs between two versions, in the order of these names of fields.

    A field that one of them does not know, written by another version of the model, is left out.
    """
    return changed_contents(_with_present_links(old), _with_present_links(new), model, order)


def changed_contents(
    old: Mapping[str, Any], new: Mapping[str, Any], model: Any, order: Iterable[str] = ()
) -> list[Changed]:
    """The same of two contents (see `revisions.content_of`)."""
    places = {name: place for place, name in enumerate(order)}
    fields = sorted(revised_fields(model), key=lambda field: places.get(field.name, len(places)))
    return [
        Changed(capfirst(str(field.verbose_name)), _between(field, old[field.name], new[field.name]))
        for field in fields
        if field.name in old and field.name in new and old[field.name] != new[field.name]
    ]


def at_once_in_words(model: Any) -> list[str]:
    """The names of the fields that are no part of a version."""
    return [str(model._meta.get_field(name).verbose_name) for name in model.at_once if name != "status"]


def not_as_it_was(revision: Revision, restored: Revision, model: Any, told: Collection[str] = ()) -> list[str]:
    """The names of the fields that could not be put back as they were: taken by another item, or deleted.

    Without the fields (`told`) of which that is known.
    """
    content = _with_present_links(revision)
    if content.get("published_at") is None:
        # What is live has a beginning, also where the version was of a draft without one.
        content = {**content, "published_at": restored.content.get("published_at")}
    content = {name: value for name, value in content.items() if name not in told}
    return [changed.name for changed in changed_contents(content, _with_present_links(restored), model)]


def _with_present_links(revision):
    text = revision.content.get("text")
    return {**revision.content, "text": with_present_links(text, revision.links)} if text else revision.content


def _between(field, old, new):
    if _is_written(field):
        return differences(old or "", new or "")
    return replaced(_value_in_words(field, old), _value_in_words(field, new))


def _is_written(field):
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def _value_in_words(field, value):
    if value in (None, "", []):
        return ""
    if field.related_model:
        return _names(field.related_model, value if isinstance(value, list) else [value])
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, models.DateField):
        return _moment_in_words(field, value)
    return str(dict(field.flatchoices).get(value, value))


def _names(model, keys):
    found = model._base_manager.in_bulk(keys)
    return ", ".join(str(found[key]) if key in found else _("one that was deleted") for key in keys)


def _moment_in_words(field, value):
    try:
        moment = field.to_python(value)
    except ValidationError:
        return str(value)
    if not isinstance(field, models.DateTimeField):
        return date_format(moment, "j F Y")
    local = timezone.localtime(moment)
    time = date_format(local, pgettext("format of a time", "H:i"))
    return _("%(day)s at %(time)s") % {"day": date_format(local, "j F Y"), "time": time}
