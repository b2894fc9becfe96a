"""Which files may be offered as a download, known by their content. They are never opened beyond that.

Taken: PDF, Word, Excel, PowerPoint, OpenDocument, ZIP. Refused with a reason: the formats of before 2007 and documents
with macros (both can hold programs), text files (no signature to know them by).
"""

import struct
import zipfile
import zlib

from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from images.names import CONTENT_TYPES

MAX_BYTES = 30 * 1024 * 1024
MAX_ZIP_DIRECTORY = 1024 * 1024  # bytes; thousands of files
ZIP_END = b"PK\x05\x06"
ZIP64_LOCATOR = b"PK\x06\x07"
OFFICE_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
OPEN_DOCUMENTS = {CONTENT_TYPES[extension]: extension for extension in ("odt", "ods", "odp")}
TYPE_NAMES = {
    CONTENT_TYPES[extension]: name
    for extension, name in {
        "pdf": "PDF",
        "docx": "Word",
        "xlsx": "Excel",
        "pptx": "PowerPoint",
        "odt": "OpenDocument",
        "ods": "OpenDocument",
        "odp": "OpenDocument",
        "zip": "ZIP",
    }.items()
}


def check_bytes(size: int) -> None:
    """Raises ValidationError for a file that is empty or larger than MAX_BYTES."""
    if not size:
        raise ValidationError(_("The file is empty. Choose it again."), code="empty")
    if size > MAX_BYTES:
        message = _("The file is %(size)s; at most %(limit)s is possible. Save it smaller and upload that.")
        params = {"size": filesizeformat(size), "limit": filesizeformat(MAX_BYTES)}
        raise ValidationError(message, code="too_many_bytes", params=params)


def recognise(upload: File) -> str:
    """The extension that belongs to the content, a key of CONTENT_TYPES. Raises ValidationError for any other."""
    upload.seek(0)
    head = upload.read(1024)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _recognise_container(upload)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        message = _("Office files of before 2007 are not taken. Save it as PDF, or as .docx, .xlsx or .pptx.")
        raise ValidationError(message, code="old_format")
    message = _("Only PDF, Word, Excel, PowerPoint, OpenDocument and ZIP can be offered. Save it as PDF.")
    raise ValidationError(message, code="unknown_type")


def _recognise_container(upload: File) -> str:
    _check_zip_directory(upload)
    try:
        with zipfile.ZipFile(upload) as container:
            return _kind_of_container(container)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error) as error:
        raise _damaged() from error


def _check_zip_directory(upload: File) -> None:
    """The list of what a ZIP holds is measured before it is read: a small file can name a million others."""
    tail = _tail(upload)
    position = tail.rfind(ZIP_END)
    if position < 0 or len(tail) < position + 22:
        raise _damaged()
    (directory_size,) = struct.unpack_from("<L", tail, position + 12)
    if directory_size > MAX_ZIP_DIRECTORY or ZIP64_LOCATOR in tail:
        raise ValidationError(_("This ZIP holds too many files. Split it."), code="too_many_files")


def _tail(upload: File) -> bytes:
    upload.seek(max(0, upload.size - 65_557))
    tail = upload.read()
    upload.seek(0)
    return tail


def _kind_of_container(container: zipfile.ZipFile) -> str:
    members = container.namelist()
    if any(member.endswith("vbaProject.bin") for member in members):
        raise ValidationError(_("Documents with macros are not taken. Save it without macros."), code="macros")
    if "[Content_Types].xml" in members:
        return next((kind for folder, kind in OFFICE_FOLDERS.items() if _holds(members, folder)), "zip")
    if "mimetype" in members:
        with container.open("mimetype") as member:
            return OPEN_DOCUMENTS.get(member.read(100).decode("ascii", "replace"), "zip")
    return "zip"


def _holds(members: list[str], folder: str) -> bool:
    return any(member.startswith(folder) for member in members)


def _damaged() -> ValidationError:
    return ValidationError(_("The file is damaged or incomplete. Save it again and upload that."), code="unreadable")
