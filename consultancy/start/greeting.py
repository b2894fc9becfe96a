"""The first words of the start page: a greeting, and what matters today."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

# Until which hour of the day somebody is greeted how.
MORNING, NOON, EVENING = 5, 12, 18


@dataclass(frozen=True)
class Sentence:
    """Something that matters today, and where to go for it."""

    words: str
    url: str


def greeting(user: Any) -> str:
    """A greeting by the hour of the site's time zone, and by her first name where that is known."""
    hour = timezone.localtime().hour
    if MORNING <= hour < NOON:
        words = _("Good morning")
    else:
        words = _("Good afternoon") if NOON <= hour < EVENING else _("Good evening")
    return f"{words}, {user.first_name}" if user.first_name else words


def of_messages(number: int, url: str) -> list[Sentence]:
    """That messages wait to be read."""
    words = ngettext("A new message waits for you.", "%(number)d new messages wait for you.", number)
    return [Sentence(words % {"number": number}, url)] if number else []


def of_today(coming: Any) -> list[Sentence]:
    """What appears or ends today, of the lines of what is coming."""
    today = timezone.localdate()
    return [_of_line(line) for line in coming if timezone.localdate(line.moment) == today]


def of_broken(number: int, url: str) -> list[Sentence]:
    """That visitors meet something broken."""
    words = ngettext(
        "Visitors meet something that is broken.", "Visitors meet %(number)d things that are broken.", number
    )
    return [Sentence(words % {"number": number}, url)] if number else []


def _of_line(line):
    words = _("“%(title)s” appears today at %(time)s.") if line.flag else _("“%(title)s” ends today at %(time)s.")
    time = date_format(timezone.localtime(line.moment), pgettext("format of a time", "H:i"))
    return Sentence(words % {"title": line.title, "time": time}, line.url)
