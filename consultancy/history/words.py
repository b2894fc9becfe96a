"""An entry of Django's log in words, whatever version of the site wrote it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from consultancy.history.verbs import KIND_GONE, KINDS, OTHER_KIND, SAVED, UNKNOWN, VERBS
from publishing.history import IMPORT, WORKER, actor_name
from publishing.moments import in_words

MOST_FIELDS = 6
ACTORS = {IMPORT: _("The import"), WORKER: _("The site itself")}
_WITH_FIELDS = ("changed", "drafted")
_IN_WORDS = {
    "moment": lambda value: in_words(datetime.fromisoformat(value)),
    "number": lambda value: ngettext("%d item", "%d items", value) % value,
}
_DJANGOS = {ADDITION: "added", DELETION: "deleted"}


@dataclass(frozen=True)
class Told:
    """What an entry says: sentences as HTML, and which fields of the form were changed."""

    moment: datetime
    sentences: list[SafeString]
    fields: str

    @property
    def time(self) -> str:
        """Its time of the day, in the site's time zone."""
        return date_format(timezone.localtime(self.moment), pgettext("format of a time", "H:i"))

    @property
    def when(self) -> str:
        """The moment as a person says it."""
        return in_words(self.moment)


def told(entry: LogEntry, url: str = "") -> Told:
    """An entry in the active language, its item linked to `url` where there is one; asks nothing of the database.

    `user` and `content_type` of the entry are to be at hand.
    """
    parts = list(_parts(entry))
    names = {"who": name_of(entry.user), "item": _linked(item_in_words(entry), url)}
    sentences = [_sentence(verb, names, details) for verb, details in parts if verb != "changed"]
    fields = [field for verb, details in parts if verb in _WITH_FIELDS for field in _fields(details)]
    if not sentences:
        sentences = [_sentence("changed" if fields else "", names, {})]
    return Told(entry.action_time, sentences, _enumerated(fields))


def by_day(lines: Iterable[Told]) -> list[tuple[date, list[Told]]]:
    """The same by the day on which it was done, in the site's time zone."""
    return [(day, list(of_day)) for day, of_day in groupby(lines, lambda line: timezone.localdate(line.moment))]


def name_of(user: Any) -> str:
    """How somebody is called in the history."""
    actor = actor_name(user)
    return str(ACTORS.get(actor, actor)) if actor else user.get_full_name() or user.get_username()


def item_in_words(entry: LogEntry) -> str:
    """What an entry is about: the kind with its article, and the title in quotation marks."""
    title = f"“{entry.object_repr}”" if entry.object_repr else ""
    model = entry.content_type and entry.content_type.model_class()
    if model is None:
        return f"{KIND_GONE} {title}".strip()
    words = KINDS.get(model._meta.label_lower, OTHER_KIND)
    return words.format(title=title, kind=model._meta.verbose_name).strip()


def _parts(entry) -> Iterator[tuple[str, Any]]:
    """What an entry tells as (verb, details): of a message in plain text, that text as a changed field."""
    try:
        parts = json.loads(entry.change_message or "[]")
        found = [(str(verb), details) for part in parts for verb, details in part.items()]
    except (ValueError, TypeError, AttributeError):
        found = [("changed", {"fields": [entry.change_message]})]
    # Of what stands in a form beside its item (links of the profile) nothing but its being changed is told.
    own = [("changed" if isinstance(details, dict) and "name" in details else verb, details) for verb, details in found]
    first = _DJANGOS.get(entry.action_flag)
    if first and not any(VERBS[verb].deed == first for verb, _details in own if verb in VERBS):
        yield first, {}
    yield from own


def _sentence(verb, names, details) -> SafeString:
    words = str(VERBS[verb].sentence if verb in VERBS else UNKNOWN if verb else SAVED)
    values = {name: _value(name, value) for name, value in details.items()} if isinstance(details, dict) else {}
    try:
        return format_html(words, **{**values, **names, "verb": verb})
    except (KeyError, IndexError, ValueError):
        # Details that another version of the site left out.
        return format_html(str(UNKNOWN), **names, verb=verb)


def _value(name, value):
    try:
        return _IN_WORDS[name](value) if name in _IN_WORDS else value
    except (TypeError, ValueError):
        return value


def _linked(words, url) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, words) if url else mark_safe(conditional_escape(words))  # noqa: S308


def _fields(details) -> list[str]:
    if not isinstance(details, dict):
        return []
    names = [details["name"]] if "name" in details else details.get("fields")
    return [gettext(name) for name in names if isinstance(name, str) and name] if isinstance(names, list) else []


def _enumerated(fields) -> str:
    shown, more = list(dict.fromkeys(fields))[:MOST_FIELDS], len(set(fields)) - MOST_FIELDS
    rest = [ngettext("%d more", "%d more", more) % more] if more > 0 else []
    return ", ".join([*shown, *rest])
