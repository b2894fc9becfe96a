"""The index follows the items, public or not."""

from collections.abc import Collection, Iterable
from importlib.metadata import version

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from consultancy.models import SearchEntry
from consultancy.search.documents import KINDS, Document, Kind
from consultancy.search.fts5.tables import rows
from consultancy.search.fts5.words import columns
from consultancy.search.index import Key
from publishing import markdown

# What was kept by another version is made anew. The number goes up with every change of what is kept of a document.
VERSION = f"1/{markdown.VERSION}/{version('snowballstemmer')}"

# The column that came last: while migrations go forth or back the tables may be those of a former version.
_NEWEST = "changed"
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
        documents = list(documents)
        SearchEntry.objects.bulk_create(
            (
                SearchEntry(kind=one.kind, item_id=one.item_id, version=VERSION, changed=one.changed)
                for one in documents
            ),
            update_conflicts=True,
            unique_fields=["kind", "item_id"],
            update_fields=["version", "changed"],
        )
        rowids = _rowids(documents)
        kept = [(rowids[one.kind, one.item_id], *columns(one)) for one in documents]
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_index WHERE rowid = %s", [row[:1] for row in kept])
            cursor.executemany("INSERT INTO search_index (rowid, title, lead, text) VALUES (%s, %s, %s, %s)", kept)

    def remove(self, kind: str, item_ids: Collection[int]) -> None:
        self._remove(SearchEntry.objects.filter(kind=kind, item_id__in=item_ids))

    def keep_only(self, kind: str, item_ids: Collection[int]) -> None:
        kept = set(item_ids)
        entries = SearchEntry.objects.filter(kind=kind).values_list("pk", "item_id")
        for pk in [pk for pk, item_id in entries if item_id not in kept]:
            self._remove(SearchEntry.objects.filter(pk=pk))

    @transaction.atomic
    def _remove(self, entries) -> None:
        rowids = [(pk,) for pk in entries.values_list("pk", flat=True)]
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_index WHERE rowid = %s", rowids)
        entries.delete()


def _lacks_items(kind: Kind) -> bool:
    """Whether any item is not kept, or as it was before its last change."""
    kept = SearchEntry.objects.filter(kind=kind.name, item_id=OuterRef("pk"), changed=OuterRef("changed"))
    return kind.model.objects.filter(~Exists(kept)).exists()


def _holds_others(kind: Kind) -> bool:
    """Whether anything is kept that is no item any more."""
    item = kind.model.objects.filter(pk=OuterRef("item_id"))
    return SearchEntry.objects.filter(~Exists(item), kind=kind.name).exists()


def _rowids(documents: Iterable[Document]) -> dict[Key, int]:
    by_kind: dict[str, list[int]] = {}
    for one in documents:
        by_kind.setdefault(one.kind, []).append(one.item_id)
    return {
        (kind, item_id): pk
        for kind, ids in by_kind.items()
        for pk, item_id in SearchEntry.objects.filter(kind=kind, item_id__in=ids).values_list("pk", "item_id")
    }
