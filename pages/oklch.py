"""Colours as eyes see them: sRGB to OKLCH and back, contrast, and the nearest colour that can be read. Pure functions.

OKLab is Björn Ottosson's (2020; CSS Color 4, 9.2), its polar form OKLCH; contrast is that of WCAG 2.2.
A colour is a string such as `#0a5a4a`, in small letters; nothing else is ever given.
"""

import math
import re
from typing import NamedTuple

BLACK, WHITE = "#000000", "#ffffff"
AAA = 7.0  # WCAG 2.2, 1.4.6: contrast of text
AA_PARTS = 3.0  # WCAG 2.2, 1.4.11: contrast of parts of the interface

_HEX = re.compile(r"#[0-9a-f]{6}")
_TO_CONE = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONE = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


class Oklch(NamedTuple):
    """Lightness from 0 to 1, chroma from 0 to about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def colour(text: str) -> str:
    """The colour that a text names, in small letters. Raises ValueError for all but `#` with six hexadecimal digits."""
    text = text.strip().lower()
    if not _HEX.fullmatch(text):
        raise ValueError(f"no colour: {text[:20]!r}")
    return text


def oklch(colour: str) -> Oklch:
    """Where a colour stands in OKLCH."""
    _, a, b = lab = _lab(colour)
    return Oklch(lab[0], math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of this lightness and hue, as vivid as wished or as screens can show."""
    low, high = 0.0, chroma
    if _fits(linear := _linear(lightness, chroma, hue)):
        return _hex(linear)
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(_linear(lightness, middle, hue)) else (low, middle)
    return _hex(_linear(lightness, low, hue))


def difference(one: str, other: str) -> float:
    """How far two colours are apart in OKLab: 0.02 is just seen, black and white are 1 apart."""
    return math.dist(_lab(one), _lab(other))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), _decoded(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def reads_on(colour: str, others: tuple[str, ...]) -> bool:
    """Whether a colour reaches 7:1 with each of the others."""
    return all(contrast(colour, other) >= AAA for other in others)


def readable(colour: str, others: tuple[str, ...], towards: str) -> str:
    """The colour itself where it reaches 7:1 with each of the others, else the first that does on its way to `towards`.

    `towards` is BLACK or WHITE, and must itself reach 7:1 with each of them.
    """
    if reads_on(colour, others):
        return colour
    lightness, chroma, hue = oklch(colour)
    near, far, found = lightness, oklch(towards).lightness, towards
    for _ in range(12):
        middle = (near + far) / 2
        candidate = from_oklch(middle, chroma, hue)
        if reads_on(candidate, others):
            far, found = middle, candidate
        else:
            near = middle
    return found


def _lab(colour):
    cones = (math.cbrt(part) for part in _times(_TO_CONE, _decoded(colour)))
    return _times(_TO_LAB, tuple(cones))


def _linear(lightness, chroma, hue):
    angle = math.radians(hue)
    cones = _times(_FROM_LAB, (lightness, chroma * math.cos(angle), chroma * math.sin(angle)))
    return _times(_FROM_CONE, tuple(part**3 for part in cones))


def _times(matrix, vector):
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _fits(linear):
    return all(-0.0005 <= part <= 1.0005 for part in linear)


def _decoded(colour):
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _hex(linear):
    parts = (min(max(part, 0.0), 1.0) for part in linear)
    encoded = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return "#" + "".join(f"{round(part * 255):02x}" for part in encoded)
