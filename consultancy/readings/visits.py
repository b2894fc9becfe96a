"""Which answers are readings: a page that a person asked for, who does not work on the site herself."""

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from consultancy import readings
from publishing.editing import has_session

# Robots that say so, programs that fetch pages, and whoever names no browser. An address in it is a robot's.
_ROBOT = re.compile(
    r"(?<!cu)bot\b|bot[/_-]|crawl|spider|slurp|scan|scrap|fetch|monitor|uptime|validator|preview|headless|lighthouse|"
    r"pagespeed|curl|wget|python|java/|go-http|okhttp|axios|node|undici|libwww|perl|ruby|php|httpclient|externalhit|"
    r"whatsapp|telegram|feed|rss|archive|gpt|claude|perplexity|https?://|@",
    re.IGNORECASE,
)


class ReadingsMiddleware:
    """Counts readings of pages, without a trace of the reader: no cookie, no address, nothing stored meanwhile."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_reading(request, response):
            readings.count(request.path_info)
        return response


def is_reading(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether a person who is not signed in got a page that she asked for."""
    page = response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
    return page and request.method == "GET" and not has_session(request) and _by_a_person(request.headers)


def _by_a_person(headers) -> bool:
    """Not by a robot that is known as one, and not by a browser that looks ahead."""
    agent = headers.get("User-Agent", "")
    ahead = any("prefetch" in headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return bool(agent) and not ahead and not _ROBOT.search(agent)
