"""Drawings as pixels, made from the circles alone: another way than the one that is tested."""

from PIL import Image, ImageDraw, ImageFilter

COLOURS = ("sun", "coral", "sky")
WIDTH = 120
FACE, SEEN = 254, 255


def raster(circles, place, width=WIDTH):
    """Each pixel tells which colours cover it, as a number of bits; 0 where none does."""
    scale = width / place.width
    size = (width, round(place.height * scale))
    image = Image.new("L", size, 0)
    for circle in circles:
        disc = Image.new("L", size, 0)
        x, y, r = circle.x * scale, circle.y * scale, circle.r * scale
        ImageDraw.Draw(disc).ellipse((x - r, y - r, x + r, y + r), fill=1 << COLOURS.index(circle.colour))
        image = Image.frombytes("L", size, bytes(a | b for a, b in zip(image.tobytes(), disc.tobytes(), strict=True)))
    return image


def thin_faces(image, shave):
    """How many connected regions of one value vanish when `shave` pixels are taken off all around.

    Of a few pixels are the corners that a coarse raster cuts off: they are no regions.
    """
    thin, rest = 0, image.copy()
    while (start := _first_not_seen(rest)) is not None:
        ImageDraw.floodfill(rest, start, FACE)
        mask = rest.point(lambda value: 255 if value == FACE else 0)
        rest.paste(SEEN, mask=mask)
        thin += mask.histogram()[255] > 5 and mask.filter(ImageFilter.MinFilter(2 * shave + 1)).getbbox() is None
    return thin


def _first_not_seen(image):
    place = next((number for number, value in enumerate(image.tobytes()) if value != SEEN), None)
    return None if place is None else (place % image.width, place // image.width)
