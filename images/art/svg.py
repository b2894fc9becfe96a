"""An arrangement as inline SVG, without ids, styles or clip paths.

The fills are custom properties of the style sheet, each with the colour that it has there: with the style sheet off the
drawing is still in colour.
"""

from collections.abc import Iterable, Sequence

from images.art.circles import Arc, Circle, Overlap
from images.art.framing import Place
from images.art.rules import overlaps

COLOURS = {
    "sun": "#ffd84d",
    "coral": "#ff8a75",
    "sky": "#9fdcf0",
    "orange": "#ff9f3f",
    "green": "#8ed28b",
    "violet": "#b99bf0",
    "meet": "#0a5a4a",
    "sun-pale": "#fff4c9",
    "sky-pale": "#e3f4fa",
    "green-pale": "#e0f2d6",
}
MIXED = {
    frozenset({"sun", "coral"}): "orange",
    frozenset({"sun", "sky"}): "green",
    frozenset({"coral", "sky"}): "violet",
    frozenset({"sun", "coral", "sky"}): "meet",
}


def colour_of(met: Overlap) -> str:
    """The colour that belongs to an overlap of circles of different colours."""
    return MIXED[frozenset(circle.colour for circle in met.circles)]


def drawn(circles: Sequence[Circle], place: Place, ground: str = "") -> str:
    """The whole element, decorative: hidden from assistive technology."""
    shapes = overlaps(circles)
    covered = {met.disc for met in shapes}
    parts = [_rectangle(place, ground)] if ground else []
    parts += [_circle(circle, circle.colour) for circle in circles if circle not in covered]
    parts += [_shape(met) for met in shapes if not _is_painted_over(met, shapes)]
    size = f'width="{place.width:g}" height="{place.height:g}"'
    return f'<svg viewBox="0 0 {place.width:g} {place.height:g}" {size} aria-hidden="true">{"".join(parts)}</svg>'


def _is_painted_over(met: Overlap, shapes: Iterable[Overlap]) -> bool:
    """Whether it is a disc that lies within a third circle too, so that another shape paints all of it."""
    return met.disc is not None and any(
        other.disc == met.disc and len(other.circles) > len(met.circles) for other in shapes
    )


def _fill(colour: str) -> str:
    return f'fill="var(--{colour},{COLOURS[colour]})"'


def _rectangle(place: Place, colour: str) -> str:
    return f'<path d="M0 0H{place.width:g}V{place.height:g}H0" {_fill(colour)}/>'


def _circle(circle: Circle, colour: str) -> str:
    x, y, r = (f"{value:.1f}".removesuffix(".0") for value in (circle.x, circle.y, circle.r))
    return f'<circle cx="{x}" cy="{y}" r="{r}" {_fill(colour)}/>'


def _shape(met: Overlap) -> str:
    if met.disc:
        return _circle(met.disc, colour_of(met))
    x, y = met.arcs[0].start
    path = f"M{_number(x)} {_number(y)}" + "".join(map(_arc, met.arcs))
    return f'<path d="{path}" {_fill(colour_of(met))}/>'


def _arc(arc: Arc) -> str:
    radius, large = _number(arc.circle.r), int(arc.angle > 3.141592653589793)
    return f"A{radius} {radius} 0 {large} 1 {_number(arc.end[0])} {_number(arc.end[1])}"


def _number(value: float) -> str:
    """At most one decimal, and no zero that says nothing."""
    return f"{round(value, 1) + 0.0:g}"
