"""The index follows the items, public or not."""

from collections.abc import Collection, Iterable
from importlib.metadata import version
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from consultancy.models import SearchEntry
from consultancy.search.documents import KINDS, Document, Kind
from consultancy.search.fts5.tables import rows
from consultancy.search.fts5.words import columns, pack, unpack
from publishing import markdown

# What was kept by another version is made anew. The number goes up with every change of what is kept of a document.
VERSION = f"1/{markdown.VERSION}/{version('snowballstemmer')}"

# The column that came last: while migrations go forth or back the tables may be those of a former version.
_NEWEST = "words"
_IN_PLACE: dict[str, Any] = {
    "update_conflicts": True,
    "unique_fields": ["kind", "item_id"],
    "update_fields": ["version", "changed", "words"],
}
_STANDS = """
SELECT 1 FROM sqlite_master JOIN pragma_table_info(%s) AS field
WHERE sqlite_master.name = 'search_index' AND field.name = %s
"""


class Keeping:
    """The half of `consultancy.search.index.Index` that keeps."""

    def exists(self) -> bool:
        return bool(rows(_STANDS, [SearchEntry._meta.db_table, _NEWEST]))

    def is_complete(self) -> bool:
        if SearchEntry.objects.exclude(version=VERSION).exists():
            return False
        return not any(_lacks_items(kind) or _holds_others(kind) for kind in KINDS)

    @transaction.atomic
    def put(self, documents: Iterable[Document]) -> None:
        by_kind: dict[str, dict[int, Document]] = {}
        for one in documents:
            by_kind.setdefault(one.kind, {})[one.item_id] = one
        for kind, of_kind in by_kind.items():
            entries = SearchEntry.objects.filter(kind=kind, item_id__in=of_kind)
            _forget(entries)
            SearchEntry.objects.bulk_create(map(_entry, of_kind.values()), **_IN_PLACE)
            _learn(entries)

    def remove(self, kind: str, item_ids: Collection[int]) -> None:
        self._remove(SearchEntry.objects.filter(kind=kind, item_id__in=item_ids))

    def keep_only(self, kind: str, item_ids: Collection[int]) -> None:
        kept = set(item_ids)
        entries = SearchEntry.objects.filter(kind=kind).values_list("pk", "item_id")
        for pk in [pk for pk, item_id in entries if item_id not in kept]:
            self._remove(SearchEntry.objects.filter(pk=pk))

    @transaction.atomic
    def _remove(self, entries: QuerySet[SearchEntry]) -> None:
        _forget(entries)
        entries.delete()


def _entry(one: Document) -> SearchEntry:
    return SearchEntry(
        kind=one.kind, item_id=one.item_id, version=VERSION, changed=one.changed, words=pack(columns(one))
    )


def _forget(entries: QuerySet[SearchEntry]) -> None:
    """FTS5 forgets a row by its words: it must be given the very words that it learned."""
    _write(
        "INSERT INTO search_index (search_index, rowid, title, lead, text) VALUES ('delete', %s, %s, %s, %s)", entries
    )


def _learn(entries: QuerySet[SearchEntry]) -> None:
    _write("INSERT INTO search_index (rowid, title, lead, text) VALUES (%s, %s, %s, %s)", entries)


def _write(sql: str, entries: QuerySet[SearchEntry]) -> None:
    kept = [(pk, *unpack(packed)) for pk, packed in entries.values_list("pk", "words")]
    with connection.cursor() as cursor:
        cursor.executemany(sql, kept)


def _lacks_items(kind: Kind) -> bool:
    """Whether any item is not kept, or as it was before its last change."""
    kept = SearchEntry.objects.filter(kind=kind.name, item_id=OuterRef("pk"), changed=OuterRef("changed"))
    return kind.model.objects.filter(~Exists(kept)).exists()


def _holds_others(kind: Kind) -> bool:
    """Whether anything is kept that is no item any more."""
    item = kind.model.objects.filter(pk=OuterRef("item_id"))
    return SearchEntry.objects.filter(~Exists(item), kind=kind.name).exists()
