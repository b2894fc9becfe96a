"""The history of the site on a screen of its own."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from consultancy.history.entries import entries_of, kinds_for, urls_of
from consultancy.history.forms import HistoryFilter
from consultancy.history.words import Told, by_day, told
from trash.keys import key_of

ON_A_PAGE = 50


def history(request: HttpRequest) -> HttpResponse:
    """Who did what, latest first, day by day; called through the admin, which has asked for a login.

    A page begins after the entry `before`: an older one costs no more than the first.
    """
    kinds = kinds_for(request.user)
    form = HistoryFilter(request.GET, kinds)
    found = form.narrow(entries_of(kinds))
    if before := key_of(request.GET.get("before")):
        found = found.filter(pk__lt=before)
    entries = list(found[: ON_A_PAGE + 1])
    context = {
        "title": _("Who did what"),
        "form": form,
        "narrowed": any(form.cleaned_data.values()),
        "days": by_day(in_words(entries[:ON_A_PAGE])),
        "older": _page(request, before=entries[ON_A_PAGE - 1].pk) if len(entries) > ON_A_PAGE else "",
        "newest": _page(request) if before else "",
    }
    return TemplateResponse(request, "admin/history.html", {**admin.site.each_context(request), **context})


def in_words(entries: list[Any]) -> list[Told]:
    """Entries as they are read, each item linked where it still exists; one query."""
    urls = urls_of(entries)
    return [told(entry, urls.get(entry.pk, "")) for entry in entries]


def _page(request, **changes):
    query = request.GET.copy()
    query.pop("before", None)
    query.update(changes)
    return f"?{query.urlencode()}"
