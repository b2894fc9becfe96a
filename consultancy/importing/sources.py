"""From a file or a folder to entries."""

import codecs
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from consultancy.importing import markdown_file, plain_page
from consultancy.importing.entries import Entry, Note, SourceError, digest

READERS = {".md": markdown_file.read, ".txt": plain_page.read}

# Forms in which a file without a mark of its encoding may well come from an old Windows computer.
_OLD = {".txt"}
# Four bytes for each of the 250,000 characters that a text may have, and room for its front matter.
MAX_BYTES = 1_100_000


@dataclass(frozen=True)
class Source:
    """What was read: `name` and an entry's own `source` make the key under which its item is known later.

    A folder is known by its name, not by its place, so that it can be moved.
    """

    name: str
    entries: tuple[Entry, ...]
    skipped: tuple[str, ...] = ()

    def key(self, entry: Entry) -> str:
        """What the item is known by in the records of imports, at most 500 characters."""
        key = f"{entry.kind}:{self.name}/{entry.source}" if self.name else f"{entry.kind}:{entry.source}"
        return key if len(key) <= 500 else f"{key[:430]}…{digest(key)}"


def read_source(path: Path) -> Source:
    """Read a file, or every file below a folder in the order of their names; files of other forms are skipped.

    Raises SourceError, naming every file that can't be read and why.
    """
    if path.is_dir():
        return _read_folder(path, _composed(path.resolve().name))
    if not path.is_file():
        raise SourceError.at(str(path), _("there is no such file or folder."))
    if path.suffix.lower() not in READERS:
        forms = ", ".join(READERS)
        raise SourceError.at(path.name, _("files of this form can't be read; these can: %(forms)s.") % {"forms": forms})
    # Known by the same key as when its folder is imported whole.
    return Source(_composed(path.resolve().parent.name), (_read_file(path, _composed(path.name)),))


def _read_folder(folder, name):
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and not _hidden(file.relative_to(folder))]
    names = {file: _composed(file.relative_to(folder).as_posix()) for file in files}
    readable = [file for file in files if file.suffix.lower() in READERS]
    if not readable:
        raise SourceError.at(str(folder), _("this folder holds no text (%(forms)s).") % {"forms": ", ".join(READERS)})
    entries, faults = [], []
    for file in readable:
        try:
            entries.append(_read_file(file, names[file]))
        except SourceError as fault:
            faults.append(str(fault))
    if faults:
        raise SourceError("\n".join(faults))
    return Source(name, tuple(entries), tuple(names[file] for file in files if file not in readable))


def _hidden(path):
    return any(part.startswith(".") for part in path.parts)


def _composed(name):
    """A name that can be printed, in composed characters: macOS stores `é` as two, the key must be the same."""
    return unicodedata.normalize("NFC", name.encode(errors="replace").decode())


def _read_file(file, name):
    suffix = file.suffix.lower()
    text, notes = _decode(_bytes(file, name), name, old=suffix in _OLD)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise SourceError.at(name, _("holds a NUL character, so this is no plain text."), line)
    if not text.strip():
        raise SourceError.at(name, _("is empty."))
    return READERS[suffix](text, name, notes)


def _bytes(file, name):
    try:
        if file.stat().st_size > MAX_BYTES:
            raise SourceError.at(name, _("is too long: a text has at most 250,000 characters."))
        return file.read_bytes()
    except OSError as error:
        raise SourceError.at(name, _("can't be read: %(reason)s") % {"reason": error.strerror}) from error


def _decode(raw, name, *, old):
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode(), ()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        text = _decode_old(raw) if old else None
        if text is None:
            raise SourceError.at(name, _("is not UTF-8: save it again in that encoding."), line) from error
    return text, (Note(line, line, _("not UTF-8: the whole file was read as Windows-1252")),)


def _decode_old(raw):
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
