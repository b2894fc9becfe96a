"""What every answer carries and what no request may bring, beyond what Django checks itself."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

ANSWER_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class SecurityHeadersMiddleware:
    """Adds the headers that Django lacks; a view that sets one of them itself keeps its own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in ANSWER_HEADERS.items():
            response.headers.setdefault(name, value)
        return _without_body(response) if request.method == "HEAD" else response


class RequestLimitsMiddleware:
    """Answers 413 with an explanation to a body over the limits, and 404 or 400 to a NUL in path or query.

    Django's own answer to a large body is a bare 400 from within the view; PostgreSQL fails on a NUL. A form of which
    the end did not arrive is refused (RFC 9112, 8): a text would be stored by half.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\0" in request.path_info:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the query")
        if (request.encoding or "utf-8").lower() not in ("utf-8", "utf8"):
            raise BadRequest("a body that is not in UTF-8")
        if _content_length(request) > _size_limit(request):
            return render(request, "413.html", {"megabytes": _size_limit(request) // 2**20}, status=413)
        if _is_cut_off(request):
            return render(request, "cut_off.html", status=400)
        return self.get_response(request)


class PageCompressionMiddleware(GZipMiddleware):
    """Compresses pages; a file that is streamed is a picture or document and keeps its length and its ranges."""

    def process_response(self, request, response):
        return response if response.streaming else super().process_response(request, response)


def _without_body(response):
    """The answer to HEAD (RFC 9110, 9.3.2); a server that has to drop a body says so in its log each time."""
    if response.streaming:
        response.streaming_content = ()
    else:
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response


def _is_cut_off(request):
    """Whether less of a form arrived than was announced; of one with files Django's parser misses the end itself."""
    if request.method != "POST" or request.content_type != "application/x-www-form-urlencoded":
        return False
    return len(request.body) < _content_length(request)


def _content_length(request):
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdigit() else 0


def _size_limit(request):
    if request.content_type == "multipart/form-data":
        return settings.REQUEST_MAX_SIZE
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE
