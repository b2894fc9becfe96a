import logging

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from images import names
from images.circuit import Turnstile
from images.renditions.asking import doubt_rows
from images.storage import FOR_EVER

HEADERS = {
    "Cache-Control": FOR_EVER,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}
LATER = {"Cache-Control": "no-store", "Retry-After": "30"}

logger = logging.getLogger(__name__)
turnstile = Turnstile()


@require_safe
def media(request, path):
    """A file of the library, under the names that the library makes and no others; documents as downloads.

    The type follows from the name, never from the content. Asks nothing of the database or the session. `Range` is
    ignored, which HTTP allows: the whole file is the answer. 503 while the storage can't be read.
    """
    known = names.recognise(path)
    if known is None:
        raise Http404
    try:
        with turnstile.place():
            file = default_storage.open(path)
    except (FileNotFoundError, IsADirectoryError) as error:
        if known.is_rendition:
            doubt_rows()
        raise Http404 from error
    except OSError as error:
        logger.warning("%s can't be read: %s", path, error)
        return HttpResponse(status=503, headers=LATER)
    return unchanging(request, file, known.digest, content_type=known.content_type, as_attachment=known.is_document)


def unchanging(request, file, digest, **options):
    """A file whose address moves with its content: to be kept for ever, and never taken for anything but its type.

    `digest` is its entity tag; `options` are those of FileResponse. What is no download other sites may show.
    """
    response = FileResponse(file, headers={**HEADERS, "ETag": f'"{digest}"'}, **options)
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    if not options.get("as_attachment"):
        let_others_show(answer)
    if answer is response and request.method == "GET":
        return response
    file.close()
    return HttpResponse(headers=response.headers) if answer is response else answer


def led_on(url):
    """From an address of what a picture showed before to that of what it shows now; it may change again soon."""
    return let_others_show(HttpResponseRedirect(url, headers={"Cache-Control": "public, max-age=300"}))


def let_others_show(response):
    """Let the pages of other sites and readers of feeds show a picture; gives the response.

    A 304 says it as well, or it would take back what the picture came with (RFC 9111, 4.3.4).
    """
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
