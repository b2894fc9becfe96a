"""The parser: CommonMark with tables, strikethrough, footnotes, heading anchors and insertables."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote import footnote_plugin

from . import renderer
from .bounds import bound
from .cleaning import SCHEMES
from .headings import headings
from .insertables import parse
from .parsers import BlockParser, InlineParser
from .typography import typography

# Stricter than what browsers take for a scheme: a relative address has no ":" in its first part.
_SCHEME = re.compile(r"([^/?#:]*):")
# Blocks that an insertable may follow without an empty line between them.
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


@cache
def engine() -> MarkdownIt:
    """Return the parser and renderer of this process; it keeps nothing from text to text."""
    markdown = _parser(move_to_end=True)
    markdown.core.ruler.after("footnote_tail", "typography", typography)
    markdown.core.ruler.push("headings", headings)
    for name, rule in renderer.RULES.items():
        markdown.add_render_rule(name, rule)
    return markdown


@cache
def source_engine() -> MarkdownIt:
    """Return a parser that leaves everything where it stands in the source, for reading links."""
    return _parser(move_to_end=False)


def _parser(*, move_to_end: bool) -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.disable(["html_block", "html_inline"])
    markdown.use(footnote_plugin, inline=False, move_to_end=move_to_end)
    markdown.block.ruler.before("table", "insertable", insertable, {"alt": _INTERRUPTS})
    markdown.validateLink = may_link  # type: ignore[method-assign]
    bound(markdown)
    markdown.inline, markdown.block = InlineParser(markdown.inline), BlockParser(markdown.block)
    return markdown


def may_link(url: str) -> bool:
    """Whether a text may link to `url`: a relative address, or one of the allowed schemes."""
    scheme = _SCHEME.match(url)
    return scheme is None or scheme[1].lower() in SCHEMES


def insertable(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule for a line `[[kind …]]`."""
    position = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("[[", position) or state.is_code_block(start_line):
        return False
    found = parse(state.src[position : state.eMarks[start_line]])
    if found is None or silent:
        return found is not None
    token = state.push("insertable", "", 0)
    token.map = [start_line, start_line + 1]
    token.meta = {"insertable": found}
    state.line = start_line + 1
    return True
