"""What was found, in pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page

from blog.addresses import word
from blog.listing import page_number, page_of
from consultancy.search.documents import BY_NAME, document
from consultancy.search.excerpts import Piece, excerpt
from consultancy.search.index import Index, Key
from consultancy.search.query import Query

PER_PAGE = 10
# Who has not found it among so many asks something else.
MOST = 200


@dataclass(frozen=True)
class Result:
    """An item that answers the question; `date` is the moment of publication of what has a date for visitors."""

    kind: str
    label: str
    title: str
    url: str
    language: str
    date: datetime | None
    excerpt: list[Piece]


@dataclass(frozen=True)
class Results:
    """One page of what answers a question; `is_more` where there is more than is counted and shown."""

    query: Query
    page: Page
    items: list[Result]
    is_more: bool
    path: str

    @property
    def previous_url(self) -> str | None:
        return self._url(self.page.number - 1) if self.page.has_previous() else None

    @property
    def next_url(self) -> str | None:
        return self._url(self.page.number + 1) if self.page.has_next() else None

    def _url(self, number: int) -> str:
        paging = {word("page"): number} if number > 1 else {}
        return f"{self.path}?{urlencode({'q': self.query.text, **paging})}"


def results(index: Index, query: Query, *, path: str, number: str) -> Results:
    """The page with that number of what answers a question, in one query and one for each kind of item on it.

    Raises Http404 for what is no page of it.
    """
    asked = page_number(number)
    keys = index.find(query, limit=MOST + 1)
    page = page_of(keys[:MOST], PER_PAGE, asked)
    return Results(query, page, _loaded(page.object_list, query), len(keys) > MOST, path)


def _loaded(keys: Iterable[Key], query: Query) -> list[Result]:
    """What is public of these, in their order."""
    ids: dict[str, list[int]] = {}
    for kind, item_id in keys:
        ids.setdefault(kind, []).append(item_id)
    items: dict[Key, Any] = {}
    for kind, of_kind in ids.items():
        for item in BY_NAME[kind].published().filter(pk__in=of_kind).defer("text"):
            items[kind, item.pk] = item
    return [_result(kind, items[kind, item_id], query) for kind, item_id in keys if (kind, item_id) in items]


def _result(name: str, item: Any, query: Query) -> Result:
    kind, kept = BY_NAME[name], document(item)
    return Result(
        kind=name,
        label=item._meta.verbose_name,
        title=kept.title,
        url=item.get_absolute_url(),
        language=kept.language,
        date=item.published_at if kind.is_dated else None,
        excerpt=excerpt(f"{kept.lead} {kept.text}".strip(), query, kept.language),
    )
