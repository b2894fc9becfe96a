"""From the bytes of an upload to the bytes that are kept: pixels only, encoded anew. Pure functions, no disk.

Read are JPEG, PNG, GIF, WebP and AVIF, known by their content. TIFF and BMP are refused: no camera or telephone
makes them, and a decoder that is not needed is a risk for nothing.
"""

import logging
import warnings
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from PIL import ImageCms, ImageOps

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 60_000_000
MAX_PIXELS_AT_FULL_SIZE = 30_000_000  # JPEG can be decoded at half its size, other formats take all their memory
LONGEST_EDGE = 2560
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
LOSSLESS = ("PNG", "GIF")
LINE_ART_COLOURS = 256
SRGB = ImageCms.createProfile("sRGB")
REFUSALS = {
    "svg": _("SVG pictures can hold scripts and are not taken. Save the picture as PNG and upload that."),
    "heic": _(
        "HEIC is a format that browsers can't show. On the iPhone choose Settings > Camera > Formats > Most compatible,"
        " or share the picture as JPEG, and upload that."
    ),
    "old_format": _("TIFF and BMP pictures are not taken. Save the picture as JPEG or PNG and upload that."),
    "document": _("This is a document, not a picture. Add it under Files."),
}

logger = logging.getLogger(__name__)

# Between its limit and twice that Pillow only warns. For the whole process: warnings.catch_warnings is not thread-safe.
PillowImage.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", PillowImage.DecompressionBombWarning)


@dataclass(frozen=True)
class Picture:
    content: bytes
    extension: str
    width: int
    height: int
    was_animated: bool


def check_bytes(size: int) -> None:
    """Raises ValidationError for a file that is empty or larger than MAX_BYTES."""
    if not size:
        raise ValidationError(_("The file is empty. Choose the picture again."), code="empty")
    if size > MAX_BYTES:
        message = _("The picture is %(size)s; at most %(limit)s is possible. Save it smaller and upload that.")
        params = {"size": filesizeformat(size), "limit": filesizeformat(MAX_BYTES)}
        raise ValidationError(message, code="too_many_bytes", params=params)


def prepare(original: bytes) -> Picture:
    """The picture as it is kept: upright, in sRGB, at most LONGEST_EDGE on its longest side, JPEG or PNG.

    Of an animation the first frame. Raises ValidationError, before anything is decoded where that can be known.
    """
    check_bytes(len(original))
    check_kind(original)
    try:
        with PillowImage.open(BytesIO(original), formats=FORMATS) as image:
            check_pixels(image)
            return _encode_again(image)
    except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except ValidationError:
        raise
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        logger.info("A picture could not be read: %r", error)
        message = _("The file can't be read as a picture: it is damaged, incomplete or of another kind. Upload a JPEG.")
        raise ValidationError(message, code="unreadable") from error


def check_pixels(image: PillowImage.Image) -> None:
    """Raises ValidationError for more pixels than its format allows; `image` is opened, not decoded."""
    limit = MAX_PIXELS if image.format in ("JPEG", "MPO") else MAX_PIXELS_AT_FULL_SIZE
    if image.width * image.height > limit:
        raise _too_many_pixels(limit)


def check_kind(original: bytes) -> None:
    """Raises ValidationError for the kinds of file for which there is something better to do."""
    kind = _refused_kind(original[:1024])
    if kind:
        raise ValidationError(REFUSALS[kind], code=kind)


def _refused_kind(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return None if b"avif" in head[8:64] or b"avis" in head[8:64] else "heic"
    if head.startswith((b"II*\0", b"MM\0*", b"BM")):
        return "old_format"
    if head.startswith((b"%PDF", b"PK\x03\x04")):
        return "document"
    return "svg" if b"<svg" in head.lower() and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else None


def _too_many_pixels(limit: int = MAX_PIXELS) -> ValidationError:
    message = _("The picture has more than %(limit)s million pixels. Save it smaller and upload that.")
    return ValidationError(message, code="too_many_pixels", params={"limit": limit // 1_000_000})


def _encode_again(image: PillowImage.Image) -> Picture:
    was_animated = getattr(image, "is_animated", False) and image.format != "MPO"
    lossless = image.format in LOSSLESS
    image = _in_whole_colours(image)
    is_line_art = lossless and image.getcolors(LINE_ART_COLOURS) is not None
    _scale(image)
    image = _in_srgb(ImageOps.exif_transpose(image))
    image.info.clear()  # Pillow would write comments and profiles found there
    content, extension = _encode(image, is_line_art)
    return Picture(content, extension, image.width, image.height, was_animated)


def _in_whole_colours(image: PillowImage.Image) -> PillowImage.Image:
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


def _scale(image: PillowImage.Image) -> None:
    """In place; a JPEG that is large enough is decoded at a half, a quarter or an eighth of its size."""
    scale = 1.5 * LONGEST_EDGE / max(image.size)
    if scale < 1:
        image.draft(None, (int(image.width * scale), int(image.height * scale)))
    image.thumbnail((LONGEST_EDGE, LONGEST_EDGE), PillowImage.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(image: PillowImage.Image) -> PillowImage.Image:
    profile = image.info.get("icc_profile")
    if image.mode == "L":
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError):
            logger.info("A colour profile could not be used; the colours are taken as they are")
    return image.convert(mode)


def _encode(image: PillowImage.Image, is_line_art: bool) -> tuple[bytes, str]:
    if image.mode == "RGBA":
        return _saved(image, "PNG"), "png"
    jpeg = _saved(image, "JPEG", quality=85, progressive=True, optimize=True), "jpg"
    png = (_saved(image, "PNG"), "png") if is_line_art else jpeg
    return min(png, jpeg, key=lambda encoded: len(encoded[0]))


def _saved(image: PillowImage.Image, format: str, **options) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()
