"""Bounds that keep the time of the parser, and the length of its result, in proportion to the length of any text.

None of them is met by a text that somebody wrote to be read. A link is only tried where a "]" follows; a table has at
most MAX_COLUMNS columns; quotations, lists and footnotes nest no deeper than QUOTES and LEVELS, and
what is deeper is shown as typed, where markdown-it would drop it; definitions of addresses add at most
MAX_EXPANSION characters, as in CommonMark's own implementation.
"""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_block import StateBlock, blockquote, list_block, table
from markdown_it.rules_inline import StateInline, image, link
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

MAX_COLUMNS = 100
MAX_EXPANSION = 1_000_000
# Every level of quotations looks at every line that follows without a mark of its own.
QUOTES = 10
# markdown-it's own bound (`maxNesting`).
LEVELS = 20

# A list and its item take two levels, and what is in it one more.
_LEVELS = 3
# The parentheses that the parser follows into an address, one more than it bears.
_TOO_DEEP = re.compile(r"(?:[^\x00-\x20\x7f()\\]*\(){33}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]


class Definitions(dict[str, Any]):
    """What `[label]: address` defines; for `env["references"]`."""

    def __init__(self) -> None:
        super().__init__()
        self._left = MAX_EXPANSION

    def get(self, label: str, default: Any = None) -> Any:
        """Return the definition of `label`, or `default` where there is none or the text has been lengthened enough."""
        found = super().get(label)
        if found:
            self._left -= len(found["href"]) + len(found["title"])
        return found if found and self._left >= 0 else default


def bound(markdown: MarkdownIt) -> None:
    """Put the bounds around the rules of `markdown`."""
    block, inline = markdown.block.ruler, markdown.inline.ruler
    block.at("table", bounded_table, {"alt": ["paragraph", "reference"]})
    block.at("blockquote", _shallow(blockquote, QUOTES), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.at("list", _shallow(list_block), {"alt": ["paragraph", "reference", "blockquote"]})
    block.at("footnote_def", _shallow(footnote_def), {"alt": ["paragraph", "reference"]})
    markdown.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkDestination=parse_link_destination,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    inline.at("link", _closed(link))
    inline.at("image", _closed(image))
    inline.at("footnote_ref", bounded_footnote_ref)


def bounded_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a table of at most MAX_COLUMNS columns."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    columns = state.src.count("|", start, state.eMarks[start_line])
    return 0 < columns <= MAX_COLUMNS and table(state, start_line, end_line, silent)


def bounded_footnote_ref(state: StateInline, silent: bool) -> bool:
    """Inline rule: `[^label]`, where no further bracket stands in the label."""
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    return found is not None and footnote_ref(state, silent)


def parse_link_destination(source: str, start: int, end: int) -> Any:
    """markdown-it's own, which would read the same parentheses again for each of thousands of links."""
    nothing = _TOO_DEEP.match(source, start, end)
    return helpers.parseLinkDestination("", 0, 0) if nothing else helpers.parseLinkDestination(source, start, end)


def _shallow(rule: BlockRule, deepest: int = LEVELS) -> BlockRule:
    def shallow(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        return state.level + _LEVELS <= deepest and rule(state, start_line, end_line, silent)

    return shallow


def _closed(rule: InlineRule) -> InlineRule:
    def closed(state: StateInline, silent: bool) -> bool:
        # The place of the last "]" is kept by the state, whatever the name of the method says.
        return state.html_terminator_last("]") > state.pos and rule(state, silent)

    return closed
