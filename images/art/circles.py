"""Circles, and the shapes in which they overlap, computed exactly: no clip paths, so no ids and few bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin, tau

NEAR = 1e-6

Point = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    """A disc of one of the three bright colours (`sun`, `coral`, `sky`); y grows downwards, as on a screen."""

    x: float
    y: float
    r: float
    colour: str = ""

    @property
    def area(self) -> float:
        return pi * self.r**2

    def at(self, angle: float) -> Point:
        """The point of its edge at an angle in radians."""
        return self.x + self.r * cos(angle), self.y + self.r * sin(angle)

    def angle_of(self, point: Point) -> float:
        """The angle of a point seen from the centre, in radians from 0 to 2π."""
        return atan2(point[1] - self.y, point[0] - self.x) % tau

    def distance(self, other: "Circle") -> float:
        """Between the two centres."""
        return hypot(other.x - self.x, other.y - self.y)

    def covers(self, point: Point) -> bool:
        return hypot(point[0] - self.x, point[1] - self.y) <= self.r + NEAR

    def contains(self, other: "Circle") -> bool:
        """Whether the whole of the other lies within this one."""
        return self.distance(other) + other.r <= self.r + NEAR

    def placed(self, scale: float, dx: float, dy: float) -> "Circle":
        """Scaled about the origin, then moved."""
        return replace(self, x=self.x * scale + dx, y=self.y * scale + dy, r=self.r * scale)


@dataclass(frozen=True)
class Arc:
    """A part of a circle's edge, in the direction of growing angles (clockwise on a screen)."""

    circle: Circle
    start: Point
    end: Point

    @property
    def angle(self) -> float:
        """How much of the circle it is, in radians from 0 to 2π."""
        return (self.circle.angle_of(self.end) - self.circle.angle_of(self.start)) % tau

    @property
    def middle(self) -> Point:
        return self.circle.at(self.circle.angle_of(self.start) + self.angle / 2)


@dataclass(frozen=True)
class Overlap:
    """Where circles meet: either the whole of the smallest (`disc`), or a shape between arcs."""

    circles: tuple[Circle, ...]
    disc: Circle | None = None
    arcs: tuple[Arc, ...] = ()

    @property
    def area(self) -> float:
        """By Green's theorem: a polygon of the corners, and a circular segment on each of its sides."""
        if self.disc:
            return self.disc.area
        return sum(_polygon_part(arc) + _segment(arc) for arc in self.arcs)


def overlap(*circles: Circle) -> Overlap | None:
    """The region that all of them cover, or None; circles that only touch do not overlap."""
    for inner in circles:
        if all(outer is inner or outer.contains(inner) for outer in circles):
            return Overlap(circles, disc=inner)
    arcs = [arc for circle in circles for arc in _edges_inside(circle, circles)]
    return Overlap(circles, arcs=_chained(arcs)) if len(arcs) > 1 else None


def crossings(one: Circle, other: Circle) -> tuple[Point, ...]:
    """The two points where their edges cross; none where they lie apart, touch, or one within the other."""
    distance = one.distance(other)
    if distance >= one.r + other.r - NEAR or distance <= abs(one.r - other.r) + NEAR:
        return ()
    along = (distance**2 + one.r**2 - other.r**2) / (2 * distance)
    across = (one.r**2 - along**2) ** 0.5
    ux, uy = (other.x - one.x) / distance, (other.y - one.y) / distance
    x, y = one.x + along * ux, one.y + along * uy
    return (x - across * uy, y + across * ux), (x + across * uy, y - across * ux)


def _edges_inside(circle: Circle, circles: Sequence[Circle]) -> Iterator[Arc]:
    """The parts of a circle's edge that lie within all the others."""
    others = [other for other in circles if other is not circle]
    corners = [point for other in others for point in crossings(circle, other)]
    corners.sort(key=circle.angle_of)
    for start, end in pairwise([*corners, *corners[:1]]):
        arc = Arc(circle, start, end)
        if all(other.covers(arc.middle) for other in others):
            yield arc


def _chained(arcs: Sequence[Arc]) -> tuple[Arc, ...]:
    """The arcs in the order in which one begins where the other ends."""
    chain, rest = [arcs[0]], list(arcs[1:])
    while rest:
        end = chain[-1].end
        nearest = min(rest, key=lambda arc: hypot(arc.start[0] - end[0], arc.start[1] - end[1]))
        rest.remove(nearest)
        chain.append(nearest)
    return tuple(chain)


def _polygon_part(arc: Arc) -> float:
    (x1, y1), (x2, y2) = arc.start, arc.end
    return (x1 * y2 - x2 * y1) / 2


def _segment(arc: Arc) -> float:
    return arc.circle.r**2 * (arc.angle - sin(arc.angle)) / 2
