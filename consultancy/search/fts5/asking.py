"""What FTS5 answers: only what is public at that moment."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from django.db.models.expressions import RawSQL

from consultancy.search import spelling
from consultancy.search.documents import KINDS, Kind
from consultancy.search.fts5.tables import FROM, rows
from consultancy.search.fts5.words import expression, term_expression
from consultancy.search.index import Key
from consultancy.search.query import Query, Term

# Of two words that stand in more public items than so many none is the more usual one.
_COUNTED = 100


class Asking:
    """The half of `consultancy.search.index.Index` that asks."""

    def find(self, query: Query, *, limit: int) -> list[Key]:
        if not query.clauses:
            return []
        public, values = _public()
        return rows(
            f"SELECT entry.kind, entry.item_id FROM {FROM} WHERE search_index MATCH %s AND ({public}) "  # noqa: S608
            "ORDER BY rank LIMIT %s",
            [expression(query), *values, limit],
        )

    def answers(self, query: Query) -> bool:
        if not query.clauses:
            return False
        public, values = _public()
        return bool(rows(f"{_answer(public)} LIMIT 1", [expression(query), *values]))

    def neighbours(self, terms: Collection[Term], *, limit: int) -> dict[Term, list[str]]:
        numbered = list(terms)
        if not numbered:
            return {}
        public, values = _public()
        asked = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(numbered))
        found = rows(
            f"WITH asked (number, expression, first, beyond, shortest, longest) AS (VALUES {asked}), "  # noqa: S608
            f"unknown AS MATERIALIZED (SELECT * FROM asked WHERE NOT EXISTS ({_answer(public, 'expression')})) "
            "SELECT number, term FROM unknown LEFT JOIN search_vocabulary "
            "ON term >= first AND term < beyond AND length(term) BETWEEN shortest AND longest "
            "WHERE (SELECT count(*) FROM unknown) <= %s",
            [
                *_flat((n, term_expression(one), *_neighbourhood(one.folded)) for n, one in enumerate(numbered)),
                *values,
                limit,
            ],
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
        found = rows(
            f"WITH asked (word, expression) AS (VALUES {asked}) "  # noqa: S608
            f"SELECT word, (SELECT count(*) FROM ({_answer(public, 'expression')} LIMIT %s)) FROM asked",
            [*_flat((word, f'"{word}"') for word in words), *values, _COUNTED],
        )
        return {word: count for word, count in found if count}


def _answer(public: str, expression: str = "%s") -> str:
    """What selects the public items that answer an expression, in no order."""
    return f"SELECT 1 FROM {FROM} WHERE search_index MATCH {expression} AND ({public})"  # noqa: S608


def _flat(rows: Iterable[Iterable]) -> Iterator:
    return chain.from_iterable(rows)


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


def _neighbourhood(folded: str) -> tuple[str, str, int, int]:
    """Of the same first letter and of nearly its length: so few words that they can be compared one by one."""
    if len(folded) < spelling.SHORTEST:
        return "", "", 0, 0
    reach = spelling.reach(folded)
    first = folded[0]
    return first, chr(ord(first) + 1), len(folded) - reach, len(folded) + reach
