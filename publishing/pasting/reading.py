"""The steps from the HTML of a clipboard to Markdown, in their order."""

import re

from bs4 import BeautifulSoup

from . import emphasis
from .cleaning import clean, is_tangled, is_too_much, words_of
from .escaping import escape
from .notes import name_notes
from .shapes import even_tables, level_headings, number_lists
from .styles import said_by_tags
from .writing import ITEM, ITEM_ENDS, Writer

_ITEMS = re.compile(rf"{ITEM}(\d)(\d*){ITEM_ENDS}([^\n]*)(\s*(?={ITEM}))?")
# Several times what a text may hold: it has to be cut before it can be kept, so its signs do not matter.
_MOST_ESCAPED = 1_000_000
_LEFT_OVER = re.compile("[\ue000-\ue0ff]")


def as_markdown(html: str, own: str = "") -> str:
    """The Markdown of a piece of HTML, whatever it is; links to the site `own` become paths of its own."""
    if is_too_much(html):
        return _bare(html)
    cleaned = clean(html)
    if is_tangled(cleaned) or len(cleaned) > _MOST_ESCAPED:
        return _bare(cleaned)
    try:
        return _written(cleaned, own)
    except RecursionError:
        # How deep may be gone depends on how deep the caller stands.
        return _bare(cleaned)


def _written(cleaned, own):
    soup = BeautifulSoup(cleaned, "html.parser")
    for step in (said_by_tags, name_notes, level_headings, even_tables, number_lists):
        step(soup)
    writer = Writer(own)
    text = _tidy(emphasis.write(_with_lists(writer.convert_soup(soup))))
    notes = [f"[^{number}]: {_note(words)}" for number, words in sorted(writer.notes.items())]
    return "\n\n".join(filter(None, [re.sub(r"(\s*---)+$", "", text), *notes]))


def _note(words):
    return _tidy(emphasis.write(words)).replace("\n", "\n    ").replace("    \n", "\n")


def _with_lists(text):
    """Paragraphs of Word that are items of a list, as a list; each level keeps how wide its mark is."""
    widths: dict[int, int] = {}

    def item(match):
        level, number, words = int(match[1]), match[2], match[3]
        mark = f"{number}. " if number else "- "
        indent = sum(width for above, width in widths.items() if above < level)
        for below in [known for known in widths if known >= level]:
            del widths[below]
        widths[level] = len(mark)
        goes_on = match[4] is not None
        if not goes_on:
            widths.clear()
        return " " * indent + mark + words + "\n" * goes_on

    return _ITEMS.sub(item, text)


def _tidy(text):
    text = re.sub(r"\ue007", " ", text)
    text = re.sub(r"[ \t]+\n", lambda match: "  \n" if match[0] == "  \n" else "\n", _LEFT_OVER.sub("", text))
    text = re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _bare(html):
    lines = words_of(html)
    if sum(map(len, lines)) < _MOST_ESCAPED:
        lines = [escape(line, begins_line=True, in_cell=False, in_link=False) for line in lines]
    return "\n\n".join(lines)
