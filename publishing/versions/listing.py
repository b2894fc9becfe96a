"""The list of the versions of an item: when each was made, told apart within a minute, and what it changed."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.versions.differences import WORK
from publishing.versions.revisions import Item, Revision
from publishing.versions.sequences import Work
from publishing.versions.what_changed import what_changed
from publishing.versions.words import when


@dataclass(frozen=True)
class Line:
    """A version, its moment in words, and what differs from the one before; empty where that is not told."""

    revision: Revision
    when: str
    changed: str = ""


def lines(item: Item, page: Sequence[Revision], beside: Collection[Revision] = ()) -> list[Line]:
    """The lines of a page of versions, latest first, and of others that are shown beside it; in two queries."""
    shown = sorted({*page, *beside}, key=lambda one: -one.pk)
    words, changed = _moments([one.moment for one in shown]), _changes(item, page)
    return [Line(one, words[one.moment], changed.get(one.pk, "")) for one in shown]


def _moments(moments: list[datetime]) -> dict[datetime, str]:
    """Each in words, with its second where another one is of the same minute."""
    words = {moment: when(moment) for moment in moments}
    times = Counter(words[moment] for moment in moments)
    return {moment: _to_the_second(moment, said) if times[said] > 1 else said for moment, said in words.items()}


def _to_the_second(moment, said):
    return _("%(when)s and %(seconds)d seconds") % {"when": said, "seconds": timezone.localtime(moment).second}


def _changes(item, page) -> dict[int, str]:
    """What each version of a page changed in the one that was saved before it, by its key."""
    if not page:
        return {}
    saved = Revision.objects.of(item).saved()
    contents = dict(Revision.objects.filter(pk__in=[one.pk for one in page]).values_list("pk", "content"))
    former: Any = saved.filter(pk__lt=min(contents)).values_list("content", flat=True).first()
    work, found = Work(WORK), {}
    for version in reversed(page):
        content = contents[version.pk]
        if former is not None:
            found[version.pk] = _in_words(what_changed(former, content, type(item), work))
        if version.kind != Revision.Kind.TYPED:
            former = content
    return found


def _in_words(names):
    return _("changed: %(what)s") % {"what": ", ".join(names)} if names else _("nothing changed")
