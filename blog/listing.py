"""A long list in pages: `/blog/?pagina=2`."""

import re
from collections.abc import Sequence
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
    return Listing(page_of(items, PER_PAGE, page_number(request.GET.get(word("page"), "1"))), request.path)


def page_number(asked: str) -> int:
    """The number of a page as it stands in an address; raises Http404 for what is none."""
    if not _NUMBER.fullmatch(asked):
        raise Http404
    return int(asked)


def page_of(items: QuerySet | Sequence, per_page: int, number: int) -> Page:
    """The page with this number; raises Http404 where there are not so many."""
    try:
        return Paginator(items, per_page).page(number)
    except EmptyPage as error:
        raise Http404 from error
