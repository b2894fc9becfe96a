"""Values of front matter: each function reads one as typed and raises ValueError with what is wrong with it."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

STATUSES = {
    **{word: word for word in ("draft", "published", "archived", "scheduled")},
    "concept": "draft",
    "gepubliceerd": "published",
    "gearchiveerd": "archived",
    "ingepland": "scheduled",
}
_BOOLEANS = {"true": True, "yes": True, "ja": True, "": False, "false": False, "no": False, "nee": False}


def text(value: str) -> str:
    return value


def choice(value: str) -> str:
    """A word of a list that the model holds; `none` stands for the empty one."""
    return "" if value == "none" else value


def boolean(value: str) -> bool:
    if value.lower() not in _BOOLEANS:
        raise ValueError(_("“%(value)s” is neither true nor false.") % {"value": value})
    return _BOOLEANS[value.lower()]


def number(value: str) -> int | None:
    """A whole number from 0 that every database can hold."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and int(value) < 2**31):
        raise ValueError(_("“%(value)s” is no whole number.") % {"value": value})
    return int(value)


def status(value: str) -> str:
    """What is stored for a status in Dutch or English: an item that is scheduled is published with a moment to come."""
    if value and value.lower() not in STATUSES:
        known = ", ".join(STATUSES)
        raise ValueError(_("“%(value)s” is no status; these are: %(known)s.") % {"value": value, "known": known})
    found = STATUSES.get(value.lower(), "draft")
    return "published" if found == "scheduled" else found


def moment(value: str) -> datetime | None:
    """A date or moment of ISO 8601; without an offset it is in the site's time zone, without a time it is midnight."""
    if not value:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        message = _("“%(value)s” is no date: write it as 2025-03-31 or 2025-03-31T09:00.")
        raise ValueError(message % {"value": value}) from error
    if not 1 < found.year < 9999:
        raise ValueError(_("“%(value)s” is too far away.") % {"value": value})
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def day(value: str) -> date | None:
    """The day of a date or moment."""
    found = moment(value)
    return found and found.date()


def path(value: str) -> str:
    """The path of a page from an address such as `/aanbod/dialoog/`."""
    return value.strip("/")
