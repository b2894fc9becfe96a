"""Which words may be meant by one that is not known."""

from collections.abc import Iterable, Mapping
from functools import partial

from consultancy.search.text import fold

# A shorter word is near to too many others.
SHORTEST = 4
_LONG = 6
# So many that those of drafts hardly take the place of others.
_MOST = 50


def reach(word: str) -> int:
    """How many errors are thought of: letters left out, put in, changed, or changed with their neighbour."""
    return 1 if len(word) < _LONG else 2


def near(word: str, known: Iterable[str]) -> dict[str, int]:
    """Those of the known words that `word` (folded) may stand for, each with its number of errors.

    No more than the _MOST nearest.
    """
    errors = ((candidate, _errors(word, fold(candidate))) for candidate in known)
    found = [(number, candidate) for candidate, number in errors if number]
    return {candidate: number for number, candidate in sorted(found)[:_MOST]}


def likeliest(near: Mapping[str, int], counts: Mapping[str, int]) -> str | None:
    """Of these words, each with its number of errors, the one that is meant: the nearest, then the most usual.

    Only those that have a count of items. Of a word that is written with accents more often than not, this is the
    form that is given.
    """
    usual: dict[str, str] = {}
    for candidate in sorted(near.keys() & counts.keys()):
        usual[fold(candidate)] = max(candidate, usual.get(fold(candidate), candidate), key=partial(_weight, counts))
    return min(usual.values(), key=lambda one: (near[one], -counts[one], one), default=None)


def _errors(word: str, other: str) -> int | None:
    return distance(word, other, reach(word)) if _shares_letters(word, other) else None


def _shares_letters(word: str, other: str) -> bool:
    """A cheap look that most candidates do not pass: each error changes at most two of the letters that occur."""
    return len(set(word) ^ set(other)) <= 2 * reach(word)


def _weight(counts: Mapping[str, int], candidate: str) -> tuple[int, bool]:
    """Every item with accents counts for the plain form too."""
    accented = candidate != fold(candidate)
    return counts[candidate] * (1 + accented), accented


def distance(word: str, other: str, most: int) -> int | None:
    """The number of errors between two words (optimal string alignment); None where they are more than `most`."""
    if abs(len(word) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(word, start=1):
        before, above, row = row, before, [number]
        for position, letter_there in enumerate(other, start=1):
            costs = [row[-1] + 1, before[position] + 1, before[position - 1] + (letter != letter_there)]
            if number > 1 and position > 1 and (letter, word[number - 2]) == (other[position - 2], letter_there):
                costs.append(above[position - 2] + 1)
            row.append(min(costs))
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
