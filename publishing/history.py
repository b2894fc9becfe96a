"""Who did what with which item, in Django's own log: its JSON messages hold the verbs of this house beside Django's.

Each part of a message is {verb: details}. The roof puts them into words (`consultancy/history/words.py`).
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from publishing.publication import Status

# What acts without anybody at the keyboard.
IMPORT, WORKER = "import", "worker"
# No form accepts a user name with this sign, so none of these is ever a person's.
_MARK = "~"
_ACTORS = {IMPORT: _("the import"), WORKER: _("the site itself")}

_FLAGS = {
    **dict.fromkeys(("added", "duplicated", "translated"), ADDITION),
    **dict.fromkeys(("deleted", "binned", "purged"), DELETION),
}

_NOT_PUBLIC = {Status.DRAFT: "withdrawn", Status.ARCHIVED: "archived"}


def note(user: Any, item: Any, verb: str, **details: Any) -> None:
    """Write into the history that `user` did this with a stored item; `user` may be `IMPORT` or `WORKER`.

    `details` are what JSON can hold. Runs in the caller's transaction: what is rolled back was not done.
    """
    note_all(user, [item], verb, **details)


def note_all(user: Any, items: Iterable[Any], verb: str, **details: Any) -> None:
    """The same for several items; three queries at most, however many they are."""
    _write(user, items, _FLAGS.get(verb, CHANGE), [{verb: details}])


def note_difference(user: Any, before: Any, after: Any) -> None:
    """Write what a change did to an item: nothing where it did nothing that has a word of its own."""
    if parts := difference(before, after):
        _write(user, [after], CHANGE, parts)


def difference(before: Any, after: Any) -> list[dict[str, Any]]:
    """The verbs for what became of a publishable, as parts of a message; `before` is None where it is new."""
    return [*_of_publication(before, after), *_of_address(before, after)]


def actor(name: str) -> Any:
    """The account in whose name `IMPORT` or `WORKER` is written down: nobody can sign in with it."""
    user, _made = get_user_model().objects.get_or_create(
        username=_MARK + name, defaults={"is_active": False, "password": "!"}
    )
    return user


def actor_name(user: Any) -> str:
    """`IMPORT` or `WORKER` for such an account, empty for a person's."""
    name = user.get_username()
    return name.removeprefix(_MARK) if name.startswith(_MARK) else ""


def signature(by: Any) -> str:
    """What is kept of who wrote something (a user, `IMPORT`, `WORKER` or None), for when the account is no more."""
    if isinstance(by, str):
        return _MARK + by
    return (by.get_full_name() or by.get_username())[:150] if by else ""


def signed(signature: str) -> str:
    """Who that is, in words for within a sentence."""
    name = signature.removeprefix(_MARK)
    return str(_ACTORS.get(name, name)) if signature.startswith(_MARK) else signature


def people() -> Any:
    """The accounts of people."""
    return get_user_model().objects.exclude(username__startswith=_MARK)


def _write(user, items, flag, message):
    items = list(items)
    if items:
        by = actor(user) if isinstance(user, str) else user
        LogEntry.objects.log_actions(by.pk, items, flag, message)


def _of_publication(before, after):
    was = before.status if before else Status.DRAFT
    if after.is_scheduled:
        if not (before and before.is_scheduled and before.published_at == after.published_at):
            yield {"scheduled": {"moment": after.published_at.isoformat()}}
    elif after.is_published:
        # Of what visitors see, the words are changed by publishing them only.
        if not (before and before.is_published and _words(before) == _words(after)):
            yield {"published": {}}
    elif after.status != was and after.status in _NOT_PUBLIC:
        yield {_NOT_PUBLIC[after.status]: {}}


def _of_address(before, after):
    if before is None or not hasattr(after, "get_absolute_url"):
        return
    old, new = before.get_absolute_url(), after.get_absolute_url()
    if old != new:
        yield {"moved": {"old": old, "new": new}}


def _words(item):
    fields = (field for field in item._meta.concrete_fields if field.editable and field.name not in item.at_once)
    return {field.name: field.value_from_object(item) for field in fields}


class NotingMixin:
    """An admin whose history says what a save did to an item, beside which fields were changed."""

    def save_model(self, request, obj, form, change):
        before = obj.stored() if change else None
        super().save_model(request, obj, form, change)
        # Of a live item the row is what it was until it is published.
        stored = obj.stored()
        form.noted = difference(before, stored)
        form.waits = not form.status_asked and stored.status == Status.PUBLISHED

    def construct_change_message(self, request, form, formsets, add=False):
        told = super().construct_change_message(request, form, formsets, add)
        if getattr(form, "waits", False) and set(form.changed_data) - set(self.model.at_once):
            told = [
                {"drafted" if verb == "changed" else verb: told_of} for part in told for verb, told_of in part.items()
            ]
        return [*told, *getattr(form, "noted", ())]
