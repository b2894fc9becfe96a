"""Documents are known by their content and kept byte for byte."""

import struct

import pytest
from django.core.exceptions import ValidationError

from images.models import Document
from tests.factories_images import office_bytes, pdf_bytes, png_bytes, upload, zip_bytes

pytestmark = pytest.mark.django_db

OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("content", "name", "expected", "type_name"),
    [
        (pdf_bytes(), "Plan van aanpak.pdf", "plan-van-aanpak.pdf", "PDF"),
        (pdf_bytes(), "plan.exe", "plan.pdf", "PDF"),
        (office_bytes("word"), "brief.docx", "brief.docx", "Word"),
        (office_bytes("xl"), "begroting.xlsx", "begroting.xlsx", "Excel"),
        (office_bytes("ppt"), "presentatie.pptx", "presentatie.pptx", "PowerPoint"),
        (zip_bytes(mimetype=OPEN_DOCUMENT + b"text"), "brief.odt", "brief.odt", "OpenDocument"),
        (zip_bytes(mimetype=OPEN_DOCUMENT + b"spreadsheet"), "lijst.ods", "lijst.ods", "OpenDocument"),
        (zip_bytes(mimetype=OPEN_DOCUMENT + b"presentation"), "les.odp", "les.odp", "OpenDocument"),
        (zip_bytes(mimetype=b"application/epub+zip"), "boek.epub", "boek.zip", "ZIP"),
        (zip_bytes(**{"a.txt": b"a"}), "alles.zip", "alles.zip", "ZIP"),
        (zip_bytes(**{"a.txt": b"a"}), "😀.zip", "document.zip", "ZIP"),
        (zip_bytes(**{"a.txt": b"a"}), "../../x.zip", "x.zip", "ZIP"),
        (zip_bytes(**{"a.txt": b"a"}), "a" * 300 + ".zip", "a" * 80 + ".zip", "ZIP"),
    ],
)
def test_its_content_decides_what_it_is(content, name, expected, type_name, media_root, files_on_disk):
    document = Document.objects.store(upload(content, name))
    assert document.file.name.startswith("documents/")
    assert document.file.name.endswith("/" + expected)
    assert document.type_name == type_name
    assert files_on_disk() == [document.file.name]
    assert (media_root / document.file.name).read_bytes() == content
    assert document.size == len(content)


def with_directory_size(content, size):
    position = content.rfind(b"PK\x05\x06") + 12
    return content[:position] + struct.pack("<L", size) + content[position + 4 :]


def with_zip64_end(content):
    position = content.rfind(b"PK\x05\x06")
    return content[:position] + b"PK\x06\x07" + bytes(16) + content[position:]


SMALL_ZIP = zip_bytes(**{"a.txt": b"a"})


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "empty.pdf", "empty"),
        (b"MZ" + bytes(200), "plan.pdf", "unknown_type"),
        (b"<script>alert(1)</script>", "plan.pdf", "unknown_type"),
        (png_bytes(), "picture.png", "unknown_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "brief.doc", "old_format"),
        (zip_bytes(**{"[Content_Types].xml": b"", "word/vbaProject.bin": b""}), "brief.docm", "macros"),
        (SMALL_ZIP[: len(SMALL_ZIP) // 2], "half.zip", "unreadable"),
        (b"PK\x03\x04" + bytes(200), "none.zip", "unreadable"),
        (with_directory_size(SMALL_ZIP, 2**24), "bomb.zip", "too_many_files"),
        (with_zip64_end(SMALL_ZIP), "bomb.zip", "too_many_files"),
    ],
)
def test_it_is_refused_with_a_reason_and_nothing_is_stored(content, name, code, files_on_disk):
    with pytest.raises(ValidationError) as refusal:
        Document.objects.store(upload(content, name))
    assert refusal.value.code == code
    assert not Document.objects.exists()
    assert files_on_disk() == []


def test_more_bytes_than_allowed_are_refused_without_being_read():
    file = upload(b"%PDF-", "large.pdf")
    file.file = None
    file.size = 50 * 1024 * 1024 + 1
    with pytest.raises(ValidationError) as refusal:
        Document.objects.store(file)
    assert refusal.value.code == "too_many_bytes"


def test_the_same_bytes_twice_are_one_document(files_on_disk):
    first = Document.objects.store(upload(pdf_bytes(), "first.pdf"))
    assert Document.objects.store(upload(pdf_bytes(), "second.pdf")) == first
    assert len(files_on_disk()) == 1
