"""Generated art: from a name an arrangement of the house's circles, always the same, no two alike.

`drawing` gives it as inline SVG for a place on a page; `arrangement` gives the circles themselves, for whoever paints
them otherwise. Pure functions of a text; nothing here knows Django.
"""

from functools import lru_cache
from itertools import count

from images.art.chance import Chance
from images.art.circles import Circle
from images.art.compositions import FAMILY
from images.art.framing import Place, framed
from images.art.rules import is_sound
from images.art.svg import drawn

EVERY_EDGE = frozenset({"top", "right", "bottom", "left"})
GROUNDS = {"sun": ("sky-pale", "green-pale"), "coral": ("sky-pale", "sun-pale"), "sky": ("sun-pale", "green-pale")}
PLACES = {
    # A pictogram, whole; about 6rem wide.
    "card": Place(96, 72, filled=0.62),
    # The upper right corner of the head of a page: its top and right edge may cut the circles.
    "head": Place(
        420, 420, cut=frozenset({"top", "right"}), sizes=(0.95, 1.5), filled=0.72, middle=(0.58, 0.42), margin=12
    ),
    # A picture of its own with a ground, for 3:2 and 16:9.
    "wide": Place(300, 200, cut=EVERY_EDGE, sizes=(0.95, 1.7), filled=0.55, margin=14, ground=True),
}

__all__ = ["PLACES", "Circle", "arrangement", "drawing", "ground_of", "in_place"]


@lru_cache(maxsize=2048)
def arrangement(slug: str) -> tuple[Circle, ...]:
    """The circles that belong to a name, in measures of their own: the first that chance offers and the rules allow."""
    for attempt in count():
        chance = Chance(f"{slug}/{attempt}")
        circles = chance.one_of(FAMILY)(chance)
        if is_sound(circles):
            return tuple(circles)
    raise AssertionError("unreachable")


def in_place(slug: str, place: Place) -> list[Circle]:
    """The circles of a name as they stand in a place, in its units."""
    return framed(arrangement(slug), place, Chance(f"{slug}/place"))


def ground_of(slug: str) -> str:
    """The pale colour behind the drawing of a name, where its place has a ground: not that of its largest circle."""
    largest = max(arrangement(slug), key=lambda circle: circle.r)
    return Chance(f"{slug}/ground").one_of(GROUNDS[largest.colour])


@lru_cache(maxsize=2048)
def drawing(slug: str, place: str) -> str:
    """Inline SVG of the arrangement of a name for one of PLACES; raises KeyError for another place."""
    frame = PLACES[place]
    return drawn(in_place(slug, frame), frame, ground_of(slug) if frame.ground else "")
