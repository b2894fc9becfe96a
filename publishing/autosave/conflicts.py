"""Two versions of one item that were written without knowing of each other: seen before one hides the other."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Subquery
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from publishing.autosave.autosaves import Autosave
from publishing.versions.revisions import Item, Revision
from publishing.versions.words import Changed, when


@dataclass(frozen=True)
class Conflict:
    """What else there is of an item: a sentence, and what differs between the other text and this one.

    `latest` is the revision that whoever goes on with this one has seen.
    """

    sentence: str
    latest: int
    changed: list[Changed]


def latest_saved(item: Item) -> Revision | None:
    """The version of an item that was saved last."""
    return Revision.objects.of(item).saved().select_related("by").first()


def overtaking(item: Item, since: int) -> Revision | None:
    """The version of an item that was saved last, where it says something else than the revision `since`; one query.

    What was only published, or put back to what it was, takes nothing away from whoever is writing.
    """
    saved = Revision.objects.of(item).saved().select_related("by")
    # Of an item without versions the first one that is kept says what stood there before.
    opened = Q(pk=since) if since else Q(pk=Subquery(saved.order_by("pk").values("pk")[:1]))
    both = list(saved.filter(opened | Q(pk=Subquery(saved.order_by("-pk").values("pk")[:1]))).order_by("-pk"))
    if not both or both[0].pk <= since:
        return None
    latest, shown = both[0], both[-1]
    is_known = shown is not latest or not since
    return None if is_known and shown.content == latest.content else latest


def newer_than(item: Item, based_on: int, user: Any) -> dict[str, str] | None:
    """Who saved an item since the revision `based_on`, and when, in words; None where nobody did."""
    latest = overtaking(item, based_on)
    if latest is None:
        return None
    return {"who": latest.writer, "when": when(latest.moment), "said": said_of_newer(latest, user)}


def said_of_newer(revision: Revision, user: Any) -> str:
    """Who saved a newer version, and when: a sentence to this user."""
    values = {"who": revision.writer, "when": when(revision.moment)}
    if revision.by_id == user.pk:
        return _("You saved something else of this in another tab: %(when)s.") % values
    said = _("%(who)s saved something else of this while you were writing: %(when)s.")
    return capfirst((said if revision.writer else _("Something else of this was saved: %(when)s.")) % values)


def said_of_other_tab(row: Autosave | None) -> str:
    """That the same person typed on in another opened form: a sentence."""
    if row is None:
        return _("You are writing on this in another tab, too.")
    return _("You wrote on in another tab, and did not save that yet: %(when)s.") % {"when": when(row.moment)}


def said_of_others(users: list[Any]) -> str:
    """Who is at work on the same item: a sentence; empty where nobody is."""
    names = [user.get_full_name() or user.get_username() for user in users]
    said = ngettext("%(who)s is writing on this, too.", "%(who)s are writing on this, too.", len(names))
    return said % {"who": get_text_list(names, _("and"))} if names else ""
