"""What an item is at this moment, in the words of whoever edits it."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

STATES = {
    "draft": gettext_lazy("draft"),
    "scheduled": gettext_lazy("scheduled"),
    "published": gettext_lazy("published"),
    "archived": gettext_lazy("archived"),
}


def state_of(item) -> str:
    """The key of what an item is at this moment, in `STATES`."""
    return "scheduled" if item.is_scheduled else item.status


def state_in_words(item) -> str:
    """One sentence: whether visitors see an item, and since or from when in the site's time zone."""
    sentence = {
        "draft": _("Draft: visitors don't see this."),
        "scheduled": _("Scheduled: visitors see this from %(day)s at %(time)s."),
        "published": _("Published: visitors see this since %(day)s."),
        "archived": _("Archived: visitors don't see this any more; it is kept here."),
    }[state_of(item)]
    return sentence % _day_and_time(item.published_at) if item.published_at else sentence


def moment_in_words(item) -> str:
    """The same for a list: since or from when visitors see an item; empty where they don't."""
    words = {"scheduled": _("from %(day)s at %(time)s"), "published": _("since %(date)s")}.get(state_of(item), "")
    return words and words % _day_and_time(item.published_at)


def _day_and_time(moment: datetime) -> dict[str, str]:
    local = timezone.localtime(moment)
    return {
        "day": date_format(local, "l j F Y"),
        "date": date_format(local, "j F Y"),
        "time": date_format(local, "H:i"),
    }
