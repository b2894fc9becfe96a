"""Insertables: what can be put into a text by a line of its own, `[[kind name option… key="text"]]`.

Here is only the form. Which kinds exist, and what they show, is for a register above.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_NO_NAME = "-"
_KIND = r"[^\W\d_]++"
_WORD = r"[\w-]++"
# Telephones and word processors turn straight quotes into curly ones: both are read, straight ones are written.
_QUOTED = r'"(?:[^"\\\n]|\\.)*+"|[“”„][^“”„"\n]*+[“”]'
_ITEM = re.compile(rf"({_WORD})(?:=({_QUOTED}))?+")
_LINE = re.compile(rf"\[\[[ \t]*+({_KIND})((?:[ \t]++{_WORD}(?:=(?:{_QUOTED}))?+)*+)[ \t]*+\]\]")
_MARKER = re.compile(r"<!--(\[\[[^<>\n]*\]\])-->")
_MARKER_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "-": "&#45;"})


@dataclass(frozen=True)
class Insertable:
    """One line `[[kind name option… key="text"]]`; `source` is the line as typed and no part of its identity."""

    kind: str
    name: str = ""
    options: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    source: str = field(default="", compare=False)

    def get(self, key: str, default: str = "") -> str:
        """Return the first value of `key`, or `default`."""
        return next((value for name, value in self.values if name == key), default)


def parse(line: str) -> Insertable | None:
    """Read one line; None where it is not, as a whole, an insertable.

    The kind is read in small letters. The first bare word is the name ("-" for none), the further ones are options.
    """
    source = line.strip(" \t\n")
    match = _LINE.fullmatch(source)
    if match is None:
        return None
    items = [(item[1], item[2]) for item in _ITEM.finditer(match[2])]
    name = ""
    if items and items[0][1] is None:
        name = items.pop(0)[0]
    return Insertable(
        kind=match[1].lower(),
        name="" if name == _NO_NAME else name,
        options=tuple(word for word, quoted in items if quoted is None),
        values=tuple((word, _unquote(quoted)) for word, quoted in items if quoted is not None),
        source=source,
    )


def write(kind: str, name: str = "", options: Iterable[str] = (), values: Iterable[tuple[str, str]] = ()) -> str:
    """Return the line that `parse` reads back as the same insertable.

    Line ends in values become spaces, for an insertable is one line. Raises ValueError for a kind, name, option or
    key that is not a plain word.
    """
    wanted = Insertable(
        kind=kind.lower(),
        name=name,
        options=tuple(options),
        values=tuple((key, " ".join(value.splitlines())) for key, value in values),
    )
    bare = [wanted.kind, *([name or _NO_NAME] if name or wanted.options else []), *wanted.options]
    line = "[[" + " ".join([*bare, *(f"{key}={_quote(value)}" for key, value in wanted.values)]) + "]]"
    if parse(line) != wanted:
        raise ValueError(f"not an insertable: {line}")
    return line


def _quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquote(quoted: str) -> str:
    inner = quoted[1:-1]
    return re.sub(r'\\(["\\])', r"\1", inner) if quoted.startswith('"') else inner


def marker(source: str) -> str:
    """Return the HTML comment that stands for `source`, in which nothing can end a comment."""
    return f"<!--{source.translate(_MARKER_ESCAPES)}-->"


def split(rendered: str) -> list[str | Insertable]:
    """Cut `Rendered.html` at its markers: pieces of HTML and insertables in their order, no empty piece."""
    pieces: list[str | Insertable] = []
    for index, piece in enumerate(_MARKER.split(rendered)):
        insertable = parse(html.unescape(piece)) if index % 2 else None
        pieces.append(insertable or piece)
    return [piece for piece in pieces if piece]
