"""How an item is shown to visitors, and to whoever edits it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from publishing.editing import edit_url, keep_apart


def show(
    request: HttpRequest, item: Any, template: str, context: Mapping[str, Any], *, preview: bool = False
) -> HttpResponse:
    """A page about `item` (anything with a language and an address) in its template and in its language.

    The template also gets `language`, `canonical` (an absolute address), `preview` (whether an editor looks at it
    before visitors do) and `edit_url` (the item's form, for whoever may edit it); `context` goes before these.
    """
    usual = {
        "language": item.language,
        "canonical": settings.SITE_URL + item.get_absolute_url(),
        "preview": preview,
        "edit_url": edit_url(request, item),
    }
    with translation.override(item.language):
        response = HttpResponse(render_to_string(template, {**usual, **context}, request))
    keep_apart(request, response)
    return response
