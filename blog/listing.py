"""A long list in pages: `/blog/?pagina=2`."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from blog.addresses import word

PER_PAGE = 20
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Listing:
    """One page of a list at an address; `url` and those around it are without the site's origin."""

    page: Page
    path: str

    @property
    def url(self) -> str:
        return self._url(self.page.number)

    @property
    def newer_url(self) -> str | None:
        return self._url(self.page.number - 1) if self.page.has_previous() else None

    @property
    def older_url(self) -> str | None:
        return self._url(self.page.number + 1) if self.page.has_next() else None

    def _url(self, number):
        return f"{self.path}?{urlencode({word('page'): number})}" if number > 1 else self.path


def listing(request: HttpRequest, items: QuerySet) -> Listing:
    """The page of `items` that a request asks for, by default the first; raises Http404 for what is no page of it."""
    asked = request.GET.get(word("page"), "1")
    if not _NUMBER.fullmatch(asked):
        raise Http404
    try:
        return Listing(Paginator(items, PER_PAGE).page(int(asked)), request.path)
    except EmptyPage as error:
        raise Http404 from error
