"""What whoever has a link to a concept sees: no account is needed, and nobody else gets to know of it."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from publishing.models import SharedPreview
from publishing.previews.appearances import has_led_on
from publishing.previews.showing import as_visited
from publishing.versions.revisions import working_copy

HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


class TokenConverter:
    """The secret part of the address: capitals, which no other address of the site has."""

    regex = "[A-Z]{28}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


@require_safe
def concept(request: HttpRequest, token: str) -> HttpResponse:
    """The item behind a link as it was saved last; once visitors have seen it published, only the way there.

    410 in the same words for a link that is withdrawn, over or was never made, and where the item is deleted or, once
    it was seen, is public no longer.
    """
    link = SharedPreview.objects.usable().select_related("item_type").filter(token=token).first()
    item = link and link.item
    response = _shown(request, link, item) if item else _gone(request)
    for name, value in HEADERS.items():
        response[name] = value
    return response


def _shown(request, link, item):
    if has_led_on(link, item):
        return HttpResponseRedirect(item.get_absolute_url()) if item.is_published else _gone(request)
    written = working_copy(item)
    if item.is_published and written.pending_revision is None:
        return HttpResponseRedirect(item.get_absolute_url())
    written.show_as_written()
    return admin.site.get_model_admin(type(item)).show(as_visited(request, written, shared=link), written)


def _gone(request):
    return render(request, "concept_gone.html", status=410)
