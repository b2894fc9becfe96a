"""A moment as a person says it, and the hours that a clock skips or repeats."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

# Further away than this many days, a person counts in months, and further than that many months in years.
DAYS, MONTHS = 60, 24


def in_words(moment: datetime, now: datetime | None = None) -> str:
    """A moment (aware) in the active language and the site's time zone, for within a sentence; `now` is for tests.

    To come it is said with its distance: "today at 16:30, in 2 hours", "tomorrow at 09:00", "Thursday 3 December at
    09:00, in 8 days". Of the past the day will do: "today at 09:15", "yesterday", "3 May 2025".
    """
    local, present = timezone.localtime(moment), timezone.localtime(now)
    days = (local.date() - present.date()).days
    if days < -1:
        return date_format(local, "j F Y")
    if days == -1:
        return _("yesterday")
    spoken = _day_and_time(local, days, present.year)
    distance = _hours_to_come(moment.timestamp() - present.timestamp()) if days == 0 else _days_to_come(local, present)
    return _("%(moment)s, %(distance)s") % {"moment": spoken, "distance": distance} if distance else spoken


def time_of_day(moment: datetime) -> str:
    """The hour and minute of a moment (aware) in the site's time zone."""
    return date_format(timezone.localtime(moment), pgettext("format of a time", "H:i"))


def _day_and_time(local: datetime, days: int, present_year: int) -> str:
    near = {0: _("today at %(time)s"), 1: _("tomorrow at %(time)s")}
    format_of_day = "l j F" if local.year == present_year else "l j F Y"
    values = {"day": date_format(local, format_of_day), "time": date_format(local, pgettext("format of a time", "H:i"))}
    return near.get(days, _("%(day)s at %(time)s")) % values


def _hours_to_come(seconds: float) -> str:
    """The distance within a day; empty of the past."""
    if seconds <= 0:
        return ""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return ngettext("in %d minute", "in %d minutes", minutes) % minutes
    hours = round(seconds / 3600)
    return ngettext("in %d hour", "in %d hours", hours) % hours


def _days_to_come(day: date, present: date) -> str:
    """The distance by the calendar; empty where the day has a name of its own."""
    days = day.toordinal() - present.toordinal()
    if days < 2:
        return ""
    if days <= DAYS:
        return ngettext("in %d day", "in %d days", days) % days
    months = (day.year - present.year) * 12 + day.month - present.month - (day.day < present.day)
    if months <= MONTHS:
        return ngettext("in %d month", "in %d months", months) % months
    return ngettext("in %d year", "in %d years", months // 12) % (months // 12)


def trouble_with_clock(typed: datetime) -> str:
    """Why a moment as typed (naive) names no single one in the site's time zone (PEP 495); empty where it does."""
    zone = timezone.get_current_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold).timestamp() for fold in (0, 1))
    if first == second:
        return ""
    skipped = _("The clock is put forward then: %(time)s does not exist. Choose a time before or after that hour.")
    repeated = _("The clock is put back then: %(time)s comes twice. Choose a time before or after that hour.")
    time = date_format(typed, pgettext("format of a time", "H:i"))
    return (skipped if first > second else repeated) % {"time": time}
