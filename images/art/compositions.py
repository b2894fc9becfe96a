"""The family of arrangements. Each is a way in which parties meet; sizes, angles and colours come by chance.

Measures are free: an arrangement is scaled when it gets its place. A colour never meets itself, so that each overlap
has a colour of its own.
"""

from collections.abc import Callable
from math import cos, radians, sin

from images.art.chance import Chance
from images.art.circles import Circle

COLOURS = ("sun", "coral", "sky")
ANY = (0.0, 360.0)
LEVEL = (-38.0, 38.0)  # what is long lies, leaning a little either way

Composition = Callable[[Chance], list[Circle]]


def meeting(chance: Chance) -> list[Circle]:
    """Three that meet."""
    turn = chance.between(*ANY)
    sizes = chance.shuffled([1.0, chance.between(0.85, 1.0), chance.between(0.68, 0.92)])
    angles = [turn + corner + chance.between(-10, 10) for corner in (0, 120, 240)]
    away = chance.between(0.56, 0.68)
    places = zip(angles, sizes, chance.shuffled(COLOURS), strict=True)
    return [_circle(away, angle, size, colour) for angle, size, colour in places]


def dialogue(chance: Chance) -> list[Circle]:
    """Two that meet."""
    first, second = chance.shuffled(COLOURS)[:2]
    size = chance.between(0.62, 1.0)
    apart = chance.between(0.55, 0.72) * (1 + size)
    return [Circle(0, 0, 1, first), _circle(apart, chance.between(*LEVEL), size, second)]


def within(chance: Chance) -> list[Circle]:
    """A small one within a large one."""
    first, second = chance.shuffled(COLOURS)[:2]
    size = chance.between(0.36, 0.56)
    away = chance.between(0.62, 0.84) * (1 - size)  # in the middle it would be an eye
    return [Circle(0, 0, 1, first), _circle(away, chance.between(*ANY), size, second)]


def row(chance: Chance) -> list[Circle]:
    """Three in a row, the middle one meets both."""
    colours = chance.shuffled(COLOURS)
    sizes = [chance.between(0.55, 0.85), chance.between(0.8, 1.1), chance.between(0.5, 0.95)]
    return _string(chance, sizes, colours, bend=chance.between(-50, 50))


def bridge(chance: Chance) -> list[Circle]:
    """Two large ones with a small one between them."""
    colours = chance.shuffled(COLOURS)
    sizes = [chance.between(0.9, 1.05), chance.between(0.5, 0.62), chance.between(0.7, 1.0)]
    return _string(chance, sizes, colours, bend=chance.between(-35, 35))


def steps(chance: Chance) -> list[Circle]:
    """Three, each a step larger than the one before."""
    colours = chance.shuffled(COLOURS)
    sizes = [1.0, chance.between(0.68, 0.76), chance.between(0.45, 0.52)]
    return _string(chance, sizes, colours, bend=chance.between(-70, 70))


def chain(chance: Chance) -> list[Circle]:
    """Four, each holding the next."""
    first, second, third = chance.shuffled(COLOURS)
    sizes = [chance.between(0.6, 0.9), chance.between(0.8, 1.0), chance.between(0.55, 0.8), chance.between(0.7, 1.0)]
    colours = chance.one_of(
        [[first, second, third, first], [first, second, first, third], [first, second, third, second]]
    )
    bend = chance.between(25, 55)
    return _string(chance, sizes, colours, bend=bend * chance.one_of([-1, 1]), zigzag=True)


def moons(chance: Chance) -> list[Circle]:
    """A large one, and two small ones over its edge."""
    first, second, third = chance.shuffled(COLOURS)
    middle, half = chance.between(-15, 195), chance.between(48, 90)  # two above would be ears
    sizes = [chance.between(0.42, 0.58), chance.between(0.34, 0.48)]
    small = zip((middle - half, middle + half), sizes, (second, third), strict=True)
    return [Circle(0, 0, 1, first), *(_circle(_over_the_edge(chance, size), at, size, hue) for at, size, hue in small)]


def court(chance: Chance) -> list[Circle]:
    """A large one with three small ones around it."""
    first, second, third = chance.shuffled(COLOURS)
    turn, around = chance.between(-80, -42), (0, chance.between(75, 110), chance.between(175, 230))
    mirrored = chance.one_of([False, True])  # never upright: two ears and a foot
    circles = [Circle(0, 0, 1, first)]
    for angle, colour in zip(around, (second, third, second), strict=True):
        size = chance.between(0.32, 0.46)
        at = 180 - turn - angle if mirrored else turn + angle
        circles.append(_circle(_over_the_edge(chance, size), at, size, colour))
    return circles


def guest(chance: Chance) -> list[Circle]:
    """A small one within a large one that meets a third."""
    first, second, third = chance.shuffled(COLOURS)
    turn = chance.between(*LEVEL) + chance.one_of([0, 180])  # upright it would be a snowman
    size = chance.between(0.55, 0.8)
    inner = chance.between(0.42, 0.5)
    other = _circle(chance.between(0.62, 0.74) * (1 + size), turn, size, second)
    return [Circle(0, 0, 1, first), other, _circle(0.78 * (1 - inner), turn + chance.between(120, 240), inner, third)]


def newcomer(chance: Chance) -> list[Circle]:
    """Two that meet, and one that still stands apart."""
    first, second, third = chance.shuffled(COLOURS)
    lean = chance.between(*LEVEL)
    size, small = chance.between(0.72, 0.95), chance.between(0.42, 0.54)
    pair = [Circle(0, 0, 1, first), _circle(chance.between(0.58, 0.7) * (1 + size), lean, size, second)]
    side = chance.one_of([lean + chance.between(-75, -55), lean + chance.between(55, 75)])
    x, y = pair[1].x, pair[1].y
    away = size + small * chance.between(1.3, 1.5)
    return [*pair, Circle(x + away * cos(radians(side)), y + away * sin(radians(side)), small, third)]


FAMILY: tuple[Composition, ...] = (
    meeting,
    meeting,  # the mark of the house: twice as often
    dialogue,
    within,
    row,
    bridge,
    steps,
    chain,
    moons,
    court,
    guest,
    newcomer,
)


def _circle(away: float, degrees: float, size: float, colour: str) -> Circle:
    """A circle at a distance and an angle from the middle."""
    return Circle(away * cos(radians(degrees)), away * sin(radians(degrees)), size, colour)


def _over_the_edge(chance: Chance, size: float) -> float:
    """How far from the middle of a circle of size 1 a small one lies over its edge: 35 to 60 % of its width inside."""
    return 1 + size * chance.between(-0.2, 0.3)


def _string(chance: Chance, sizes, colours, *, bend: float, zigzag: bool = False) -> list[Circle]:
    """Circles one after the other, each over a third to a half of the smaller of the two; the line bends each time."""
    direction = chance.between(*LEVEL) - (0 if zigzag else bend / 2)
    circles = [Circle(0, 0, sizes[0], colours[0])]
    for number, (size, colour) in enumerate(zip(sizes[1:], colours[1:], strict=True)):
        last = circles[-1]
        step = last.r + size - min(last.r, size) * chance.between(0.55, 0.85)
        turn = direction + (bend * (-1) ** number / 2 if zigzag else bend * number)
        circles.append(Circle(last.x + step * cos(radians(turn)), last.y + step * sin(radians(turn)), size, colour))
    return circles
