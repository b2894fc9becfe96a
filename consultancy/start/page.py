"""The start page as one thing: asked for once, in a fixed number of queries."""

from typing import Any

from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from consultancy.gaps import gaps_for
from consultancy.history.entries import entries_of, kinds_for
from consultancy.history.views import in_words
from consultancy.readings.most import most_read
from consultancy.start import greeting
from consultancy.start.lines import Part, parts_for
from consultancy.start.rights import changed_by, may
from consultancy.start.tasks import steps_for, tasks_for
from consultancy.start.unsaved import unsaved_for
from contact.models import Message

LAST_DONE = 5
AT_MOST_TODAY = 3
WAITING = ("drafts", "testimonials", "stale")


def start_page(user: Any) -> dict[str, Any]:
    """What the template of the start page shows to this user; what is empty is not shown."""
    parts, number = parts_for(user)
    messages = Message.objects.waiting_counts() if may(user, "view", Message) else {}
    usual = {"greeting": greeting.greeting(user), "tasks": tasks_for(user), "failed": _failed_jobs(user), **messages}
    usual["unsaved"] = unsaved_for(user)
    waits = any([*map(parts.get, WAITING), *messages.values(), usual["failed"], usual["unsaved"]])
    if not number:
        return {**usual, "waits": waits, "steps": steps_for(user), "today": _of_messages(messages)}
    gaps, more = gaps_for(user)
    coming = parts.get("coming", Part([], 0))
    broken = greeting.of_broken(sum(gap.breaks for gap in gaps), "#gaps")
    today = [*_of_messages(messages), *greeting.of_today(coming.lines), *broken]
    return {
        **usual,
        **parts,
        "waits": waits,
        "gaps": gaps,
        "more": more,
        "today": today[:AT_MOST_TODAY],
        "read": most_read(changed_by(user)),
        "done": in_words(list(entries_of(kinds_for(user))[:LAST_DONE])),
    }


def _of_messages(messages):
    url = reverse("admin:contact_message_changelist") + "?status__exact=new"
    return greeting.of_messages(messages.get("unread", 0), url)


def _failed_jobs(user):
    """How many background jobs failed and are still in the list, for whoever may read it."""
    return DBTaskResult.objects.failed().count() if may(user, "view", DBTaskResult) else 0
