"""How an arrangement gets its place on a page: how large it is there, where it stands, which edges may cut it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import acos, cos, radians, sin, sqrt

from images.art.chance import Chance
from images.art.circles import Circle, Point
from images.art.rules import overlaps

TRIES = 60
LONG, STEEP = 1.3, radians(52)
CUT = (0.05, 0.72)  # of a radius: how far from the centre an edge may cut, so that neither a slice nor a rim remains
SMALL = 0.6  # of the largest radius: what is smaller is never cut


@dataclass(frozen=True)
class Place:
    """A kind of frame: its measures in units of the drawing, and what may happen there."""

    width: float
    height: float
    cut: frozenset[str] = frozenset()  # the edges that may cut: top, right, bottom, left
    sizes: tuple[float, float] = (1.0, 1.0)  # of the largest that fits whole
    filled: float = 0.5  # the share of the frame to come near to
    middle: Point = (0.5, 0.5)  # where the weight should stand, in shares of the frame
    margin: float = 0.0  # how far what is not cut stays from the edges
    ground: bool = False

    @property
    def area(self) -> float:
        return self.width * self.height


def framed(circles: Sequence[Circle], place: Place, chance: Chance) -> list[Circle]:
    """The arrangement in its place, to one decimal: the best of a number of tries, or whole if none is well cut."""
    circles = _turned(circles) if place.height > place.width and _is_long(circles) else circles
    tries = [_whole(circles, place)]
    if place.cut:
        tries = [tried for tried in _tries(circles, place, chance) if _is_well_cut(tried, place)] or tries
    return min(tries, key=lambda tried: _imbalance(tried, place))


def _is_long(circles: Sequence[Circle]) -> bool:
    left, top, right, bottom = _bounds(circles)
    return right - left > LONG * (bottom - top)


def _turned(circles: Sequence[Circle]) -> list[Circle]:
    """Leaning steeply: what is long finds its room in a frame that is high."""
    across, along = sin(STEEP), cos(STEEP)
    return [
        replace(circle, x=along * circle.x - across * circle.y, y=across * circle.x + along * circle.y)
        for circle in circles
    ]


def _tries(circles: Sequence[Circle], place: Place, chance: Chance) -> Iterator[list[Circle]]:
    left, top, right, bottom = _bounds(circles)
    fit = _fit(circles, place)
    for _ in range(TRIES):
        scale = fit * chance.between(*place.sizes)
        x = chance.between(*_range(place.width, left * scale, right * scale, place.cut & {"left", "right"}))
        y = chance.between(*_range(place.height, top * scale, bottom * scale, place.cut & {"top", "bottom"}))
        yield [_rounded(circle.placed(scale, x, y)) for circle in circles]


def _range(length: float, low: float, high: float, cut: frozenset[str]) -> tuple[float, float]:
    """Between which moves an arrangement from low to high keeps its greater part in a frame of this length."""
    slack = 0.3 * (high - low)
    first = -low - (slack if cut & {"left", "top"} else 0)
    last = length - high + (slack if cut & {"right", "bottom"} else 0)
    return min(first, last), max(first, last)


def _whole(circles: Sequence[Circle], place: Place) -> list[Circle]:
    """As large as is fitting, in the middle between the edges."""
    left, top, right, bottom = _bounds(circles)
    scale = min(_fit(circles, place), sqrt(place.filled * place.area / sum(circle.area for circle in circles)))
    x = (place.width - scale * (left + right)) / 2
    y = (place.height - scale * (top + bottom)) / 2
    return [_rounded(circle.placed(scale, x, y)) for circle in circles]


def _fit(circles: Sequence[Circle], place: Place) -> float:
    """The scale at which all of it just fits within the margins."""
    left, top, right, bottom = _bounds(circles)
    return min((place.width - 2 * place.margin) / (right - left), (place.height - 2 * place.margin) / (bottom - top))


def _bounds(circles: Sequence[Circle]) -> tuple[float, float, float, float]:
    return (
        min(circle.x - circle.r for circle in circles),
        min(circle.y - circle.r for circle in circles),
        max(circle.x + circle.r for circle in circles),
        max(circle.y + circle.r for circle in circles),
    )


def _rounded(circle: Circle) -> Circle:
    return Circle(round(circle.x, 1), round(circle.y, 1), round(circle.r, 1), circle.colour)


def _depths(circle: Circle, place: Place) -> dict[str, float]:
    """How far inside each edge the centre lies, in units of the drawing."""
    return {
        "left": circle.x,
        "top": circle.y,
        "right": place.width - circle.x,
        "bottom": place.height - circle.y,
    }


def _is_well_cut(circles: Sequence[Circle], place: Place) -> bool:
    largest = max(circle.r for circle in circles)
    return all(_stands_well(circle, place, largest) for circle in circles) and all(
        _within(place, point, place.height / 20) for point in _corners(circles)
    )


def _stands_well(circle: Circle, place: Place, largest: float) -> bool:
    cut = {edge: depth for edge, depth in _depths(circle, place).items() if depth < circle.r + place.margin}
    if not cut:
        return True
    may_be_cut = circle.r >= SMALL * largest and place.cut.issuperset(cut) and len(cut) < 3
    return may_be_cut and all(CUT[0] <= depth / circle.r <= CUT[1] for depth in cut.values())


def _corners(circles: Sequence[Circle]) -> Iterator[tuple[float, float]]:
    """The points that must be seen: where edges cross."""
    return (arc.start for met in overlaps(circles) for arc in met.arcs)


def _within(place: Place, point: tuple[float, float], margin: float) -> bool:
    return margin <= point[0] <= place.width - margin and margin <= point[1] <= place.height - margin


def _imbalance(circles: Sequence[Circle], place: Place) -> float:
    """How far the weight stands from where it should, and its amount from what is fitting."""
    weights = [_seen(circle, place) for circle in circles]
    total = sum(weights)
    x = sum(weight * circle.x for weight, circle in zip(weights, circles, strict=True)) / total
    y = sum(weight * circle.y for weight, circle in zip(weights, circles, strict=True)) / total
    off = abs(x / place.width - place.middle[0]) + abs(y / place.height - place.middle[1])
    return off + abs(total / place.area - place.filled)


def _seen(circle: Circle, place: Place) -> float:
    """The area of a circle within the frame, near enough: where two edges cut it, their corner counts twice."""
    return circle.area - sum(_beyond(circle.r, depth / circle.r) for depth in _depths(circle, place).values())


def _beyond(r: float, depth: float) -> float:
    """The area of the segment behind an edge at this depth in radii."""
    depth = max(-1.0, min(1.0, depth))
    return r**2 * (acos(depth) - depth * sqrt(1 - depth**2))
