"""What a visitor asks for: words, and nothing else. No sign has a meaning of its own."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from consultancy.search.stems import FUNCTION_WORDS, LANGUAGES, stem
from consultancy.search.text import Compound, Word, compounds

MAX_LENGTH = 200
# Parts of compounds are words too.
MAX_WORDS = 8
# A shorter beginning would stand for half of the words there are.
SHORTEST_BEGINNING = 3

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True)
class Term:
    """A word asked for. It stands for all of its stem, and if it `begins` a word for all that it begins."""

    word: Word
    begins: bool = False

    @property
    def folded(self) -> str:
        return self.word.folded

    @property
    def stems(self) -> dict[str, str]:
        """Its stem in each language: the language of the question is not known."""
        return {language: stem(self.folded, language) for language in LANGUAGES}


@dataclass(frozen=True)
class Clause:
    """One word, or one compound: all of its `parts`, or the `whole` of it written as one word."""

    parts: tuple[Term, ...]
    whole: Term | None

    @property
    def terms(self) -> tuple[Term, ...]:
        return (*self.parts, self.whole) if self.whole else self.parts


@dataclass(frozen=True)
class Query:
    """A question to the index: `clauses` that must all hold, with no more than MAX_WORDS parts among them.

    `text` is what was asked, on one line and cleaned.
    """

    text: str
    is_too_long: bool = False

    @classmethod
    def read(cls, asked: str) -> "Query":
        """The question in what was typed, whatever that is. Of what is too long (MAX_LENGTH) nothing is asked."""
        cleaned = _SPACE.sub(" ", _UNSEEN.sub("", asked[: 4 * MAX_LENGTH]))
        text = unicodedata.normalize("NFC", cleaned).strip()
        return cls(text[:MAX_LENGTH], is_too_long=len(asked) > 4 * MAX_LENGTH or len(text) > MAX_LENGTH)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        if self.is_too_long:
            return ()
        all_words = list(compounds(self.text))
        telling = [one for one in all_words if not _is_function_word(one)] or all_words
        different = {tuple(part.folded for part in one.parts): one for one in telling}
        last = all_words[-1:]
        return tuple(_clauses(different.values(), last[0] if last else None))

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for clause in self.clauses for term in clause.terms)

    def corrected(self, corrections: Mapping[str, str]) -> "Query":
        """The same question with other words in place of some of its own, which are given folded."""
        text = self.text
        parts = [part for compound in compounds(text) for part in compound.parts]
        for part in reversed(parts):
            text = text[: part.start] + corrections.get(part.folded, part.text) + text[part.end :]
        return Query.read(text)


def _is_function_word(compound: Compound) -> bool:
    return all(part.folded in FUNCTION_WORDS for part in compound.parts)


def _clauses(asked: Iterable[Compound], last: Compound | None) -> Iterator[Clause]:
    left = MAX_WORDS
    for compound in asked:
        clause = _clause(compound, compound == last, left)
        if clause.parts:
            yield clause
        left -= len(clause.parts)


def _clause(compound: Compound, is_last: bool, most: int) -> Clause:
    *others, final = compound.parts
    parts = {word.folded: Term(word) for word in others}
    parts.setdefault(final.folded, _term(final, is_last))
    return Clause(tuple(parts.values())[:most], _term(compound.whole, is_last) if compound.whole else None)


def _term(word: Word, is_last: bool) -> Term:
    return Term(word, begins=is_last and len(word.folded) >= SHORTEST_BEGINNING)
