"""Which words may be meant by one that is not known."""

from collections.abc import Mapping

from consultancy.search.text import fold

# A shorter word is near to too many others.
SHORTEST = 4
_LONG = 6
_MOST = 5


def reach(word: str) -> int:
    """How many errors are thought of: letters left out, put in, changed, or changed with their neighbour."""
    return 1 if len(word) < _LONG else 2


def likely(word: str, known: Mapping[str, int]) -> list[str]:
    """The few of the known words, each with its number of documents, that `word` (folded) may stand for.

    Of a word that is written with accents more often than not, this is the form that is given.
    """
    near: dict[str, tuple[int, int, str]] = {}
    for candidate, count in known.items():
        folded = fold(candidate)
        errors = distance(word, folded, reach(word)) if _shares_letters(word, folded) else None
        if errors:
            best = near.get(folded)
            if best is None or _preferred(candidate, count, best):
                near[folded] = (errors, -count, candidate)
    return [candidate for _errors, _count, candidate in sorted(near.values())[:_MOST]]


def _shares_letters(word: str, other: str) -> bool:
    """A cheap look that most candidates do not pass: each error changes at most two of the letters that occur."""
    return len(set(word) ^ set(other)) <= 2 * reach(word)


def _preferred(candidate: str, count: int, best: tuple[int, int, str]) -> bool:
    """Every document with accents counts for the plain form too."""
    accented = candidate != fold(candidate)
    return 2 * count >= -best[1] if accented else 2 * -best[1] < count


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
