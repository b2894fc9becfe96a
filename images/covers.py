"""What is found out of a document after it was stored: how many pages it has, and a picture of its first one.

A PDF is opened in a process of its own, as a picture is, and after the answer to whoever uploaded it.
"""

import logging
import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save
from django_tasks import task

from images import names, sandbox
from images.discarding import discard
from images.models import Document
from trash.signals import restoring

# Pages of a PDF that can't be looked into: it is damaged, or asks for a password.
UNKNOWN = 0

logger = logging.getLogger(__name__)


def follow() -> None:
    """From now on look into each PDF that is new, was replaced, or is back from the bin."""
    post_save.connect(_look_into_what_is_new, sender=Document)
    restoring.connect(_forget_cover, sender=Document)


@task()
def look_into_documents() -> int:
    """Look into every PDF that was not looked into so far; gives how many those were."""
    documents = list(to_look_into())
    for document in documents:
        look_into(document)
    return len(documents)


def to_look_into() -> QuerySet[Document]:
    """The PDF files that were not looked into so far."""
    return Document.objects.filter(content_type=names.CONTENT_TYPES["pdf"], pages=None)


def look_into(document: Document) -> None:
    """Store the number of pages and the cover; what there was no room or time for is left for another night."""
    try:
        _store(document, *_pages_and_cover(document))
    except OSError as error:
        logger.warning("What document %s holds could not be looked into: %s", document.pk, error)


def _pages_and_cover(document: Document) -> tuple[int, bytes | None]:
    with tempfile.TemporaryDirectory(prefix="document-") as folder, document.file.open() as file:
        try:
            answer = sandbox.run("pdf", file.read(), {}, Path(folder))
        except sandbox.Refused:
            return UNKNOWN, None
        except sandbox.Failed as failure:
            # What stops its program is the file's own doing; the rest may be that of a machine at work or full.
            if failure.reason != "crash":
                raise OSError(failure.reason) from failure
            return UNKNOWN, None
        return answer["pages"], (Path(folder) / "cover.jpg").read_bytes()


def _store(document: Document, pages: int, cover: bytes | None) -> None:
    name = names.cover_name(cover) if cover else ""
    if cover:
        default_storage.save(name, ContentFile(cover))
    with transaction.atomic():
        # It may have been deleted while it was looked into.
        if present := Document.objects.filter(pk=document.pk, file=document.file.name).first():
            present.pages, present.cover = pages, name
            present.save(update_fields=["pages", "cover"])
    discard([name])


def _look_into_what_is_new(instance, created, using, update_fields, **_signal):
    is_new = created or "file" in (update_fields or ())
    if is_new and instance.content_type == names.CONTENT_TYPES["pdf"]:
        transaction.on_commit(look_into_documents.enqueue, using=using, robust=True)


def _forget_cover(instance, **_signal):
    """The bin keeps none: it can be made again."""
    instance.pages, instance.cover = None, ""
