"""The index in SQLite: its full-text search FTS5, which knows neither Dutch nor English, fed with stems."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from itertools import chain

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL

from consultancy.models import SearchEntry
from consultancy.search import spelling
from consultancy.search.documents import KINDS, Document, Kind
from consultancy.search.index import Key
from consultancy.search.query import Clause, Query, Term
from consultancy.search.stems import stem
from consultancy.search.text import fold, lower, words
from publishing import markdown

# What was kept by another version is made anew. The number goes up with every change of what is kept of a document.
VERSION = f"1/{markdown.VERSION}/{version('snowballstemmer')}"

# The column that came last: while migrations go forth or back the tables may be those of a former version.
_NEWEST = "changed"
_STANDS = """
SELECT 1 FROM sqlite_master JOIN pragma_table_info(%s) AS field
WHERE sqlite_master.name = 'search_index' AND field.name = %s
"""

# No letter: a stem is never taken for a word, nor that of one language for that of another.
_MARK = "·"
# Of two words that stand in more public items than so many none is the more usual one.
_COUNTED = 100
_FROM = "search_index JOIN consultancy_searchentry AS entry ON entry.id = search_index.rowid"


class FTS5Index:
    """`consultancy.search.index.Index` with the tables that the migrations of `consultancy` make."""

    def exists(self) -> bool:
        return bool(_rows(_STANDS, [SearchEntry._meta.db_table, _NEWEST]))

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
        rows = [(rowids[one.kind, one.item_id], *_columns(one)) for one in documents]
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_index WHERE rowid = %s", [row[:1] for row in rows])
            cursor.executemany("INSERT INTO search_index (rowid, title, lead, text) VALUES (%s, %s, %s, %s)", rows)

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

    def find(self, query: Query, *, limit: int) -> list[Key]:
        if not query.clauses:
            return []
        public, values = _public()
        return _rows(
            f"SELECT entry.kind, entry.item_id FROM {_FROM} WHERE search_index MATCH %s AND ({public}) "  # noqa: S608
            "ORDER BY rank LIMIT %s",
            [_expression(query), *values, limit],
        )

    def answers(self, query: Query) -> bool:
        if not query.clauses:
            return False
        public, values = _public()
        return bool(_rows(f"{_answer(public)} LIMIT 1", [_expression(query), *values]))

    def neighbours(self, terms: Collection[Term], *, limit: int) -> dict[Term, list[str]]:
        numbered = list(terms)
        if not numbered:
            return {}
        public, values = _public()
        asked = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(numbered))
        found = _rows(
            f"WITH asked (number, expression, first, beyond, shortest, longest) AS (VALUES {asked}), "  # noqa: S608
            f"unknown AS MATERIALIZED (SELECT * FROM asked WHERE NOT EXISTS ({_answer(public, 'expression')})) "
            "SELECT number, term FROM unknown LEFT JOIN search_vocabulary "
            "ON term >= first AND term < beyond AND length(term) BETWEEN shortest AND longest "
            "WHERE (SELECT count(*) FROM unknown) <= %s",
            [*_flat((n, _term(one), *_neighbourhood(one.folded)) for n, one in enumerate(numbered)), *values, limit],
        )
        near: dict[Term, list[str]] = {}
        for number, word in found:
            near.setdefault(numbered[number], []).extend([word] if word else [])
        return near

    def counts(self, words: Collection[str]) -> dict[str, int]:
        if not words:
            return {}
        public, values = _public()
        asked = ", ".join(["(%s, %s)"] * len(words))
        found = _rows(
            f"WITH asked (word, expression) AS (VALUES {asked}) "  # noqa: S608
            f"SELECT word, (SELECT count(*) FROM ({_answer(public, 'expression')} LIMIT %s)) FROM asked",
            [*_flat((word, f'"{word}"') for word in words), *values, _COUNTED],
        )
        return {word: count for word, count in found if count}


def _answer(public: str, expression: str = "%s") -> str:
    """What selects the public items that answer an expression, in no order."""
    return f"SELECT 1 FROM {_FROM} WHERE search_index MATCH {expression} AND ({public})"  # noqa: S608


def _flat(rows: Iterable[Iterable]) -> Iterator:
    return chain.from_iterable(rows)


def _lacks_items(kind: Kind) -> bool:
    """Whether any item is not kept, or as it was before its last change."""
    kept = SearchEntry.objects.filter(kind=kind.name, item_id=OuterRef("pk"), changed=OuterRef("changed"))
    return kind.model.objects.filter(~Exists(kept)).exists()


def _holds_others(kind: Kind) -> bool:
    """Whether anything is kept that is no item any more."""
    item = kind.model.objects.filter(pk=OuterRef("item_id"))
    return SearchEntry.objects.filter(~Exists(item), kind=kind.name).exists()


def _rows(sql: str, values: Iterable = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.fetchall()


def _rowids(documents: Iterable[Document]) -> dict[Key, int]:
    by_kind: dict[str, list[int]] = {}
    for one in documents:
        by_kind.setdefault(one.kind, []).append(one.item_id)
    return {
        (kind, item_id): pk
        for kind, ids in by_kind.items()
        for pk, item_id in SearchEntry.objects.filter(kind=kind, item_id__in=ids).values_list("pk", "item_id")
    }


def _columns(one: Document) -> Iterator[str]:
    for text in (one.title, one.lead, one.text):
        composed = unicodedata.normalize("NFC", text)
        yield " ".join(_tokens(word.text, one.language) for word in words(composed))


@lru_cache(maxsize=20_000)
def _tokens(word: str, language: str) -> str:
    """All that a word is found by."""
    folded = fold(word)
    return " ".join({lower(word): None, folded: None, _stem(folded, language): None})


def _stem(folded: str, language: str) -> str:
    return f"{_MARK}{language}{_MARK}{stem(folded, language)}"


def _public() -> tuple[str, list]:
    """The condition, as SQL with its values, that visitors may see the item of `entry`."""
    conditions, values = [], []
    for kind in KINDS:
        sql, its_values = _published(kind)
        conditions.append(f"(entry.kind = %s AND EXISTS ({sql}))")
        values += [kind.name, *its_values]
    return " OR ".join(conditions), values


def _published(kind: Kind):
    item = kind.published().order_by().filter(pk=RawSQL("entry.item_id", ()))
    return item.values("pk").query.sql_with_params()


def _expression(query: Query) -> str:
    return " AND ".join(map(_clause, query.clauses))


def _clause(clause: Clause) -> str:
    parts = " AND ".join(map(_term, clause.parts))
    return f"(({parts}) OR {_term(clause.whole)})" if clause.whole else f"({parts})"


def _term(term: Term) -> str:
    """A term in the query language of FTS5. Its words hold letters and digits only, and stand between quotes."""
    itself = f'"{term.folded}"' + (" *" if term.begins else "")
    return "(" + " OR ".join([itself, *(f'"{_stem(*pair[::-1])}"' for pair in term.stems.items())]) + ")"


def _neighbourhood(folded: str) -> tuple[str, str, int, int]:
    """Of the same first letter and of nearly its length: so few words that they can be compared one by one."""
    if len(folded) < spelling.SHORTEST:
        return "", "", 0, 0
    reach = spelling.reach(folded)
    first = folded[0]
    return first, chr(ord(first) + 1), len(folded) - reach, len(folded) + reach
