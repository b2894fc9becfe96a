"""Which entries of the log somebody reads: those of kinds that she may view, narrowed and latest first."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from consultancy.history.verbs import VERBS
from trash.models import Deletion
from trash.permissions import kinds_for as kinds_in_bin

_FLAGS = {"added": ADDITION, "deleted": DELETION}


def kinds_for(user: Any) -> list[type]:
    """The kinds of thing in the admin that a user may look at."""
    return [model for model in admin.site._registry if _may_look_at(user, model)]


def _may_look_at(user, model):
    if model is Deletion:
        return bool(kinds_in_bin(user))
    options = model._meta
    return any(user.has_perm(f"{options.app_label}.{verb}_{options.model_name}") for verb in ("view", "change"))


def entries_of(kinds: Iterable[type]) -> QuerySet:
    """What was done with things of these kinds, latest first; in the order of writing, for which there is an index."""
    types = ContentType.objects.get_for_models(*kinds, for_concrete_models=False).values()
    # Computed, so that a database walks back from the latest instead of sorting all that its index of kinds finds.
    entries = LogEntry.objects.alias(kind=F("content_type") + 0).filter(kind__in=[type_.pk for type_ in types])
    return entries.select_related("user", "content_type").order_by("-pk")


def done(deed: str) -> Q:
    """The condition that an entry tells of this, one of `verbs.DEEDS`."""
    condition = Q(action_flag=_FLAGS[deed]) if deed in _FLAGS else Q(pk__in=[])
    for verb in (verb for verb, words in VERBS.items() if words.deed == deed):
        # A quotation mark within a value is written with a backslash, so this is always a key.
        condition |= Q(change_message__contains=f'{{"{verb}":')
    return condition


def since(days: int) -> Q:
    """The condition that it was done within the last so many days, today included."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Q(action_time__gte=today - timedelta(days=days - 1))


def who_did_something() -> QuerySet:
    """Everybody who is in the history, by name; an account of the site itself last."""
    acted = get_user_model().objects.filter(Exists(LogEntry.objects.filter(user=OuterRef("pk"))))
    return acted.order_by("-is_active", "first_name", "username")


def urls_of(entries: Collection[LogEntry]) -> dict[int, str]:
    """The forms of the items that still exist, as {key of the entry: address}; in one query."""
    keys: dict[Any, set[int]] = defaultdict(set)
    for entry in entries:
        model = entry.content_type and entry.content_type.model_class()
        if model and (entry.object_id or "").isdecimal():
            keys[model].add(int(entry.object_id))
    there = _existing(keys)
    return {
        entry.pk: url
        for entry in entries
        if (entry.content_type_id, entry.object_id) in there and (url := _form_of(entry))
    }


def _existing(keys):
    parts = [_keys_among(model, wanted) for model, wanted in keys.items()]
    rows = parts[0].union(*parts[1:], all=True) if parts else ()
    return {(type_id, str(key)) for type_id, key in rows}


def _keys_among(model, wanted):
    kind = Value(ContentType.objects.get_for_model(model, for_concrete_model=False).pk, output_field=IntegerField())
    return model._default_manager.filter(pk__in=wanted).order_by().annotate(kind=kind).values_list("kind", "pk")


def _form_of(entry):
    try:
        name = f"admin:{entry.content_type.app_label}_{entry.content_type.model}_change"
        return reverse(name, args=[entry.object_id])
    except NoReverseMatch:
        return ""
