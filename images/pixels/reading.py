"""From a file to pixels, with what can be known before decoding checked before decoding."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import AvifImagePlugin, Image, WebPImagePlugin

from images.pixels import kinds
from images.pixels.refusals import Refused

# JPEG can be decoded at half its size; a progressive one and every other format need all their memory at once.
MAX_PIXELS = {"JPEG": 60_000_000, "MPO": 60_000_000, "PNG": 30_000_000, "GIF": 30_000_000}
MAX_PIXELS_ELSEWHERE = 20_000_000
PLUGINS = (AvifImagePlugin, WebPImagePlugin)  # not loaded by Pillow itself when formats are named

Image.MAX_IMAGE_PIXELS = None  # checked here, by format
AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each thread has memory of its own

logger = logging.getLogger(__name__)


@contextmanager
def opened(source: BinaryIO) -> Iterator[Image.Image]:
    """An image whose head was read and found to be within the limits; its pixels are decoded when they are asked for.

    Raises Refused, also for whatever a decoder raises within the block.
    """
    kind = kinds.kind_of(source.read(kinds.HEAD))
    source.seek(0)
    try:
        with Image.open(source, formats=[kind]) as image:
            check_pixels(image)
            yield image
    except (Refused, MemoryError):
        raise
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        if getattr(error, "errno", None):
            raise
        logger.warning("A picture could not be read: %r", error)
        raise Refused("unreadable") from error


def check_pixels(image: Image.Image) -> None:
    """Raises Refused for more pixels than its format allows; `image` is opened, not decoded."""
    limit = MAX_PIXELS.get(image.format or "", MAX_PIXELS_ELSEWHERE)
    if image.width * image.height > limit:
        raise Refused("too_many_pixels", limit=limit // 1_000_000)


def in_whole_colours(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled; JPEG's own modes stay as they are, so that they are decoded at a small size."""
    if image.mode in ("RGB", "L", "CMYK") and "transparency" not in image.info:
        return image
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if not image.has_transparency_data:
        return image.convert("L" if image.mode == "1" else "RGB")
    image = image if image.mode == "RGBA" else image.convert("RGBA")
    is_opaque = image.getchannel("A").getextrema() == (255, 255)
    return image.convert("RGB") if is_opaque else image
