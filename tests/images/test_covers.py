"""A PDF shows how many pages it has and how its first one looks; that is found out after the upload."""

from io import BytesIO

import pypdf
import pytest
from django.core.files.storage import default_storage
from PIL import Image as PillowImage

from images import sandbox
from images.covers import look_into, look_into_documents
from images.models import Document
from publishing.models import Status
from tests.factories import create_page
from tests.factories_images import office_bytes, pdf_bytes, upload
from trash.models import Deletion
from trash.putting import put
from trash.restoring import restore

pytestmark = pytest.mark.django_db


def pdf_of(pages=3, width=595, height=842, password=None):
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, height)
    if password:
        writer.encrypt(password)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.fixture
def stored(django_capture_on_commit_callbacks):
    """Stores a document, and gives it as it is once the worker has been at work."""

    def store(content, name="plan.pdf"):
        document = Document.objects.store(upload(content, name))
        look_into_documents.call()
        document.refresh_from_db()
        return document

    return store


def picture_of(document):
    with default_storage.open(document.cover) as file:
        image = PillowImage.open(file)
        image.load()
    return image


def test_the_pages_are_counted_and_the_first_one_is_drawn(stored):
    document = stored(pdf_of(3))
    assert document.pages == 3
    cover = picture_of(document)
    assert (cover.format, cover.size) == ("JPEG", (180, 255))


@pytest.mark.parametrize(
    ("width", "height", "expected"), [(842, 595, (180, 128)), (10, 14_000, (180, 540)), (14_000, 10, (180, 1))]
)
def test_the_cover_has_the_width_that_was_promised_whatever_the_page(stored, width, height, expected):
    assert picture_of(stored(pdf_of(1, width, height))).size == expected


@pytest.mark.parametrize(
    "content",
    [pdf_bytes(), pdf_of(password="geheim"), pdf_of(2)[:300], b"%PDF-1.7\n" + bytes(5000), b"%PDF-1.7\n"],
    ids=["no pages", "locked", "truncated", "zeros", "nothing"],
)
def test_what_cannot_be_looked_into_is_a_download_all_the_same(stored, content):
    document = stored(content)
    assert (document.pages, document.cover) == (0, "")
    assert look_into_documents.call() == 0


def test_only_pdf_is_looked_into(stored):
    assert stored(office_bytes("word"), "brief.docx").pages is None


def test_an_upload_has_its_pdf_looked_into_once_its_row_is_certain(django_capture_on_commit_callbacks, monkeypatch):
    asked = []
    monkeypatch.setattr(type(look_into_documents), "enqueue", lambda task: asked.append(task))
    with django_capture_on_commit_callbacks(execute=True):
        Document.objects.store(upload(office_bytes("word"), "brief.docx"))
        Document.objects.store(upload(pdf_of(), "plan.pdf"))
    assert asked == [look_into_documents]


def test_visitors_see_the_first_page_how_many_there_are_and_how_large_it_is(client, stored):
    document = stored(pdf_of(12))
    create_page(slug="plan", text=f"[[bestand {document.slug}]]", status=Status.PUBLISHED)
    page = client.get("/plan/").content.decode()
    assert f'src="/media/{document.cover}"' in page
    assert "PDF, 12 pagina's, " in page
    answer = client.get(f"/media/{document.cover}")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "public, max-age=31536000, immutable")
    answer.close()


def test_the_cover_goes_with_its_document_and_comes_back_with_it(stored, django_capture_on_commit_callbacks, owner):
    document = stored(pdf_of())
    cover = document.cover
    with django_capture_on_commit_callbacks(execute=True):
        put([document], by=owner)
    assert not default_storage.exists(cover)
    with django_capture_on_commit_callbacks(execute=True):
        restore(Deletion.objects.get())
    look_into_documents.call()
    back = Document.objects.get()
    assert (back.pages, back.cover) == (3, cover)
    assert default_storage.exists(cover)


def test_two_documents_that_begin_alike_share_a_cover_until_the_last_is_gone(
    stored, django_capture_on_commit_callbacks
):
    one, other = stored(pdf_of(2)), stored(pdf_of(3))
    assert one.cover == other.cover
    for document, remains in ((one, True), (other, False)):
        with django_capture_on_commit_callbacks(execute=True):
            document.delete()
        assert default_storage.exists(other.cover) is remains


def test_a_document_that_is_deleted_meanwhile_leaves_nothing(monkeypatch, files_on_disk):
    document = Document.objects.store(upload(pdf_of(), "plan.pdf"))
    run = sandbox.run

    def deleted_meanwhile(*arguments):
        answer = run(*arguments)
        Document.objects.filter(pk=document.pk).delete()
        return answer

    monkeypatch.setattr(sandbox, "run", deleted_meanwhile)
    look_into(document)
    assert [name for name in files_on_disk() if name.startswith("covers/")] == []


def test_a_full_disk_leaves_it_for_another_time(monkeypatch):
    document = Document.objects.store(upload(pdf_of(), "plan.pdf"))

    def full(name, content):
        raise OSError("no space left")

    monkeypatch.setattr(default_storage, "save", full)
    look_into_documents.call()
    monkeypatch.undo()
    assert look_into_documents.call() == 1
    document.refresh_from_db()
    assert document.pages == 3


@pytest.mark.parametrize(("reason", "pages"), [("memory", None), ("time", None), ("crash", 0)])
def test_a_machine_at_work_is_no_fault_of_the_file(monkeypatch, reason, pages):
    document = Document.objects.store(upload(pdf_of(), "plan.pdf"))

    def failing(*arguments):
        raise sandbox.Failed(reason)

    monkeypatch.setattr(sandbox, "run", failing)
    look_into_documents.call()
    document.refresh_from_db()
    assert document.pages == pages
