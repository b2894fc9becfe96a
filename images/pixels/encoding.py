"""How pixels are written. Whoever changes a setting raises `images.pixels.VERSION`."""

from pathlib import Path

from PIL import Image

KEPT_JPEG = {"quality": 90, "progressive": False}
JPEG = {"quality": 80, "progressive": True, "optimize": True}
WEBP = {"quality": 78, "method": 5}
AVIF = {"quality": 68, "speed": 6, "max_threads": 1}
LOSSLESS_WEBP = {"lossless": True, "method": 3, "quality": 60}
MOVING_WEBP = {"quality": 70, "method": 0}
PILLOW_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}


def write(image: Image.Image, path: Path, format: str, options: dict) -> None:
    """`format` is an extension of PILLOW_FORMATS. Nothing but pixels and the profile of a wide gamut is written."""
    profile = image.info.get("icc_profile")
    image.save(path, PILLOW_FORMATS[format], icc_profile=profile, exif=b"", **options)


def write_rendition(image: Image.Image, path: Path, format: str, drawn: bool) -> None:
    """`drawn` says that the picture holds few colours or lets something through: such are written sharper."""
    if format == "jpg":
        write(flattened(image), path, "jpg", JPEG)
    elif format == "png":
        write(image, path, "png", {"optimize": True})
    elif format == "avif":
        write(image, path, "avif", AVIF)
    elif drawn:
        _write_smaller_webp(image, path)
    else:
        write(image, path, "webp", WEBP)


def flattened(image: Image.Image) -> Image.Image:
    """On white, for a format that knows no transparency."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    ground.info = dict(image.info)
    return ground


def _write_smaller_webp(image: Image.Image, path: Path) -> None:
    """Without loss where that is not larger: lines and lettering often are smaller so."""
    other = path.with_suffix(".lossless")
    write(image, path, "webp", WEBP)
    write(image, other, "webp", LOSSLESS_WEBP)
    if other.stat().st_size <= path.stat().st_size:
        other.replace(path)
    else:
        other.unlink()


def fallback(extension: str) -> str:
    """The format for browsers that know no newer one, by the extension of the kept picture."""
    return "png" if extension == "png" else "jpg"
