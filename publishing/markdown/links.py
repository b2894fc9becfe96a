"""Links in the source of a text."""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any
from urllib.parse import quote, unquote

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from .engine import source_engine
from .source import clean_source

# Where a destination may stand: behind "](" or "]:", after white space and the ">" of a quotation. It is only looked
# at, for what follows "]:" may have a link in it.
_DESTINATION = re.compile(r"\](?=[(:][\s>]*<?([^\s()<>?#]+))")


def replace_links(text: str, new: Mapping[str, str]) -> str:
    """Return the source `text` with the paths of its links exchanged as `new` says, all at once.

    Keys are whole addresses ("/old/"), compared with a destination up to its "?query" or "#fragment", which stay.
    What only looks like a link (in code, in text) and every other character stays as it is.
    """
    candidates = [match for match in _DESTINATION.finditer(text) if unescapeAll(match[1]) in new]
    real = _destinations(text, candidates)
    pieces, end = [], 0
    for index, match in enumerate(candidates):
        if index in real:
            pieces += [text[end : match.start(1)], _written(new[unescapeAll(match[1])])]
            end = match.end(1)
    return "".join([*pieces, text[end:]])


def possible_links(text: str) -> set[str]:
    """The paths in a text that `replace_links` may exchange: those of its links, and of what looks like one."""
    return {unescapeAll(match[1]) for match in _DESTINATION.finditer(text)}


def _destinations(text: str, candidates: list[re.Match[str]]) -> set[int]:
    """Which candidates are destinations: each gets a word of its own added, and the parser says which are linked."""
    if not candidates:
        return set()
    word = next(word for word in (f"z{number}q" for number in count()) if word not in text.lower())
    pieces, end = [], 0
    for index, match in enumerate(candidates):
        pieces += [text[end : match.end(1)], f"{word}{index}z"]
        end = match.end(1)
    marked = re.compile(rf"{word}(\d+)z")
    addresses = _addresses("".join([*pieces, text[end:]]))
    return {
        int(found[1])
        for address in addresses
        for found in marked.finditer(address)
        # A destination may hold another in its middle, which is none by itself: `[a]([b](/c/))`.
        if unquote(address[: found.start()]) == unquote(unescapeAll(candidates[int(found[1])][1]))
    }


def _addresses(text: str) -> Iterator[str]:
    env: dict[str, Any] = {}
    tokens = source_engine().parse(clean_source(text), env)
    yield from _hrefs(tokens)
    for definition in [*env.get("references", {}).values(), *env.get("duplicate_refs", [])]:
        yield definition["href"]


def _hrefs(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield str(token.attrGet("href"))
        yield from _hrefs(token.children or [])


def _written(path: str) -> str:
    """`path` as it may stand in a destination."""
    return quote(path, safe="/%-._~!$'*+,;:@=?#&", errors="replace").replace("&", "&amp;")
