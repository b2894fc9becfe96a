"""How pixels are written. Whoever changes a setting raises `images.pixels.VERSION`."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from images.pixels.refusals import Failed

# Measured on photographs of 480 and 1024 pixels in width, as structural similarity (SSIM) of the brightness to the
# scaled original. All three are set to about 0.98, so that a browser shows the same whichever it knows:
#   AVIF   tuning for SSIM instead of libavif's own ("iq") takes 10 % fewer bytes and 25 % less time at equal SSIM.
#          Speed 5 takes another 8 % off, in five times the time: all places would take longer than they may.
#          Wide ones are mostly shown on the dense screens of telephones, where less can be seen of what is lost.
#   WebP   methods 5 and 6 gain nothing at equal SSIM and take up to twice the time.
#   JPEG   a table made for SSIM (below) takes 12 % fewer bytes at equal SSIM, with coarser colours 15 %.
SCALE = 0.6
AVIF = {"quality": 60, "speed": 6, "max_threads": 1, "advanced": {"tune": "ssim", "enable-chroma-deltaq": "1"}}
AVIF_WIDE = {**AVIF, "quality": 53}
WIDE = 600  # pixels
WEBP = {"quality": 80, "method": 4}
FEW_COLOURS = 16_384
LOSSLESS_WEBP = {"lossless": True, "method": 3, "quality": 60}
MOVING_WEBP = {"quality": 70, "method": 0}
KEPT_JPEG = {"quality": 90}
PNG = {"compress_level": 4}  # level 6 takes three times the time for 2 % of the bytes
PILLOW_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}

# How coarsely a JPEG rounds each of the 64 frequencies of a block: brightness as tuned for multi-scale SSIM, which
# spares the high ones far more than the tables of ITU-T T.81, Annex K; colours as in Annex K, at eight fifths.
BRIGHTNESS = (
    (16, 16, 16, 16, 17, 18, 21, 24),
    (16, 16, 16, 16, 17, 19, 22, 25),
    (16, 16, 17, 18, 20, 22, 25, 29),
    (16, 16, 18, 21, 24, 27, 31, 36),
    (17, 17, 20, 24, 30, 35, 41, 47),
    (18, 19, 22, 27, 35, 44, 54, 65),
    (21, 22, 25, 31, 41, 54, 70, 88),
    (24, 25, 29, 36, 47, 65, 88, 115),
)
COLOURS = (
    (27, 29, 38, 75, 158, 158, 158, 158),
    (29, 34, 42, 106, 158, 158, 158, 158),
    (38, 42, 90, 158, 158, 158, 158, 158),
    (75, 106, 158, 158, 158, 158, 158, 158),
    *[(158,) * 8] * 4,
)


def _table(rows: tuple[tuple[int, ...], ...]) -> list[int]:
    return [max(1, round(SCALE * value)) for row in rows for value in row]


JPEG = {"qtables": [_table(BRIGHTNESS), _table(COLOURS)], "subsampling": "4:2:0", "progressive": True, "optimize": True}


def encoded(image: Image.Image, format: str, options: dict) -> bytes:
    """Nothing but pixels, and the profile of a wide gamut. `format` is an extension of PILLOW_FORMATS."""
    content = BytesIO()
    image.save(content, PILLOW_FORMATS[format], icc_profile=image.info.get("icc_profile"), exif=b"", **options)
    return content.getvalue()


def put(content: bytes, path: Path) -> None:
    """Raises Failed where the disk takes no more."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Failed("disk") from error


def rendition(image: Image.Image, format: str, drawn: bool) -> bytes:
    """`drawn` says that the picture may be of lines and lettering, or lets something through."""
    if format == "jpg":
        return encoded(flattened(image), "jpg", JPEG)
    if format == "png":
        return encoded(image, "png", PNG)
    if format == "avif":
        return encoded(image, "avif", AVIF_WIDE if image.width >= WIDE else AVIF)
    lossy = encoded(image, "webp", WEBP)
    if drawn and image.getcolors(FEW_COLOURS):
        # Lines and lettering often are smaller without loss.
        return min(encoded(image, "webp", LOSSLESS_WEBP), lossy, key=len)
    return lossy


def flattened(image: Image.Image) -> Image.Image:
    """On white, for a format that knows no transparency."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    ground.info = dict(image.info)
    return ground


def fallback(extension: str) -> str:
    """The format for browsers that know no newer one, by the extension of the kept picture."""
    return "png" if extension == "png" else "jpg"
