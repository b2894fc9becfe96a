"""Chance that falls the same way each time: numbers drawn from a text, the same in each process and each version."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of choices that follows from a seed alone.

    Python's `hash()` differs from process to process, and what `random` makes of a seed may change with its version.
    """

    def __init__(self, seed: str):
        self._numbers = _numbers(seed.encode(errors="backslashreplace"))

    def between(self, low: float, high: float) -> float:
        """A number from low up to high."""
        return low + (high - low) * next(self._numbers)

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[int(next(self._numbers) * len(choices))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The same items in another order, each order equally likely."""
        rest, order = list(items), []
        while rest:
            order.append(rest.pop(int(next(self._numbers) * len(rest))))
        return order


def _numbers(seed: bytes) -> Iterator[float]:
    """Numbers from 0 up to 1, four bytes of a digest each."""
    for block in count():
        digest = sha256(b"%d/%b" % (block, seed)).digest()
        yield from (int.from_bytes(digest[at : at + 4]) / 2**32 for at in range(0, 32, 4))
