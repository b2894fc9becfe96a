"""Typographic quotation marks, apostrophes, dashes, ellipses and spaces, in one pass over the characters of a block.

markdown-it's own smart quotes take quadratic time and know no Dutch apostrophes.
"""

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from .spaces import unbroken

_QUOTE = re.compile("[\"']")
# Stands for code, pictures, escaped characters: something that is read but never changed.
_OPAQUE = "\ufffc"
_OPENERS = "([{<“‘«„‚¿¡"
_BETWEEN = "-–—/=+|"
_YEAR = r"\d\d(?!\d)"
_ELISIONS = {
    "nl": re.compile(rf"(?:[stnkmr]|ns|{_YEAR})(?![^\W_])", re.IGNORECASE),
    "en": re.compile(rf"(?:tis|twas|twere|til|em|cause|n|bout|{_YEAR}s?)(?![^\W_])", re.IGNORECASE),
}
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_EM_DASH = re.compile(r"(?<![-<])---(?![->])")
_EN_DASH = re.compile(r"(?<![-<\s])--(?![->\s])|(?:(?<=\s)|(?<!.))--(?=\s|$)")


def typography(state: StateCore) -> None:
    """Core rule: set the text of every block in the typography of `env["language"]`."""
    elision = _ELISIONS.get(state.env["language"][:2].lower(), _ELISIONS["en"])
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _set_block(token.children, elision)


def _set_block(children: list[Token], elision: re.Pattern[str]) -> None:
    read = [(token if changeable else None, piece) for token, piece, changeable in _pieces(children)]
    line = "".join(piece for _, piece in read)
    if "'" in line or '"' in line:
        line = _Quotes(line, elision).set()
    start = 0
    for token, piece in read:
        if token is not None:
            token.content = unbroken(_dashes(line[start : start + len(piece)]))
        start += len(piece)


def _pieces(children: list[Token]) -> Iterator[tuple[Token, str, bool]]:
    """What a reader sees of each token, and whether it may be changed. Marks such as emphasis are seen through."""
    in_autolink = False
    for token in children:
        if token.info == "auto":
            in_autolink = token.nesting == 1
        elif token.type == "text":
            yield (token, _OPAQUE, False) if in_autolink else (token, token.content, True)
        elif token.type in ("softbreak", "hardbreak"):
            yield token, "\n", False
        elif token.type == "text_special":
            yield token, _QUOTE.sub(_OPAQUE, token.content), False
        elif token.nesting == 0:
            yield token, _OPAQUE, False


class _Quotes:
    """The quotes of one line, read from left to right."""

    def __init__(self, line: str, elision: re.Pattern[str]) -> None:
        self.line = line
        self.elision = elision
        self.previous = ("", -1)
        self.open = {'"': 0, "'": 0}

    def set(self) -> str:
        return _QUOTE.sub(self._replace, self.line)

    def _replace(self, match: re.Match[str]) -> str:
        mark, position = match[0], match.start()
        chosen = self._choose(mark, position)
        self.previous = (chosen, position)
        return chosen

    def _choose(self, mark: str, position: int) -> str:
        opening, closing = ("“", "”") if mark == '"' else ("‘", "’")
        if self._opens(position):
            if mark == "'" and self.elision.match(self.line, position + 1):
                return "’"
            self.open[mark] += 1
            return opening
        if not self.open[mark] and self.line[position - 1 : position].isdigit() and not self._in_word(position):
            return mark  # a measure: 5' 10"
        self.open[mark] = max(0, self.open[mark] - 1)
        return closing

    def _opens(self, position: int) -> bool:
        before, after = self._before(position), self.line[position + 1 : position + 2]
        if not after or after.isspace():
            return False
        if not before or before.isspace() or before in _OPENERS:
            return True
        return before in _BETWEEN and (after.isalnum() or after in "\"'" + _OPAQUE)

    def _before(self, position: int) -> str:
        chosen, at = self.previous
        return chosen if at == position - 1 else self.line[position - 1 : position]

    def _in_word(self, position: int) -> bool:
        return self.line[position + 1 : position + 2].isalnum()


def _dashes(text: str) -> str:
    return _EN_DASH.sub("–", _EM_DASH.sub("—", _ELLIPSIS.sub("…", text)))
