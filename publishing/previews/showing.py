"""How an item is shown to visitors, and to whoever edits it."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils import translation

from publishing.editing import edit_url, keep_apart


def show(request: HttpRequest, item: Any, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page about `item` (anything with a language and an address) in its template and in its language.

    The template also gets `language`, `canonical` (an absolute address; None before visitors see it), `preview`
    (whether an editor looks at it), `shared` (the link by which somebody else does) and `edit_url` (the item's form,
    for whoever may edit it); `context` goes before these.
    """
    preview, shared = getattr(request, "preview", False), getattr(request, "shared", None)
    usual = {
        "language": item.language,
        "canonical": settings.SITE_URL + item.get_absolute_url(),
        "preview": preview,
        "shared": shared,
        "edit_url": edit_url(request, item),
    }
    told = {**usual, **context, **({"canonical": None} if preview or shared else {})}
    with translation.override(item.language):
        response = HttpResponse(render_to_string(template, told, request))
    keep_apart(request, response)
    return response


def as_visited(request: HttpRequest, item: Any, *, shared: Any = None) -> HttpRequest:
    """A request of the same person as if the address of `item` were asked for, before visitors see it there.

    It is an editor who looks, or whoever has the link `shared`. A view that needs something of its request beforehand
    says so by an attribute `surround`, which is called with it.
    """
    visit: Any = copy(request)
    visit.method, visit.path = "GET", item.get_absolute_url()
    visit.path_info = visit.path
    visit.preview, visit.shared = shared is None, shared
    getattr(resolve(visit.path).func, "surround", lambda _visit: None)(visit)
    return visit
