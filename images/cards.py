"""The picture that other sites show with a link: a title, whose site it is, and the circles of the item. Pure."""

from functools import lru_cache
from io import BytesIO

from PIL import Image

from images.art import ground_of, in_place
from images.art.framing import Place
from images.lettering import Frame, fitted
from images.painting import Palette, painted
from images.typefaces import BASE, DISPLAY, TEXT, Face, drawn, readable

VERSION = 1  # to be raised with each change of what is drawn: it is part of the address of a card
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, COLUMN = 76, 640
COLOURS = 256

TITLE = Face(DISPLAY, 680, -0.022)
NAME = Face(DISPLAY, 650, -0.01)
TAGLINE = Face(TEXT, 400)
TITLE_FRAME = Frame(COLUMN, 380, range(132, 31, -4), hyphens=60, unbroken=42, leading=1.1)
NAME_FRAME = Frame(COLUMN, 44, range(36, 21, -2), hyphens=28, unbroken=22, leading=1.2)
TAGLINE_FRAME = Frame(COLUMN, 36, range(28, 19, -2), hyphens=24, unbroken=20, leading=1.2)
ART = Place(
    480, HEIGHT, cut=frozenset({"top", "right", "bottom"}), sizes=(1.1, 2.0), filled=0.6, middle=(0.6, 0.45), margin=24
)


@lru_cache(maxsize=16)
def social_card(title: str, *, name: str, tagline: str, slug: str, palette: Palette) -> bytes:
    """A PNG of 1200 × 630 pixels.

    Any title fits; of what the typeface can't show nothing is drawn. Without a title the name stands in its place.
    """
    ground = palette.of(ground_of(slug))
    card = Image.new("RGB", SIZE, ground)
    art = painted(in_place(slug, ART), (round(ART.width), HEIGHT), palette, ground)
    card.paste(art, (WIDTH - art.width, 0))
    title, name = readable(title, TITLE), readable(name, NAME)
    _write_title(card, title or name, palette)
    _write_below(card, name if title else "", readable(tagline, TAGLINE), palette)
    return _png(card)


def _write_title(card: Image.Image, title: str, palette: Palette) -> None:
    block = fitted(title, TITLE, TITLE_FRAME)
    base = MARGIN + 0.76 * block.size
    for number, line in enumerate(block.lines):
        _write(card, base + number * block.size * TITLE_FRAME.leading, line, TITLE, block.size, palette.ink)


def _write_below(card: Image.Image, name: str, tagline: str, palette: Palette) -> None:
    """The name, and what she does below it; the last line stands at the lower margin."""
    base = HEIGHT - MARGIN
    lines = ((tagline, TAGLINE, TAGLINE_FRAME, palette.ink_soft), (name, NAME, NAME_FRAME, palette.deep))
    for text, face, frame, colour in lines:
        if text:
            block = fitted(text, face, frame)
            _write(card, base, block.lines[0], face, block.size, colour)
            base -= frame.height


def _write(card: Image.Image, base: float, line: str, face: Face, size: int, colour: str) -> None:
    """A line at the left margin, on a base line."""
    if line:
        card.paste(colour, (MARGIN, round(base - BASE * size)), drawn(line, face, size))


def _png(card: Image.Image) -> bytes:
    stream = BytesIO()
    few = card.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(stream, "PNG", optimize=True)
    return stream.getvalue()
