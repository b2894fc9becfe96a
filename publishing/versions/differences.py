"""What was changed between two texts: paragraph by paragraph, and word by word within a paragraph.

Bounded: of texts that are too long or too unlike to be compared so, whole paragraphs are told, and that it is so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from publishing.versions.sequences import Work, steps

_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_WORDS = re.compile(r"\w+")

# Of what is the same this many paragraphs are shown beside what is not.
CONTEXT = 1
MOST_ROWS = 400
# About half a second.
WORK = 5_000_000
# What telling one more piece costs, in comparisons.
_PIECE = 150
# Paragraphs with less than this part of their words in common are two different ones.
ALIKE = 0.35


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph that is the `same` in both texts, or `removed`, or `added`."""

    kind: str
    text: str

    @property
    def is_small(self) -> bool:
        """Whether it is signs and spaces only, which are easily overlooked."""
        return not any(sign.isalnum() for sign in self.text)

    @property
    def shown(self) -> str:
        """The text, in which the end of a line can be seen where there is nothing else."""
        return self.text.replace("\n", "↵\n") if self.is_small else self.text


@dataclass(frozen=True)
class Row:
    """One paragraph of the old text beside one of the new: `equal`, `changed`, `removed` or `added`.

    `folded` stands for `count` paragraphs that are the same in both.
    """

    kind: str
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Differences:
    """What becomes of one text in another; no `rows` where they say the same.

    `coarse`: somewhere whole paragraphs are told where words could have been. `more`: so many rows are left out.
    """

    rows: list[Row]
    coarse: bool = False
    more: int = 0


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what empty lines part."""
    return [part for part in _BETWEEN_PARAGRAPHS.split(text.replace("\r\n", "\n").strip()) if part]


def count_changed(old: str, new: str, work: Work | None = None) -> int:
    """How many paragraphs were changed, added or taken out between two texts; too many where `work` ran out."""
    found = steps(paragraphs(old), paragraphs(new), work or Work(WORK))
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in found if tag != "equal")


def differences(old: str, new: str) -> Differences:
    """The paragraphs of two texts beside each other, what is far from every change folded; in at most two seconds."""
    work, more = Work(WORK), 0
    rows: list[Row] = []
    before, after = paragraphs(old), paragraphs(new)
    found = steps(before, after, work)
    for number, (tag, i1, i2, j1, j2) in enumerate(found):
        if len(rows) >= MOST_ROWS:
            more += 0 if tag == "equal" else max(i2 - i1, j2 - j1)
        elif tag == "equal":
            rows += _unchanged(before[i1:i2], first=number == 0, last=number == len(found) - 1)
        else:
            fits = MOST_ROWS - len(rows)
            pairs = _pairs(before[i1:i2], after[j1:j2], work)
            rows += [_row(left, right, work) for left, right in pairs[:fits]]
            more += len(pairs[fits:])
    return Differences(rows if any(tag != "equal" for tag, *_rest in found) else [], work.ran_out, more)


def replaced(old: str, new: str) -> Differences:
    """Two values that are told whole."""
    return Differences([_whole(old, new)] if old != new else [])


def _whole(left: str | None, right: str | None) -> Row:
    kind = "changed" if left and right else "removed" if left else "added"
    return Row(kind, (Piece("removed", left),) if left else (), (Piece("added", right),) if right else ())


def _unchanged(same: list[str], *, first: bool, last: bool) -> list[Row]:
    before = [] if first else same[:CONTEXT]
    after = [] if last else same[max(len(before), len(same) - CONTEXT) :]
    hidden = len(same) - len(before) - len(after)
    if hidden == 1:
        return [_equal(text) for text in same]
    folded = [Row("folded", count=hidden)] if hidden else []
    return [*map(_equal, before), *folded, *map(_equal, after)]


def _equal(text: str) -> Row:
    return Row("equal", (Piece("same", text),), (Piece("same", text),))


def _row(left: str | None, right: str | None, work: Work) -> Row:
    if left is None or right is None:
        return _whole(left, right)
    pieces = list(_pieces(left, right, work)) if _likeness(_words(left), _words(right)) >= ALIKE else []
    if not (pieces and work.spend(_PIECE * len(pieces))):
        return _whole(left, right)
    return Row(
        "changed",
        tuple(piece for piece in pieces if piece.kind != "added"),
        tuple(piece for piece in pieces if piece.kind != "removed"),
    )


def _pieces(left: str, right: str, work: Work) -> Iterator[Piece]:
    old, new = _TOKENS.findall(left), _TOKENS.findall(right)
    for tag, i1, i2, j1, j2 in steps(old, new, work):
        if tag == "equal":
            yield Piece("same", "".join(old[i1:i2]))
            continue
        if i1 < i2:
            yield Piece("removed", "".join(old[i1:i2]))
        if j1 < j2:
            yield Piece("added", "".join(new[j1:j2]))


def _pairs(old: list[str], new: list[str], work: Work) -> list[tuple[str | None, str | None]]:
    """Each paragraph of a changed stretch beside what it has become, in the order of both."""
    pairs: list[tuple[str | None, str | None]] = []
    i = j = 0
    for next_i, next_j in [*_alike(old, new, work), (len(old), len(new))]:
        pairs += zip_longest(old[i:next_i], new[j:next_j])
        pairs += zip(old[next_i : next_i + 1], new[next_j : next_j + 1], strict=True)
        i, j = next_i + 1, next_j + 1
    return pairs


def _alike(old: list[str], new: list[str], work: Work) -> list[tuple[int, int]]:
    """The places of the paragraphs that have most words in common, in the order of both."""
    if not work.spend(len(old) * len(new) * 10 + len(old) * sum(map(len, new)) // 50):
        return []
    bags_old, bags_new = list(map(_words, old)), list(map(_words, new))
    # The best that can be had of what comes from (i, j) on, and the pairs that it is had by, as a linked list.
    below: list[tuple[float, Any]] = [(0, ())] * (len(new) + 1)
    for i in reversed(range(len(old))):
        row: list[tuple[float, Any]] = [(0, ())] * (len(new) + 1)
        for j in reversed(range(len(new))):
            row[j] = max(below[j], row[j + 1], key=_worth)
            likeness = _likeness(bags_old[i], bags_new[j])
            if likeness >= ALIKE and likeness + below[j + 1][0] > row[j][0]:
                row[j] = (likeness + below[j + 1][0], ((i, j), below[j + 1][1]))
        below = row
    return list(_unlinked(below[0][1]))


def _worth(found):
    return found[0]


def _unlinked(chain: Any) -> Iterator[tuple[int, int]]:
    while chain:
        pair, chain = chain
        yield pair


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.casefold()))


def _likeness(one: set[str], other: set[str]) -> float:
    """Which part of their words two paragraphs share, from 0 to 1; without words (a line, a rule) they are alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1
