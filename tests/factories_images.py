"""Pictures and documents for tests: their bytes, and rows that need no file on disk."""

import zipfile
from io import BytesIO
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as PillowImage

from images.models import Document, Image

_numbers = count(1)


def create_image(**fields) -> Image:
    return Image.objects.create(**_numbered(fields, "jpg", width=1200, height=800, alternative_text="A bridge"))


def create_document(**fields) -> Document:
    return Document.objects.create(**_numbered(fields, "pdf", content_type="application/pdf"))


def unsaved_image(**fields) -> Image:
    """For `bulk_create`; such a row needs its own slug."""
    number = next(_numbers)
    return Image(**_numbered({"slug": f"bulk-{number}", **fields}, "jpg", width=1200, height=800))


def _numbered(fields, extension, **defaults):
    number = next(_numbers)
    name = f"images/00/{number:032x}.jpg" if extension == "jpg" else f"documents/{number:032x}/plan.{extension}"
    return {"title": f"File {number}", "file": name, "digest": f"{number:064x}", "size": 1000, **defaults, **fields}


def upload(content: bytes, name: str = "picture.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture_bytes(width=40, height=30, *, format="PNG", mode="RGB", colour=None, **options) -> bytes:
    stream = BytesIO()
    PillowImage.new(mode, (width, height), colour or 0).save(stream, format, **options)
    return stream.getvalue()


def png_bytes(width=40, height=30, **options) -> bytes:
    return picture_bytes(width, height, **options)


def jpeg_bytes(width=40, height=30, **options) -> bytes:
    return picture_bytes(width, height, format="JPEG", **options)


def photo_bytes(width=400, height=300, *, format="JPEG", **options) -> bytes:
    """Noise: what no format can make small, as in a photograph."""
    stream = BytesIO()
    PillowImage.effect_noise((width, height), 80).convert("RGB").save(stream, format, **options)
    return stream.getvalue()


def pdf_bytes(text: str = "A plan") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Title (" + text.encode("latin-1") + b") >>\nendobj\n%%EOF\n"


def zip_bytes(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    return stream.getvalue()


def office_bytes(folder: str = "word") -> bytes:
    return zip_bytes(**{"[Content_Types].xml": b"<Types/>", f"{folder}/document.xml": b"<document/>"})
