"""What the editor asks while a text is written: what stands in it, what can be put into it, what was pasted."""

from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from publishing import pasting
from publishing.editing import writes
from publishing.picking import chips
from publishing.picking import shelves as picking

MOST_LINES = 500
MOST_PASTED = 2 * 1024 * 1024


def for_writers(view):
    """Refuse whoever may not write: 403."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not writes(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_POST
@for_writers
def insertables(request: HttpRequest) -> HttpResponse:
    """What stands in a text: for each `line` (at most 500, else 400) a `chips.Chip`, in the same order."""
    lines = request.POST.getlist("line")
    if len(lines) > MOST_LINES:
        return _refusal(_("At most %(most)d lines at a time.") % {"most": MOST_LINES}, 400)
    return JsonResponse(chips.chips(lines), safe=False)


@never_cache
@require_safe
@for_writers
def pick(request: HttpRequest, kind: str) -> JsonResponse:
    """What can be picked of a kind (`link`, `image`, `document`, `testimonial`): `rows`, and the `next` page or null.

    `q` holds words, all of which occur in what is found; without them what changed last comes first. `page` counts
    from 1. 404 for a kind that is not known, 403 where this user may see nothing of it.
    """
    if not picking.is_offered(kind):
        raise Http404
    shelves = picking.shelves_for(request.user, kind)
    if not shelves:
        raise PermissionDenied
    page = _number(request.GET.get("page", ""))
    picked = picking.pick(shelves, request.GET.get("q", ""), page)
    return JsonResponse({"rows": picked.rows, "next": page + 1 if picked.more else None})


@require_POST
@for_writers
def paste(request: HttpRequest) -> HttpResponse:
    """The Markdown of the `html` of a clipboard, as plain text; 413 with a sentence for more than 2 MB."""
    html = request.POST.get("html", "")
    if len(html.encode("utf-8", "replace")) > MOST_PASTED:
        sentence = _("This is too much to paste at once: at most %(megabytes)d MB fit. Copy it in parts.")
        return _refusal(sentence % {"megabytes": MOST_PASTED // 2**20}, 413)
    markdown = pasting.as_markdown(html, own=settings.SITE_URL)
    return HttpResponse(markdown, content_type="text/plain; charset=utf-8")


def _number(typed):
    return int(typed) if typed.isdecimal() and len(typed) < 5 else 1


def _refusal(sentence, status):
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
