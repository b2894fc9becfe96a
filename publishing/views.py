"""The addresses of the editor: how a text will look, a picture put into it, and a moment."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from images.models import Image
from publishing import insertables, markdown
from publishing.editing import writes
from publishing.history import note
from publishing.models import within_calendar
from publishing.moment_field import MomentField
from publishing.moments import in_words


def preview_html(text: str, language: str | None = None) -> str:
    """A text in a language (the site's, unless told) as visitors will read it, with warnings where they see nothing."""
    return insertables.fill(markdown.render(text, language=language or settings.LANGUAGE_CODE).html, warn=True)


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The HTML of the text in `content`, which is in `language`; 403 for whoever may not write, 413 for too long."""
    if not writes(request.user):
        raise PermissionDenied
    text = request.POST.get("content", "")
    if len(text) > markdown.MAX_LENGTH:
        return HttpResponse(too_long(text), status=413, content_type="text/plain; charset=utf-8")
    asked = request.POST.get("language")
    language = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return HttpResponse(preview_html(text, language))


@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Store the picture in `image`; answers the line to put into the text, or 400 with what is wrong."""
    if not (_is_staff(request.user) and request.user.has_perm("images.add_image")):
        raise PermissionDenied
    if "image" not in request.FILES:
        return JsonResponse({"error": _("No picture arrived. Your text is untouched; try again.")}, status=400)
    try:
        image, is_new = Image.objects.take_in(request.FILES["image"])
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    if is_new:
        note(request.user, image, "added")
    word = insertables.word_for("image", get_language())
    return JsonResponse({"image_code": markdown.write(word, image.slug, values=[("alt", image.alternative_text)])})


@never_cache
@require_safe
def moment(request: HttpRequest) -> HttpResponse:
    """The moment of `day` and `time` in words, or why there is none at that time; empty while it is being typed."""
    if not _is_staff(request.user):
        raise PermissionDenied
    typed = [request.GET.get(name, "") for name in ("day", "time")]
    return HttpResponse(_moment_or_refusal(typed), content_type="text/plain; charset=utf-8")


def _moment_or_refusal(typed):
    try:
        found = MomentField(required=False).clean(typed)
        if found is not None:
            within_calendar(found)
    except ValidationError as error:
        return " ".join(error.messages) if getattr(error, "code", "") in ("clock", "beyond_calendar") else ""
    return capfirst(in_words(found)) if found else ""


def too_long(text: str) -> str:
    """The sentence for a text over the limit."""
    return _("This text has %(length)d characters; at most %(limit)d fit. Shorten it or spread it over two pages.") % {
        "length": len(text),
        "limit": markdown.MAX_LENGTH,
    }


def _is_staff(user):
    return user.is_active and user.is_staff
