"""Colours kept as they look: every picture in sRGB or in Display P3, whatever it came in."""

import logging
from io import BytesIO
from typing import cast

from PIL import Image, ImageCms

from images.pixels import profiles

STEPS = (0, 51, 102, 153, 204, 255)
INVISIBLE = 1  # steps of 256
DISPLAY_P3 = 12

logger = logging.getLogger(__name__)


def kept(image: Image.Image) -> Image.Image:
    """In RGB, RGBA or L, in the colour space it is kept in, with only that space's profile in `info`."""
    profile = image.info.get("icc_profile") or _named_profile(image.info.get("nclx_profile"))
    image.info = {}  # Pillow would write comments and profiles found there
    converted = _by_profile(image, profile) if profile else None
    if converted is None:
        converted = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGB")
    return converted


def average(image: Image.Image) -> str:
    """One colour for all of a picture, as `#rrggbb`; "" for one that lets through what is behind it."""
    if image.mode == "RGBA":
        return ""
    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX)
    if profile := image.info.get("icc_profile"):
        pixel = _converted(pixel, ImageCms.ImageCmsProfile(BytesIO(profile)), profiles.srgb())
    return f"#{pixel.tobytes().hex()}"


def _named_profile(coding: dict | None) -> bytes | None:
    """For colours that a HEIC names by a number (ITU-T H.273) instead of carrying their profile."""
    return profiles.display_p3() if coding and coding.get("color_primaries") == DISPLAY_P3 else None


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """None where the profile is damaged or belongs to another kind of picture: then colours are taken as they are."""
    try:
        return _in_own_space(image, ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        logger.info("A colour profile could not be used")
        return None


def _in_own_space(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    wide = profiles.is_wide(source)
    target = ImageCms.ImageCmsProfile(BytesIO(profiles.display_p3())) if wide else profiles.srgb()
    if not (image.mode in ("RGB", "RGBA") and _are_the_same(source, target)):
        image = _converted(image, source, target)
    if wide:
        image.info["icc_profile"] = profiles.display_p3()
    return image


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile) -> Image.Image:
    if image.mode == "L":
        return _converted_as(image, source, target, "RGB").convert("L")
    return _converted_as(image, source, target, "RGBA" if image.mode == "RGBA" else "RGB")


def _converted_as(
    image: Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str
) -> Image.Image:
    converted = cast(Image.Image, ImageCms.profileToProfile(image, source, target, outputMode=mode))
    converted.info = {}  # the profile that it would carry says more than its colours
    return converted


def _are_the_same(source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile) -> bool:
    """Whether no colour of a coarse cube is moved visibly: most profiles are those very spaces by another maker."""
    cube = Image.new("RGB", (len(STEPS) ** 2, len(STEPS)))
    cube.putdata([(red, green, blue) for red in STEPS for green in STEPS for blue in STEPS])
    moved = _converted_as(cube, source, target, "RGB")
    return all(abs(before - after) <= INVISIBLE for before, after in zip(cube.tobytes(), moved.tobytes(), strict=True))
