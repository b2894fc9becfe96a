"""From the bytes of an upload to the bytes that are kept, with every refusal told in words. No disk, no database.

What is done to the pixels, and within which limits, is said in `images.pixels`; it is done in a process of its own.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from images import sandbox

MAX_BYTES = 25 * 1024 * 1024
REFUSALS = {
    "svg": _("SVG pictures can hold scripts and are not taken. Save the picture as PNG and upload that."),
    "film": _("This is a film, or a picture of a kind that is not known. Upload a picture, as JPEG."),
    "old_format": _("TIFF and BMP pictures are not taken. Save the picture as JPEG or PNG and upload that."),
    "document": _("This is a document, not a picture. Add it under Files."),
    "too_many_pixels": _("The picture has more than %(limit)s million pixels. Save it smaller and upload that."),
    "unreadable": _(
        "The file can't be read as a picture: it is damaged, incomplete or of another kind. Upload a JPEG."
    ),
}
FAILURES = {
    "memory": _("The picture takes more memory than there is for it. Save it smaller, as JPEG, and upload that."),
    "time": _("The picture takes too long to read. Save it smaller, as JPEG, and upload that."),
    "crash": _("The picture can't be read: something in it stops the program. Save it anew, as JPEG, and upload that."),
    "disk": _("The file can't be kept: the disk of the site is full or closed for writing. Ask the operator."),
}


@dataclass(frozen=True)
class First:
    """One of the renditions that are there from the first moment on."""

    content: bytes
    extension: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """What is kept of an upload; `colour` is "" where something shines through, `frames` those of the upload."""

    content: bytes
    extension: str
    width: int
    height: int
    colour: str
    animated: bool
    frames: int
    first: tuple[First, ...]

    @property
    def was_stilled(self) -> bool:
        """Whether it was an animation beyond the limits, of which the first image is kept."""
        return self.frames > 1 and not self.animated


def check_bytes(size: int) -> None:
    """Raises ValidationError for a file that is empty or larger than MAX_BYTES."""
    if not size:
        raise ValidationError(_("The file is empty. Choose the picture again."), code="empty")
    if size > MAX_BYTES:
        message = _("The picture is %(size)s; at most %(limit)s is possible. Save it smaller and upload that.")
        params = {"size": filesizeformat(size), "limit": filesizeformat(MAX_BYTES)}
        raise ValidationError(message, code="too_many_bytes", params=params)


def prepare(original: bytes | Path) -> Picture:
    """The picture as it is kept: upright, at most 2560 pixels on its longest side, JPEG, PNG or animated WebP.

    `original` is what was uploaded, or where it lies; a file is never read into the memory of this process.

    Raises ValidationError, saying what is wrong and what to do.
    """
    check_bytes(len(original) if isinstance(original, bytes) else original.stat().st_size)
    try:
        with tempfile.TemporaryDirectory(prefix="picture-", ignore_cleanup_errors=True) as folder:
            answer = sandbox.run("prepare", original, {}, Path(folder))
            return _picture(answer, Path(folder))
    except sandbox.Refused as refusal:
        raise ValidationError(REFUSALS[refusal.code], code=refusal.code, params=refusal.params) from refusal
    except sandbox.Failed as failure:
        raise ValidationError(FAILURES[failure.reason], code=failure.reason) from failure
    except OSError as error:
        raise ValidationError(FAILURES["disk"], code="disk") from error


def _picture(answer: dict, folder: Path) -> Picture:
    facts = {name: answer[name] for name in ("extension", "width", "height", "colour", "animated", "frames")}
    first = tuple(_first(rendition, folder) for rendition in answer["first"])
    return Picture(content=(folder / answer["file"]).read_bytes(), first=first, **facts)


def _first(rendition: dict, folder: Path) -> First:
    content = (folder / rendition["file"]).read_bytes()
    return First(content, rendition["extension"], rendition["width"], rendition["height"])
