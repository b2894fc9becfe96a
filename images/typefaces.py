"""The typefaces of the site for what is drawn: their measures, what they can show, and lines of them as pixels."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

DISPLAY, TEXT = "fonts/bricolage-grotesque.woff2", "fonts/reading.woff2"
FINER = 4  # times as many pixels each way while drawing
BASE = 1.25  # in ems: where the base line stands in a line that is drawn
NO_CHARACTER = "\U0010ffff"  # no font has it


@dataclass(frozen=True)
class Face:
    """A variable font of the site at a weight; `tracking` is what stands between letters, in ems."""

    file: str
    weight: int
    tracking: float = 0.0

    def width(self, text: str, size: int) -> float:
        """How wide a text is at a size, both in pixels."""
        return self.fine(size).getlength(text) / FINER + self.tracking * size * max(0, len(text) - 1)

    def fine(self, size: int) -> ImageFont.FreeTypeFont:
        """The font as it is measured and drawn, so that hinting and whole pixels don't move its letters."""
        return _font(self.file, self.weight, size * FINER)

    def has(self, character: str) -> bool:
        """Whether the font can show it; otherwise it would be a box."""
        return _has(self.file, character)


def readable(text: str, face: Face) -> str:
    """What of a text the font can show, on one line: no controls or marks of direction, no boxes for what it lacks.

    Of a letter with an accent that the font lacks the letter is kept (Unicode's compatibility decomposition).
    """
    shown = "".join(_shown(character, face) for character in unicodedata.normalize("NFC", text))
    return re.sub(" +", " ", shown).strip(" ")


def drawn(text: str, face: Face, size: int) -> Image.Image:
    """A line as a mask, from the left edge on; its base line is at one and a quarter of the size.

    Letter by letter, with the font's kerning and the face's tracking.
    """
    font, tracking = face.fine(size), face.tracking * size * FINER
    mask = Image.new("L", (FINER * (int(face.width(text, size)) + size), FINER * 2 * size))
    draw = ImageDraw.Draw(mask)
    for end, letter in enumerate(text, 1):
        before = font.getlength(text[:end]) - font.getlength(letter) + tracking * (end - 1)
        draw.text((before, FINER * size * BASE), letter, 255, font, anchor="ls")
    return mask.reduce(FINER)


def _shown(character: str, face: Face) -> str:
    if character.isspace():
        return character if character in "\u00a0\u202f" and face.has(character) else " "
    if unicodedata.category(character)[0] == "C":  # controls, marks of direction, what is not assigned
        return ""
    if face.has(character):
        return character
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if part != character and part.isprintable() and face.has(part))


@lru_cache(maxsize=256)
def _font(file: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(finders.find(file)), size)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def _has(file: str, character: str) -> bool:
    font = _font(file, 500, 40)
    return _ink(font, character) != _ink(font, NO_CHARACTER)


def _ink(font: ImageFont.FreeTypeFont, character: str) -> tuple:
    mask = font.getmask(character)
    return mask.size, bytes(mask), font.getlength(character)
