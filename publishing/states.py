"""What an item is at this moment, in the words of whoever edits it."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.moments import in_words
from publishing.versions.revisions import content_of
from publishing.versions.what_changed import what_changed

STATES = {
    "draft": gettext_lazy("draft"),
    "scheduled": gettext_lazy("scheduled"),
    "published": gettext_lazy("published"),
    "expired": gettext_lazy("ended"),
    "archived": gettext_lazy("archived"),
}


def state_of(item) -> str:
    """The key of what an item is at this moment, in `STATES`."""
    if item.is_expired:
        return "expired"
    return "scheduled" if item.is_scheduled else item.status


def state_in_words(item) -> str:
    """Whether visitors see an item, and since, from or until when: a sentence, and one more for an end to come."""
    state = state_of(item)
    sentence = {
        "draft": _("Draft: visitors don't see this."),
        "scheduled": _("Scheduled: visitors see this from %(start)s."),
        "published": _("Published: visitors see this since %(start)s."),
        "expired": _("Ended: visitors saw this until %(end)s."),
        "archived": _("Archived: visitors don't see this any more; it is kept here."),
    }[state] % _start_and_end(item)
    return f"{sentence} {_end_to_come(item)}" if item.expires_at and state in ("scheduled", "published") else sentence


def waiting_in_words(stored, written, revision) -> str:
    """What was changed in a live item since visitors saw it, and by whom: a sentence; empty where nothing was.

    `written` is its working copy and `revision` what that was made of.
    """
    what = what_changed(content_of(stored), content_of(written), type(stored))
    if not what:
        return ""
    values = {"what": get_text_list(what, _("and")), "when": in_words(revision.moment), "who": revision.writer}
    said = _("Changed since then, and not published yet: %(what)s (%(who)s, %(when)s).")
    return (said if revision.writer else _("Changed since then, and not published yet: %(what)s.")) % values


def undoing_in_words(former, waits) -> str:
    """What taking back the last publication does: visitors see `former` again, None for nothing; sentences.

    `waits`: whether something was written since.
    """
    if former is None:
        visitors = _("Visitors then don't see this any more.")
    else:
        visitors = _("Visitors then see the version of %(when)s again.") % {"when": in_words(former.moment)}
    kept = _("What you saved since stays here.") if waits else _("Your text stays here.")
    return f"{visitors} {kept}"


def _end_to_come(item):
    return _("They see it until %(end)s.") % _start_and_end(item)


def moment_in_words(item) -> str:
    """The same for a list: since, from or until when visitors see an item; empty where they don't."""
    words = {
        "scheduled": _("from %(start)s"),
        "published": _("since %(start)s, until %(end)s") if item.expires_at else _("since %(start)s"),
        "expired": _("until %(end)s"),
    }
    return words.get(state_of(item), "") % _start_and_end(item)


def _start_and_end(item):
    moments = {"start": item.published_at, "end": item.expires_at}
    return {name: in_words(moment) if moment else "" for name, moment in moments.items()}
