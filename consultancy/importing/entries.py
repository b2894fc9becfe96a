"""What a reader makes of a source: entries, the same for every form that a source can have."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

Value = str | tuple[str, ...]


class SourceError(Exception):
    """A source that can't be imported; the message is for a person, one line per fault, with file and line."""

    @classmethod
    def at(cls, file: str, message: str, line: int | None = None) -> "SourceError":
        if line:
            return cls(_("%(file)s, line %(line)d: %(message)s") % {"file": file, "line": line, "message": message})
        return cls(_("%(file)s: %(message)s") % {"file": file, "message": message})


@dataclass(frozen=True)
class Note:
    """What became of lines of a source; `left_out` are the words of them that the item does not hold."""

    first: int
    last: int
    text: str
    left_out: str = ""


@dataclass(frozen=True)
class Voice:
    """What a client says, in her own words, without the quotation marks around them."""

    words: str
    name: str
    role: str


@dataclass(frozen=True)
class Entry:
    """One item as its source describes it.

    `source` is the file within what is imported. `fields` are those of front matter, with values as they are written
    there; `lines` says on which line of the file each stands. `voices` also stand in the `text`.
    """

    source: str
    kind: str
    fields: Mapping[str, Value]
    text: str
    lines: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    voices: tuple[Voice, ...] = ()

    def get(self, name: str) -> str:
        """The single value of a field, empty where there is none. Raises SourceError where it holds several."""
        value = self.fields.get(name, "")
        if isinstance(value, str):
            return value.strip()
        raise self.error(name, _("“%(field)s” takes one value.") % {"field": name})

    def error(self, name: str, message: str) -> SourceError:
        """A fault in a field, with its line."""
        return SourceError.at(self.source, message, self.lines.get(name))

    @property
    def digest(self) -> str:
        """Changes when, and only when, the source says something else."""
        return digest([self.kind, dict(self.fields), self.text])


def digest(value) -> str:
    """The SHA-256 of a value that JSON can hold, in hexadecimal digits."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
