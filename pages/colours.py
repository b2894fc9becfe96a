"""The colours of the site: those of the house, and what follows from the few that the consultant chooses. Pure.

Text reaches 7:1 on whatever it stands on; the circles are shown as she chose them, and their overlaps stay bright.
"""

from dataclasses import dataclass, fields, replace
from functools import lru_cache

from pages.oklch import AA_PARTS, BLACK, WHITE, contrast, difference, from_oklch, oklch, readable, reads_on
from pages.overlaps import overlap


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
    call: str  # the button on the closing band
    on_call: str
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
    closing="#0a5a4a", on_closing="#ffffff", closing_deep="#0a5a4a", call="#ffd84d", on_call="#14211f",
    paper="#ffffff", mist="#eef5f2", line="#cfe0da", ink="#14211f", ink_soft="#3c544e",
    sun_pale="#fff4c9", coral_pale="#ffe9e4", sky_pale="#e3f4fa", green_pale="#e0f2d6",
)  # fmt: skip
DARK = replace(
    LIGHT,
    deep="#7fd8c2", on_deep="#0c1e1a", closing="#0b4a3d",
    paper="#0f1a18", mist="#162522", line="#2b403b", ink="#e8f0ed", ink_soft="#a9beb8",
    sun_pale="#312b12", coral_pale="#39201b", sky_pale="#12323d", green_pale="#1f4029",
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
        return _light(self)

    @property
    def dark(self) -> Palette:
        """What follows from it for whoever reads light on dark."""
        return _dark(self)


@lru_cache(maxsize=32)
def _light(choice: Choice) -> Palette:
    if not choice:
        return LIGHT
    palette = _with_circles(choice, LIGHT, WHITE)
    deep = readable(choice.deep or LIGHT.deep, (*palette.grounds, palette.on_deep), BLACK)
    return _with_call(replace(palette, deep=deep, closing=deep, closing_deep=deep))


@lru_cache(maxsize=32)
def _dark(choice: Choice) -> Palette:
    if not choice:
        return DARK
    palette = _with_circles(choice, DARK, BLACK)
    deep = readable(choice.deep or DARK.deep, (*palette.grounds, palette.on_deep), WHITE)
    closing = _within(choice.deep, 0.3, 0.37) if choice.deep else DARK.closing
    return _with_call(replace(palette, deep=deep, closing=closing, closing_deep=choice.light.deep))


def _with_circles(choice, house, paper):
    """The circles, their overlaps and the pale grounds; what follows from the house's own alone stays as it is."""
    sun, coral, sky = choice.sun or house.sun, choice.coral or house.coral, choice.sky or house.sky
    orange = overlap(sun, coral) if choice.sun or choice.coral else house.orange
    green = overlap(sun, sky) if choice.sun or choice.sky else house.green
    violet = overlap(coral, sky) if choice.coral or choice.sky else house.violet
    bright, on_bright = _ground_for_text(choice.sun) if choice.sun else (house.bright, house.on_bright)
    circles = replace(
        house, sun=sun, coral=coral, sky=sky, orange=orange, green=green, violet=violet,
        bright=bright, on_bright=on_bright,
    )  # fmt: skip
    return _with_grounds(circles, choice, house, paper)


def _with_grounds(palette, choice, house, paper):
    def tinted(ground, colour, is_chosen):
        """The ground in the hue of a colour, as far towards paper as its texts need."""
        return readable(_tinted(ground, colour), (house.ink, house.ink_soft), paper) if is_chosen else ground

    return replace(
        palette,
        mist=tinted(house.mist, choice.deep, choice.deep),
        line=_tinted(house.line, choice.deep) if choice.deep else house.line,
        sun_pale=tinted(house.sun_pale, palette.sun, choice.sun),
        coral_pale=tinted(house.coral_pale, palette.coral, choice.coral),
        sky_pale=tinted(house.sky_pale, palette.sky, choice.sky),
        green_pale=tinted(house.green_pale, palette.green, choice.sun or choice.sky),
    )


def _with_call(palette):
    """The button on the closing band, which stands out from it: where the bright colour does not, it is white."""
    if contrast(palette.bright, palette.closing) >= AA_PARTS:
        return replace(palette, call=palette.bright, on_call=palette.on_bright)
    return replace(palette, call=palette.on_closing, on_call=palette.closing_deep)


def tokens(palette: Palette) -> dict[str, str]:
    """The custom properties of a palette by their names, without the hyphens before them."""
    return {field.name.replace("_", "-"): getattr(palette, field.name) for field in fields(palette)}


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
