"""The tags that put entries of the log into words."""

from datetime import date

from django import template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultancy.history.words import Told, by_day, told

register = template.Library()


@register.simple_tag
def history_by_day(page: Page) -> list[tuple[date, list[Told]]]:
    """`{% history_by_day action_list as days %}`: a page of the log as (day, lines), without links, latest first.

    Django's own view gives the log of an item oldest first.
    """
    entries = page.paginator.object_list.order_by("-pk")
    return by_day(map(told, entries[max(0, page.start_index() - 1) : page.end_index()]))


@register.filter
def as_day(day: date) -> str:
    """`{{ day|as_day }}`: a day as a heading says it."""
    days = (timezone.localdate() - day).days
    if days in (0, 1):
        return _("Yesterday") if days else _("Today")
    return date_format(day, "l j F" if day.year == timezone.localdate().year else "l j F Y")
