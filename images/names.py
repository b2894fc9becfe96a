"""Names of files on disk and in addresses: made from the content, so they never change and can't be guessed."""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from django.core.files import File
from django.utils.text import slugify

CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "zip": "application/zip",
}
IMAGE_NAME = re.compile(
    r"images/(?P<folder>[0-9a-f]{2})/(?P<digest>(?P=folder)[0-9a-f]{30})\.(?P<extension>jpg|png|webp)"
)
RENDITION_NAME = re.compile(
    r"renditions/(?P<folder>[0-9a-f]{2})/"
    r"(?P<digest>(?P=folder)[0-9a-f]{30}/[a-z]{1,20}-[1-9][0-9]{0,4}-[0-9a-f]{8})\.(?P<extension>avif|webp|jpg|png)"
)
DOCUMENT_NAME = re.compile(
    r"documents/(?P<digest>[0-9a-f]{32})/[a-z0-9_-]{1,80}\.(?P<extension>pdf|docx|xlsx|pptx|odt|ods|odp|zip)"
)

COVER_NAME = re.compile(r"covers/(?P<folder>[0-9a-f]{2})/(?P<digest>(?P=folder)[0-9a-f]{30})\.(?P<extension>jpg)")
NAMES = (IMAGE_NAME, RENDITION_NAME, DOCUMENT_NAME, COVER_NAME)


@dataclass(frozen=True)
class Name:
    """What a name of ours tells about its file."""

    digest: str  # of the content, or what moves with it
    content_type: str
    is_document: bool
    is_rendition: bool = False


def recognise(name: str) -> Name | None:
    """What a name tells, or None for any name that the functions below can't have made."""
    match = next((match for known in NAMES if (match := known.fullmatch(name))), None)
    if match is None:
        return None
    return Name(
        match["digest"], CONTENT_TYPES[match["extension"]], match.re is DOCUMENT_NAME, match.re is RENDITION_NAME
    )


def digest_of(upload: File) -> str:
    """The SHA-256 of an upload in hexadecimal; read in parts, so a large one never stands in memory whole."""
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def image_name(content: bytes, extension: str) -> str:
    """`images/<2 hex>/<32 hex>.jpg` for the encoded bytes of an image."""
    digest = sha256(content).hexdigest()[:32]
    return f"images/{digest[:2]}/{digest}.{extension}"


def cover_name(content: bytes) -> str:
    """`covers/<2 hex>/<32 hex>.jpg` for the picture of a document's first page."""
    return image_name(content, "jpg").replace("images/", "covers/", 1)


def document_name(digest: str, filename: str, extension: str) -> str:
    """`documents/<32 hex>/<readable name>.pdf`; only the readable part is what a visitor's download is called."""
    stem = slugify(title_from(filename))[:80].strip("-_")
    return f"documents/{digest[:32]}/{stem or 'document'}.{extension}"


def title_from(filename: str) -> str:
    """A title made from a file name: no folder, no extension, no signs that can't be seen; may be empty."""
    stem = PurePath(filename.replace("\\", "/")).stem
    words = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", stem))
    return " ".join(words.replace("_", " ").split())[:200].strip()
