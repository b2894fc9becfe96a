"""The circles of the house in pixels, with smooth edges. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from PIL import Image, ImageChops, ImageDraw

from images.art import Circle
from images.art.rules import overlaps
from images.art.svg import colour_of

FINER = 4  # times as many pixels each way: Pillow's own have no smooth edge


@dataclass(frozen=True)
class Palette:
    """The colours of circles and of what stands beside them, each as `#rrggbb`; those of the house unless told."""

    sun: str = "#ffd84d"
    coral: str = "#ff8a75"
    sky: str = "#9fdcf0"
    orange: str = "#ff9f3f"
    green: str = "#8ed28b"
    violet: str = "#b99bf0"
    deep: str = "#0a5a4a"
    sun_pale: str = "#fff4c9"
    sky_pale: str = "#e3f4fa"
    green_pale: str = "#e0f2d6"
    ink: str = "#14211f"
    ink_soft: str = "#3c544e"

    def of(self, colour: str) -> str:
        """The colour of a part of a drawing; where all three meet stands that of action."""
        return self.deep if colour == "meet" else getattr(self, colour.replace("-", "_"))


def painted(circles: Sequence[Circle], size: tuple[int, int], palette: Palette, ground: str = "") -> Image.Image:
    """The circles and where they meet, in units of pixels; where there is no ground it is transparent."""
    finer = size[0] * FINER, size[1] * FINER
    art = Image.new("RGB", finer, ground) if ground else Image.new("RGBA", finer)
    masks = {circle: _mask(circle, finer) for circle in circles}
    for circle, mask in masks.items():
        art.paste(palette.of(circle.colour), mask=mask)
    for met in overlaps(circles):
        art.paste(palette.of(colour_of(met)), mask=reduce(ImageChops.darker, (masks[circle] for circle in met.circles)))
    return art.reduce(FINER)


def _mask(circle: Circle, size: tuple[int, int]) -> Image.Image:
    mask = Image.new("1", size)
    x, y, r = circle.x * FINER, circle.y * FINER, circle.r * FINER
    ImageDraw.Draw(mask).ellipse((x - r, y - r, x + r, y + r), fill=1)
    return mask.convert("L")
