"""How much a message looks like spam: points with their reasons in words. It never refuses anybody."""

import re
import time
from collections.abc import Iterator

from django.core import signing
from django.utils.translation import gettext as _

# From so many points on, a message goes to the spam: no mail is sent and it is kept for a while only.
SPAM_FROM = 50

FASTEST = 3  # seconds in which a person could fill in the form
OLDEST = 24 * 3600  # seconds; pages stay open, but seldom longer
# Points by the forms of an hour, highest first: but for a flood that would bury the inbox, what has nothing else
# against it is no spam.
BUSYNESS = {1200: 50, 60: 40, 10: 20}

_stamps = signing.Signer(salt="contact.form")
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_MARKUP = re.compile(r"<a\s|\[url\b|\[link\b", re.IGNORECASE)


def stamp() -> str:
    """The moment at which a form is shown, signed."""
    return _stamps.sign(str(int(time.time())))


def judge(*, body: str, name: str, honeypot: str, stamp: str, busyness: int) -> tuple[int, str]:
    """The points of a message and what they are for, a line each in the active language."""
    found = [*_by_stamp(stamp), *_by_words(body, name), *_by_busyness(busyness)]
    if honeypot:
        found.append((60, _("A field that people don't see was filled in.")))
    return sum(points for points, _reason in found), "\n".join(reason for _points, reason in found)


def _by_stamp(stamp: str) -> Iterator[tuple[int, str]]:
    try:
        age = time.time() - int(_stamps.unsign(stamp))
    except (signing.BadSignature, ValueError):
        words = _("The time stamp of the form is not ours.") if stamp else _("The form came without its time stamp.")
        yield 30, words
        return
    if age < FASTEST:
        yield 30, _("It was filled in faster than a person types.")
    if age > OLDEST:
        yield 10, _("The form was open for more than a day.")


def _by_words(body, name) -> Iterator[tuple[int, str]]:
    links = len(_LINK.findall(body))
    if links:
        yield (30 if links > 2 else 10), _("Links in the text: %d.") % links
    if _MARKUP.search(body):
        yield 30, _("The text holds code for links.")
    if _LINK.search(name):
        yield 40, _("The name is a link.")


def _by_busyness(busyness) -> Iterator[tuple[int, str]]:
    for forms, points in BUSYNESS.items():
        if busyness > forms:
            yield points, _("More than %d messages within an hour came from the same corner of the internet.") % forms
            return
