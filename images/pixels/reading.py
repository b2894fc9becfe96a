"""From a file to an image, with what can be known before decoding checked before decoding."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import AvifImagePlugin, Image, WebPImagePlugin

from images.pixels import kinds
from images.pixels.refusals import Failed, Refused

# Million pixels that fit into limits.MEMORY, as measured: of a plain picture, and of one that is transparent or has
# sixteen bits. JPEG is decoded at half its size where it is so large.
MAX_MEGAPIXELS = {
    "JPEG": (60, 60),
    "MPO": (60, 60),
    "PNG": (30, 20),
    "GIF": (30, 20),
    "WEBP": (15, 12),
    "AVIF": (24, 14),
    "HEIF": (25, 14),
}
MAX_PROGRESSIVE_SAMPLES = 90_000_000  # a progressive JPEG stands in memory whole, at two bytes for each
PLUGINS = (AvifImagePlugin, WebPImagePlugin)  # not loaded by Pillow itself when formats are named
ONE_PICTURE = ("JPEG", "MPO", "HEIF")  # what else is in the file is no animation: a second eye, a map of depth

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
    if kind == "HEIF":
        _know_heif()
    try:
        with Image.open(source, formats=[kind]) as image:
            check_pixels(image)
            yield image
    except (Refused, Failed, MemoryError):
        raise
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        logger.warning("A picture could not be read: %r", error)
        raise Refused("unreadable") from error


def _know_heif() -> None:
    import pi_heif  # only where it is needed: it takes as long to load as Pillow

    pi_heif.register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)


def check_pixels(image: Image.Image) -> None:
    """Raises Refused for more pixels than its format allows; `image` is opened, not decoded."""
    limit = _limit(image)
    if image.width * image.height > limit:
        raise Refused("too_many_pixels", limit=limit // 1_000_000)


def _limit(image: Image.Image) -> int:
    plain, heavy = MAX_MEGAPIXELS[image.format or ""]
    is_heavy = image.has_transparency_data or image.mode.startswith("I")
    limit = 1_000_000 * (heavy if is_heavy else plain)
    if "progressive" in image.info:
        return min(limit, int(MAX_PROGRESSIVE_SAMPLES / samples_per_pixel(getattr(image, "layer", []))))
    return limit


def samples_per_pixel(layers: list[tuple]) -> float:
    """Of a JPEG: 1.5 where colours are stored at half the width and height. `layers`: (name, across, down, table)."""
    largest = max((across * down for _, across, down, _ in layers), default=1)
    return sum(across * down for _, across, down, _ in layers) / largest or 1.0


def frames_of(image: Image.Image) -> int:
    """1 for a still."""
    return 1 if image.format in ONE_PICTURE else getattr(image, "n_frames", 1)


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
