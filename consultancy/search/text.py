"""The words of a text: where they stand, and the form in which they are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A longer word is compared by its beginning.
MAX_WORD = 64

# Letters and digits, with what may stand unseen inside a word: accents apart, soft hyphens, joiners.
_WORD = r"[^\W_](?:[^\W_]|[\u00ad\u0300-\u036f\u200b-\u200d\u2060])*"
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'’"
_PART = re.compile(_WORD)
_COMPOUND = re.compile(rf"{_WORD}((?:[{_HYPHENS}{_APOSTROPHES}]{_WORD})*)")
_HYPHEN = re.compile(f"[{_HYPHENS}]")


class Word(NamedTuple):
    """A word of a text from `start` to `end`; of a compound without its hyphens."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        return fold(self.text)


class Compound(NamedTuple):
    """What stands together: one part, or several (`multi-stakeholder`) with the whole in one word."""

    parts: tuple[Word, ...]
    whole: Word | None


def compounds(text: str) -> Iterator[Compound]:
    """The words of `text`, composed by NFC, in their order and in time proportional to its length.

    A single letter at an apostrophe is no word: `foto's` is `foto`, `l'équipe` is `équipe`.
    """
    for match in _COMPOUND.finditer(text):
        if parts := tuple(_parts(match)):
            yield Compound(parts, _whole(match, parts))


def words(text: str) -> Iterator[Word]:
    """The same in one row: parts, and after them the wholes of compounds."""
    for compound in compounds(text):
        yield from compound.parts
        if compound.whole:
            yield compound.whole


def _parts(match: re.Match[str]) -> Iterator[Word]:
    begin, written = match.start(), match[0]
    if not match[1]:
        if fold(written):
            yield Word(begin, match.end(), written)
        return
    for part in _PART.finditer(written):
        around = written[max(0, part.start() - 1) : part.start()] + written[part.end() : part.end() + 1]
        alone = len(part[0]) == 1 and any(sign in _APOSTROPHES for sign in around)
        if not alone and fold(part[0]):
            yield Word(begin + part.start(), begin + part.end(), part[0])


def _whole(match: re.Match[str], parts: tuple[Word, ...]) -> Word | None:
    if len(parts) < 2 or not _HYPHEN.search(match[0]):
        return None
    return Word(match.start(), match.end(), "".join(part.text for part in parts))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without what is not compared: capitals, accents, unseen signs, all beyond MAX_WORD characters."""
    plain = unicodedata.normalize("NFKD", word[: 2 * MAX_WORD].casefold())
    return "".join(filter(str.isalnum, plain))[:MAX_WORD]


def lower(word: str) -> str:
    """A word as it is written, but for capitals and unseen signs."""
    return "".join(filter(str.isalnum, word.lower()))[:MAX_WORD]
