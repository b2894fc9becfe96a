"""The colour where two circles meet, and whether two can be told apart. Pure functions over `#rrggbb`."""

import math

from pages.oklch import Oklch, difference, from_oklch, oklch

# Distances in OKLab: an overlap is at least this far from both circles; what is nearer than that is taken for one.
APART = 0.08
ALIKE = 0.06
# Of overlaps: a wider range than what two circles can take from it, so that one is always left.
_STEPS = [0.62 + step / 100 for step in range(36)]
GREY = 0.02  # The chroma below which a colour has no hue worth keeping.


def overlap(one: str, other: str) -> str:
    """The bright colour where two meet, unlike both: a mixture of their light would give mud.

    Its hue lies between theirs on the shorter way round and its chroma is not below theirs. It is a little deeper than
    two light colours and lighter than others; where that is too near to one of them, the nearest lightness that is not.
    """
    first, second = oklch(one), oklch(other)
    chroma, hue = _vividness(first, second), _hue_between(first, second)
    floor, mean = _brightness_of(hue), (first.lightness + second.lightness) / 2
    wished = mean - 0.06 if mean - 0.06 > floor else max(mean + 0.08, floor)
    bright_first = sorted(_STEPS, key=lambda lightness: (lightness < floor, abs(lightness - wished)))
    candidates = (from_oklch(lightness, chroma, hue) for lightness in bright_first)
    return next(mixed for mixed in candidates if min(difference(mixed, one), difference(mixed, other)) >= APART)


def alike(one: str, other: str) -> bool:
    """Whether two circles, or a circle and its ground, can hardly be told apart."""
    return difference(one, other) < ALIKE


def _vividness(first: Oklch, second: Oklch) -> float:
    mean = (first.chroma + second.chroma) / 2
    return max(mean * 1.05, 0.12 if min(first.chroma, second.chroma) > GREY else 0)


def _hue_between(first: Oklch, second: Oklch) -> float:
    if first.chroma < GREY:
        return second.hue
    if second.chroma < GREY:
        return first.hue
    way = (second.hue - first.hue + 180) % 360 - 180
    return (first.hue + way / 2) % 360


def _brightness_of(hue: float) -> float:
    """The lightness above which a hue is bright: a deeper violet is still one, a deeper yellow is olive or brown."""
    return 0.62 + 0.2 * max(0.0, math.cos(math.radians(hue - 100)))
