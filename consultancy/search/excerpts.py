"""The part of a text that holds what was asked for."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from consultancy.search.query import Query
from consultancy.search.stems import BEGINNING, stem
from consultancy.search.text import Compound, Word, compounds

LENGTH = 240
# How much of that stands before the first hit.
BEFORE = 80
# How much of a text is looked through: a hit may stand in the title alone.
READ = 20_000


@dataclass(frozen=True)
class Piece:
    """A part of an excerpt: what was asked for, or what stands around it."""

    text: str
    is_hit: bool = False


class Wanted:
    """What a question asks for, in texts of one language."""

    def __init__(self, query: Query, language: str) -> None:
        self.language = language
        self.words = {term.folded for term in query.terms}
        self.beginnings = tuple(term.folded for term in query.terms if term.begins)
        self.stems = {term.stems[language] for term in query.terms}
        self.stem_beginnings = tuple(one[:BEGINNING] for one in self.stems)

    def holds(self, word: Word) -> bool:
        """Whether a word answers the question, by the same rules as in the index."""
        folded = word.folded
        if folded in self.words or folded.startswith(self.beginnings):
            return True
        # Of nearly all words the stem need not be sought.
        return folded.startswith(self.stem_beginnings) and stem(folded, self.language) in self.stems

    def spans(self, compound: Compound) -> list[tuple[int, int]]:
        """Where what is asked for stands: the whole of a compound, else parts of it."""
        whole = compound.whole
        hits = [whole] if whole and self.holds(whole) else filter(self.holds, compound.parts)
        return [(word.start, word.end) for word in hits]


def excerpt(text: str, query: Query, language: str) -> list[Piece]:
    """About LENGTH characters of a plain text around its first hit, in pieces.

    Its beginning where none stands in its first READ characters.
    """
    text = unicodedata.normalize("NFC", text)
    wanted = Wanted(query, language)
    hits = (span for compound in compounds(text[:READ]) for span in wanted.spans(compound))
    first = next(hits, None)
    start, end = _window(text, first[0] if first else 0)
    within = [span for span in ([first, *_until(end, hits)] if first else []) if span[1] <= end]
    return list(_pieces(text, start, end, within))


def _until(end: int, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Reads no further than it has to: a text may be long."""
    for span in spans:
        if span[0] >= end:
            return
        yield span


def _window(text: str, hit: int) -> tuple[int, int]:
    """Where the excerpt begins and ends: between words where there is a space to cut at."""
    start = 0 if hit <= BEFORE else hit - BEFORE
    if start:
        start = text.find(" ", start, hit) + 1 or start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        cut = text.rfind(" ", hit, end)
        end = cut if cut > hit else end
    return start, end


def _pieces(text: str, start: int, end: int, hits: list[tuple[int, int]]) -> Iterator[Piece]:
    if start:
        yield Piece("… ")
    position = start
    for hit_start, hit_end in hits:
        if hit_start > position:
            yield Piece(text[position:hit_start])
        yield Piece(text[hit_start:hit_end], is_hit=True)
        position = hit_end
    if position < end:
        yield Piece(text[position:end])
    if end < len(text):
        yield Piece(" …")
