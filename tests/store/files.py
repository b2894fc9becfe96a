"""Items of the library with their files in the storage, without the pains of an upload."""

from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from images.models import Document, Image
from images.names import document_name, image_name
from tests.factories_images import create_document, create_image, pdf_bytes


def stored_image(content: bytes = b"a picture", **fields) -> Image:
    name = default_storage.save(image_name(content, "png"), ContentFile(content))
    return create_image(file=name, size=len(content), **fields)


def stored_document(content: bytes = pdf_bytes(), **fields) -> Document:
    digest = sha256(content).hexdigest()
    name = default_storage.save(document_name(digest, "plan.pdf", "pdf"), ContentFile(content))
    return create_document(file=name, size=len(content), digest=digest, **fields)


def stored_rendition(image: Image, place: str = "card", width: int = 176) -> str:
    kept = image.file.name.removeprefix("images/").rpartition(".")[0]
    return default_storage.save(f"renditions/{kept}/{place}-{width}-01234567.webp", ContentFile(b"a rendition"))
