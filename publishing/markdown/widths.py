"""How wide a table is at least, as far as its words tell."""

from collections.abc import Sequence

from markdown_it.token import Token

from .headings import plain

# The text of the narrowest phone (320 px, WCAG 1.4.10) holds this many wide letters; a cell is never narrower than
# CELL of them, its own space included.
PHONE = 30
CELL = 11
_SPACE = 2


def fits_phone(tokens: Sequence[Token], opening: int) -> bool:
    """Whether the table that opens at `opening` surely fits a phone, so that it never scrolls."""
    columns: list[int] = []
    column = 0
    for index in range(opening, len(tokens)):
        kind = tokens[index].type
        if kind == "table_close":
            break
        if kind == "tr_open":
            column = 0
        elif kind == "inline":
            columns += [0] * (column + 1 - len(columns))
            columns[column] = max(columns[column], _longest_word(tokens[index]))
            column += 1
    return tokens[opening].level == 0 and sum(max(CELL, width + _SPACE) for width in columns) <= PHONE


def _longest_word(inline: Token) -> int:
    return max(map(len, plain(inline.children or ()).split()), default=0)
