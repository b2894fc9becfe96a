"""Where two sequences agree, found within a bounded amount of work."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any

# As `difflib` has them: what is done with old[i1:i2] and new[j1:j2] (equal, replace, delete, insert).
Step = tuple[str, int, int, int, int]

# What it costs to look at an element at all, beside each place where the other sequence has it.
_ELEMENT = 5


class Work:
    """How much may still be done, in comparisons of two elements; shared by all that belongs to one answer."""

    def __init__(self, left: int):
        self.left = left
        self.ran_out = False

    def spend(self, amount: int) -> bool:
        """Whether there is that much left, which is then taken off."""
        if amount > self.left:
            self.ran_out = True
            return False
        self.left -= amount
        return True


class _TooMuchError(Exception):
    pass


class _Matcher(SequenceMatcher):
    """`difflib` is cubic where elements come often: this one knows what a search will cost before it begins."""

    b2j: dict[Any, list[int]]

    def __init__(self, old, new, work):
        super().__init__(None, old, new)
        self._work = work
        places = (len(self.b2j.get(element, ())) for element in old)
        self._costs = list(accumulate((_ELEMENT + count for count in places), initial=0))

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        if not self._work.spend(self._costs[ahi] - self._costs[alo]):
            raise _TooMuchError
        return super().find_longest_match(alo, ahi, blo, bhi)


def steps(old: Sequence[Any], new: Sequence[Any], work: Work) -> list[Step]:
    """How `old` becomes `new`, in the order of both. Where `work` runs out all but their ends is one replacement."""
    begin = _common(old, new)
    end = _common(old[begin:][::-1], new[begin:][::-1])
    middle = _middle(old[begin : len(old) - end], new[begin : len(new) - end], work)
    found = [
        ("equal", 0, begin, 0, begin),
        *((tag, i1 + begin, i2 + begin, j1 + begin, j2 + begin) for tag, i1, i2, j1, j2 in middle),
        ("equal", len(old) - end, len(old), len(new) - end, len(new)),
    ]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


def _middle(old, new, work):
    try:
        return _Matcher(old, new, work).get_opcodes()
    except _TooMuchError:
        return [("replace", 0, len(old), 0, len(new))]


def _common(one, other):
    """How many elements both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
