"""Signs that Markdown would take for more than a sign."""

import re

from publishing.markdown import parse

_SIGNS = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~])                     # a backslash before a sign
    | (?<!\s)\*|\*(?!\s)                      # a star that touches a word
    | (?<![\w\s])_|_(?![\w\s])|(?<=\s)_(?=\S)|(?<=\S)_(?=\s)  # a low line at either end of a word
    | ^_|_$
    | `
    | (?<=~)~|~(?=~)
    | <(?=[a-zA-Z][\w+.-]*:|[\w.+-]+@)
    | &(?=\#?\w{1,32};)
    | \[(?=\^|[^\[\]]{0,999}\](?:[(:\[]|$))
    """,
    re.VERBOSE,
)
_LINE_BEGINS = re.compile(r"(\s*)(?:(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|={2,}\s*$|-{2,}\s*$)|(\d{1,9})(?=[.)](?:\s|$)))")


def escape(text: str, *, begins_line: bool, in_cell: bool, in_link: bool) -> str:
    """`text` with a backslash before each sign that would not be read as one."""
    if begins_line and parse(text):
        return text
    escaped = _SIGNS.sub(r"\\\g<0>", text)
    if in_cell:
        escaped = escaped.replace("|", r"\|")
    if in_link:
        escaped = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", escaped)
    return _LINE_BEGINS.sub(r"\1\2\\", escaped, count=1) if begins_line and _LINE_BEGINS.match(escaped) else escaped
