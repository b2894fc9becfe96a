"""The interface to what keeps the words of all items. `settings.SEARCH_INDEX` names the one for this database."""

from collections.abc import Collection, Iterable
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from consultancy.search.documents import Document
from consultancy.search.query import Query, Term

# An item as the index names it: its kind and its primary key.
Key = tuple[str, int]


class Index(Protocol):
    """What an index does. It keeps items whatever their status; what it answers with is public at that moment.

    All of it happens in the transaction of the caller.
    """

    def exists(self) -> bool:
        """Whether its tables are there: not while migrations go forth or back."""

    def is_complete(self) -> bool:
        """Whether it holds the items there are, as they last `changed` and as this version of the site keeps them."""

    def put(self, documents: Iterable[Document]) -> None:
        """Keep these, each in place of what was kept of that item."""

    def remove(self, kind: str, item_ids: Collection[int]) -> None:
        """Forget these items of a kind."""

    def keep_only(self, kind: str, item_ids: Collection[int]) -> None:
        """Forget all items of a kind but these."""

    def find(self, query: Query, *, limit: int) -> list[Key]:
        """The public items that answer the whole question, best first; in one query."""

    def answers(self, query: Query) -> bool:
        """Whether any public item answers the whole question; in one query."""

    def neighbours(self, terms: Collection[Term], *, limit: int) -> dict[Term, list[str]]:
        """For each that no public item answers, the words of any item that look like it; in one query.

        Nothing where no public item answers more than `limit` of them.
        """

    def counts(self, words: Collection[str]) -> dict[str, int]:
        """How many public items hold each of these words of items, for those that any holds; in one query.

        A count may have a bound.
        """


def current() -> Index | None:
    """The index of this site; None where there is none for its database, and so no search."""
    return import_string(settings.SEARCH_INDEX)() if settings.SEARCH_INDEX else None
