"""The small picture of the site, for the tab of a browser and for the screen of a phone. Pure."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from images.art import Circle
from images.painting import Palette, painted

VERSION = 1  # to be raised with each change of what is drawn: it is part of the address of an icon
TAB, TOUCH = 96, 180  # pixels; search engines want a multiple of 48, phones 180
PAPER = "#ffffff"  # phones show black where an icon is transparent
ROOM = 0.12  # of the edge, around what stands on paper: phones round the corners off
# As in static/favicon.svg, the frame of which is 550 wide and begins at 17, 10.
FRAME = 550
MARK = (Circle(198, 195, 190, "sun"), Circle(368, 225, 175, "coral"), Circle(273, 375, 170, "sky"))


@lru_cache(maxsize=16)
def mark(palette: Palette, size: int) -> bytes:
    """The three circles as a PNG of TAB or TOUCH pixels."""
    inner = _inner(size)
    scale = inner / FRAME
    circles = [circle.placed(scale, 0, 0) for circle in MARK]
    return _png(painted(circles, (inner, inner), palette), size)


@lru_cache(maxsize=16)
def from_picture(content: bytes, size: int) -> bytes:
    """All of a small picture of ours as a PNG of TAB or TOUCH pixels. Raises OSError for what is no picture."""
    inner = _inner(size)
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        whole = ImageOps.contain(picture.convert("RGBA"), (inner, inner), Image.Resampling.LANCZOS)
    return _png(whole, size)


def _inner(size: int) -> int:
    return size if size == TAB else round(size * (1 - 2 * ROOM))


def _png(picture: Image.Image, size: int) -> bytes:
    icon = Image.new("RGBA", (size, size)) if size == TAB else Image.new("RGBA", (size, size), PAPER)
    icon.alpha_composite(picture, ((size - picture.width) // 2, (size - picture.height) // 2))
    stream = BytesIO()
    (icon if size == TAB else icon.convert("RGB")).save(stream, "PNG", optimize=True)
    return stream.getvalue()
