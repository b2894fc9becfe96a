"""The words of items and of questions, as FTS5 has them: it knows neither Dutch nor English, and is fed with stems."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import compress, decompress

from consultancy.search.documents import Document
from consultancy.search.query import Clause, Query, Term
from consultancy.search.stems import stem
from consultancy.search.text import fold, lower, words

# No letter: a stem is never taken for a word, nor that of one language for that of another.
_MARK = "·"


def columns(one: Document) -> Iterator[str]:
    """Title, introduction and text of an item: for each word all that it is found by, between spaces."""
    for text in (one.title, one.lead, one.text):
        composed = unicodedata.normalize("NFC", text)
        yield " ".join(_tokens(word.text, one.language) for word in words(composed))


def pack(texts: Iterable[str]) -> bytes:
    """Columns as an entry keeps them."""
    return compress("\n".join(texts).encode())


def unpack(packed: bytes) -> list[str]:
    """What was packed."""
    return decompress(packed).decode().split("\n")


@lru_cache(maxsize=20_000)
def _tokens(word: str, language: str) -> str:
    """All that a word is found by."""
    folded = fold(word)
    return " ".join({lower(word): None, folded: None, _stem(folded, language): None})


def _stem(folded: str, language: str) -> str:
    return f"{_MARK}{language}{_MARK}{stem(folded, language)}"


def expression(query: Query) -> str:
    """A question in the query language of FTS5."""
    return " AND ".join(map(_clause, query.clauses))


def _clause(clause: Clause) -> str:
    parts = " AND ".join(map(term_expression, clause.parts))
    return f"(({parts}) OR {term_expression(clause.whole)})" if clause.whole else f"({parts})"


def term_expression(term: Term) -> str:
    """A term in the query language of FTS5. Its words hold letters and digits only, and stand between quotes."""
    itself = f'"{term.folded}"' + (" *" if term.begins else "")
    return "(" + " OR ".join([itself, *(f'"{_stem(*pair[::-1])}"' for pair in term.stems.items())]) + ")"
