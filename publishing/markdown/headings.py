"""Headings of a text: their level on the page, their anchors."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_PREFIX = "h-"
_ANCHOR_LENGTH = 60


@dataclass(frozen=True)
class Heading:
    """A heading of the text: `level` 2 to 6 as shown on the page, `anchor` its id there."""

    level: int
    text: str
    anchor: str


def headings(state: StateCore) -> None:
    """Core rule: give headings their level and a unique id, collect them in `env["headings"]`, hide empty ones."""
    anchors = _Anchors()
    found: list[Heading] = state.env.setdefault("headings", [])
    for index, opening in enumerate(state.tokens):
        if opening.type != "heading_open":
            continue
        inline, closing = state.tokens[index + 1 : index + 3]
        # The page has its own h1.
        opening.tag = closing.tag = "h2" if opening.tag == "h1" else opening.tag
        text = " ".join(plain(inline.children or ()).split())
        if text:
            found.append(Heading(int(opening.tag[1]), text, anchors.unique(text)))
            opening.attrSet("id", found[-1].anchor)
        else:
            opening.hidden = closing.hidden = True


def plain(tokens: Sequence[Token]) -> str:
    """Return what a reader sees of inline tokens, without any mark-up."""
    return "".join(_seen(token) for token in tokens)


def _seen(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return plain(token.children or ())
    return token.content


class _Anchors:
    """Hands out anchors, each one once. Prefixed, so that none is an id of the page's own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, text: str) -> str:
        wanted = _PREFIX + (slugify(text[: 4 * _ANCHOR_LENGTH])[:_ANCHOR_LENGTH].strip("-_") or "section")
        anchor, number = wanted, self._next.get(wanted, 2)
        while anchor in self._taken:
            anchor, number = f"{wanted}-{number}", number + 1
        self._next[wanted] = number
        self._taken.add(anchor)
        return anchor
