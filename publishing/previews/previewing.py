"""The addresses of the preview: the public page of what is being typed, and the two places in which it is shown."""

from csp.decorators import csp_replace
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from publishing import checklist, markdown
from publishing.editing import writes
from publishing.previews.showing import as_visited
from publishing.previews.typed import item_as_typed
from publishing.views import too_long

# What is shown here is looked at, and sends nothing.
_ONLY_LOOKED_AT = {"form-action": ["'none'"]}
_IN_THE_FORM = {**_ONLY_LOOKED_AT, "frame-ancestors": ["'self'"]}


@require_POST
def as_typed(request: HttpRequest) -> HttpResponse:
    """JSON about the item of the kind `kind` with the key `key`, as the fields of its form were posted; stores nothing.

    `findings` is the HTML of what is amiss with it; with `page` among the fields, `page` is the whole public page.
    403 for whoever may not write, 413 for too long a text.
    """
    if not writes(request.user):
        raise PermissionDenied
    text = request.POST.get("text", "")
    if len(text) > markdown.MAX_LENGTH:
        return HttpResponse(too_long(text), status=413, content_type="text/plain; charset=utf-8")
    item = item_as_typed(request).show_as_written()
    answer = {"findings": _findings_html(item)}
    if "page" in request.POST:
        answer["page"] = _page(request, item)
    return JsonResponse(answer)


@never_cache
@require_safe
@xframe_options_sameorigin
@csp_replace(_IN_THE_FORM)
def frame(request: HttpRequest) -> HttpResponse:
    """An empty page inside the form, which the script of the form fills."""
    return _empty(request, "publishing/preview_frame.html")


@never_cache
@require_safe
@csp_replace(_ONLY_LOOKED_AT)
def window(request: HttpRequest) -> HttpResponse:
    """An empty page in a tab of its own, which follows the form."""
    return _empty(request, "publishing/preview_window.html")


def _empty(request, template):
    if not writes(request.user):
        raise PermissionDenied
    return render(request, template)


def _page(request, item):
    room = admin.site.get_model_admin(type(item))
    return room.show(as_visited(request, item), item).content.decode()


def _findings_html(item):
    found = checklist.findings(item, item.rendered)
    context = {"found": found, "held": checklist.blocking(item, found)}
    return render_to_string("publishing/findings.html", context)
