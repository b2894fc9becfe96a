"""What makes an arrangement fit to hang on a wall: nothing thin, nothing that just touches, nothing hidden."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from images.art.circles import Circle, Overlap, overlap

CLEAR = 0.1  # of the smaller radius: what does not meet stays this far apart
LEAST_MET, MOST_MET = 0.1, 0.7  # of the smaller disc: an overlap is neither a sliver nor nearly all of it
LEAST_SHARED = 0.06  # of the smallest disc: where all three meet
LEAST_REST = 0.05  # of the smallest disc: what two share and the third does not
TOO_NEAR = ("sun", "coral")  # within coral, sun gives an orange that hardly stands out


def overlaps(circles: Sequence[Circle]) -> list[Overlap]:
    """Where two meet, then where three do: in this order they are painted over the circles."""
    groups = (group for size in (2, 3) for group in combinations(circles, size))
    return [found for group in groups if (found := overlap(*group)) is not None]


def is_sound(circles: Sequence[Circle]) -> bool:
    """Whether every pair and every three of an arrangement keep to the rules."""
    pairs, threes = combinations(circles, 2), combinations(circles, 3)
    return all(_pair_is_sound(*pair) for pair in pairs) and all(_three_are_sound(three) for three in threes)


def _pair_is_sound(one: Circle, other: Circle) -> bool:
    small, large = sorted((one, other), key=lambda circle: circle.r)
    distance, margin = one.distance(other), CLEAR * small.r
    if distance >= small.r + large.r + margin:
        return True
    if one.colour == other.colour:
        return False
    if distance + small.r + margin <= large.r:
        return (small.colour, large.colour) != TOO_NEAR
    met = overlap(small, large)
    return met is not None and LEAST_MET <= met.area / small.area <= MOST_MET


def _three_are_sound(three: tuple[Circle, ...]) -> bool:
    """Of three of which each meets the others; where one lies within another, that pair has been looked at."""
    pairs = [overlap(*pair) for pair in combinations(three, 2)]
    if not all(pairs):
        return True
    smallest = min(circle.area for circle in three)
    shared = overlap(*three)
    if shared is None:
        return False  # a hole in the middle
    if shared.disc:
        return True
    return shared.area >= LEAST_SHARED * smallest and all(
        rest >= LEAST_REST * smallest for rest in _rests(pairs, shared)
    )


def _rests(pairs: Iterable[Overlap | None], shared: Overlap) -> Iterator[float]:
    """What each two share without the third."""
    return (pair.area - shared.area for pair in pairs if pair and not pair.disc)
