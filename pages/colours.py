"""The colours of the site: those of the house, and what follows from the few that the consultant chooses. Pure.

Text reaches 7:1 on whatever it stands on; the circles are shown as she chose them, and their overlaps stay bright.
"""

import math
from dataclasses import dataclass, fields, replace

from pages.oklch import BLACK, WHITE, Oklch, difference, from_oklch, oklch, readable, reads_on

# Distances in OKLab: an overlap is at least this far from both circles; what is nearer than that is taken for one.
APART = 0.08
ALIKE = 0.06
# Of overlaps: a wider range than what two circles can take from it, so that one is always left.
_STEPS = [0.62 + step / 100 for step in range(36)]
GREY = 0.02  # The chroma below which a colour has no hue worth keeping.


@dataclass(frozen=True)
class Palette:
    """Every colour of one scheme, each as `#rrggbb`. The names are those of the custom properties in site.css."""

    sun: str
    coral: str
    sky: str
    orange: str  # where sun and coral meet
    green: str  # where sun and sky meet
    violet: str  # where coral and sky meet
    bright: str  # sun, as far as text can stand on it
    on_bright: str
    deep: str  # the colour of action: links, buttons, and the middle of the three
    on_deep: str
    closing: str
    on_closing: str
    closing_deep: str
    paper: str
    mist: str
    line: str
    ink: str
    ink_soft: str
    sun_pale: str
    coral_pale: str
    sky_pale: str
    green_pale: str

    @property
    def grounds(self) -> tuple[str, ...]:
        """What text stands on."""
        return (self.paper, self.mist, self.sun_pale, self.coral_pale, self.sky_pale, self.green_pale)


LIGHT = Palette(
    sun="#ffd84d", coral="#ff8a75", sky="#9fdcf0", orange="#ff9f3f", green="#8ed28b", violet="#b99bf0",
    bright="#ffd84d", on_bright="#14211f", deep="#0a5a4a", on_deep="#ffffff",
    closing="#0a5a4a", on_closing="#ffffff", closing_deep="#0a5a4a",
    paper="#ffffff", mist="#eef5f2", line="#cfe0da", ink="#14211f", ink_soft="#3c544e",
    sun_pale="#fff4c9", coral_pale="#ffe9e4", sky_pale="#e3f4fa", green_pale="#e0f2d6",
)  # fmt: skip
DARK = replace(
    LIGHT,
    deep="#7fd8c2", on_deep="#0c1e1a", closing="#0b4a3d",
    paper="#0f1a18", mist="#162522", line="#2b403b", ink="#e8f0ed", ink_soft="#a9beb8",
    sun_pale="#3a3110", coral_pale="#43241e", sky_pale="#12323d", green_pale="#1f4029",
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """What the consultant chose: four colours as `#rrggbb`, each empty where the site's own is to stand."""

    sun: str = ""
    coral: str = ""
    sky: str = ""
    deep: str = ""

    def __bool__(self) -> bool:
        return any((self.sun, self.coral, self.sky, self.deep))

    @property
    def light(self) -> Palette:
        """What follows from it for whoever reads dark on light."""
        bright = self._with_circles(LIGHT, WHITE)
        deep = readable(self.deep or LIGHT.deep, (*bright.grounds, bright.on_deep), BLACK)
        return replace(bright, deep=deep, closing=deep, closing_deep=deep) if self else LIGHT

    @property
    def dark(self) -> Palette:
        """What follows from it for whoever reads light on dark."""
        bright = self._with_circles(DARK, BLACK)
        deep = readable(self.deep or DARK.deep, (*bright.grounds, bright.on_deep), WHITE)
        closing = _within(self.deep, 0.3, 0.37) if self.deep else DARK.closing
        return replace(bright, deep=deep, closing=closing, closing_deep=self.light.deep) if self else DARK

    def _with_circles(self, house, paper):
        """The circles, their overlaps and the pale grounds; what follows from the house's own alone stays as it is."""
        sun, coral, sky = self.sun or house.sun, self.coral or house.coral, self.sky or house.sky
        green = overlap(sun, sky) if self.sun or self.sky else house.green
        bright, on_bright = _ground_for_text(sun) if self.sun else (house.bright, house.on_bright)

        def tinted(ground, colour, chosen):
            return readable(_tinted(ground, colour), (house.ink, house.ink_soft), paper) if chosen else ground

        return replace(
            house,
            sun=sun,
            coral=coral,
            sky=sky,
            orange=overlap(sun, coral) if self.sun or self.coral else house.orange,
            green=green,
            violet=overlap(coral, sky) if self.coral or self.sky else house.violet,
            bright=bright,
            on_bright=on_bright,
            mist=tinted(house.mist, self.deep, self.deep),
            line=_tinted(house.line, self.deep) if self.deep else house.line,
            sun_pale=tinted(house.sun_pale, sun, self.sun),
            coral_pale=tinted(house.coral_pale, coral, self.coral),
            sky_pale=tinted(house.sky_pale, sky, self.sky),
            green_pale=tinted(house.green_pale, green, self.sun or self.sky),
        )


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


def tokens(palette: Palette) -> dict[str, str]:
    """The custom properties of a palette by their names, without the hyphens before them."""
    return {field.name.replace("_", "-"): getattr(palette, field.name) for field in fields(palette)}


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


def _ground_for_text(colour):
    """The colour itself or the nearest on which text can stand, and the colour of that text."""
    for text in (LIGHT.ink, WHITE):
        if reads_on(colour, (text,)):
            return colour, text
    lighter, darker = readable(colour, (LIGHT.ink,), WHITE), readable(colour, (WHITE,), BLACK)
    if difference(colour, lighter) <= difference(colour, darker):
        return lighter, LIGHT.ink
    return darker, WHITE


def _tinted(ground, colour):
    """A ground of the house in the hue of a colour, no more vivid than either."""
    lightness, chroma, _ = oklch(ground)
    return from_oklch(lightness, min(chroma, oklch(colour).chroma), oklch(colour).hue)


def _within(colour, lowest, highest):
    lightness, chroma, hue = oklch(colour)
    return from_oklch(min(max(lightness, lowest), highest), chroma, hue)
