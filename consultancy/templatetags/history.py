"""The tags that put entries of the log into words."""

from datetime import date

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultancy.history.words import Told, by_day, told

register = template.Library()


@register.simple_tag
def history_by_day(entries) -> list[tuple[date, list[Told]]]:
    """`{% history_by_day action_list as days %}`: entries of the log as (day, lines), without links."""
    return by_day(map(told, entries))


@register.filter
def as_day(day: date) -> str:
    """`{{ day|as_day }}`: a day as a heading says it."""
    days = (timezone.localdate() - day).days
    if days in (0, 1):
        return _("Yesterday") if days else _("Today")
    return date_format(day, "l j F" if day.year == timezone.localdate().year else "l j F Y")
