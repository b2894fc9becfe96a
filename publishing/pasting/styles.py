"""What a word processor says by styles and classes, said by tags instead.

A tag only gets another name: to move one in a large tree takes long.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)")
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:normal|[1-5]00)")
_ITALIC = re.compile(r"(?<![\w-])font-style:\s*(?:italic|oblique)")
_NOT_ITALIC = re.compile(r"(?<![\w-])font-style:\s*normal")
_STRUCK = re.compile(r"(?<![\w-])text-decoration(?:-line)?:[^;]*line-through")
_LISTED = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_NUMBER = re.compile(r"\(?(\d{1,6}|[a-z]{1,2}|[ivxlc]{1,6})[.)]", re.IGNORECASE)
_TYPED_MARK = re.compile(r"\s*[•·▪‣◦●○■]\s+")
_SAME = {"b": "strong", "i": "em", "cite": "em", "s": "del", "strike": "del"}
_BY_CLASS = {"MsoTitle": "h1", "MsoQuote": "blockquote", "MsoIntenseQuote": "blockquote"}
# In HTML nothing has these names: they are told to the writer.
DROPPED, BOLD_ITALIC, LISTED = "dropped", "strong-em", "listed"


def said_by_tags(soup: BeautifulSoup) -> None:
    """Name the tags of `soup` after what their style says."""
    for tag in soup.find_all(True):
        style = str(tag.get("style", "")).lower()
        if "mso-list" in style:
            _name_listed(tag, style)
        elif tag.name in ("span", "font", "a"):
            _name_emphasis(tag, style)
        elif tag.name in _SAME or tag.name in _SAME.values():
            tag.name = "span" if _says_nothing(tag.name, style) else _SAME.get(tag.name, tag.name)
        elif tag.name == "li" and _digit(tag, "data-aria-level"):
            _name_item(tag)
        elif tag.name in ("p", "div"):
            _name_paragraph(tag)


def _name_paragraph(tag):
    level = _digit(tag, "aria-level") if tag.get("role") == "heading" else ""
    first = tag.find(string=True) if tag.name == "p" else None
    if level:
        tag.name = f"h{min(int(level), 6)}"
    elif isinstance(first, NavigableString) and _TYPED_MARK.match(first):
        # A list that was typed, or that lost all but its marks on the way.
        first.replace_with(_TYPED_MARK.sub("", first))
        tag.name, tag["data-level"], tag["data-number"] = LISTED, "1", ""
    elif tag.name == "p":
        tag.name = next((_BY_CLASS[name] for name in _classes(tag) if name in _BY_CLASS), "p")


def _name_item(tag):
    """Word on the web puts each item in a list of its own."""
    numbered = tag.parent is not None and tag.parent.name == "ol"
    tag["data-number"] = (_digits(tag, "data-aria-posinset") or "1") if numbered else ""
    tag.name, tag["data-level"] = LISTED, _digit(tag, "data-aria-level")


def _digits(tag, name):
    value = str(tag.get(name, ""))
    return value if re.fullmatch("[1-9][0-9]{0,5}", value) else ""


def _digit(tag, name):
    return _digits(tag, name)[:1]


def _classes(tag: Tag) -> list[str]:
    found: str | list[str] = tag.get("class") or []
    return found.split() if isinstance(found, str) else list(found)


def _says_nothing(name, style):
    """Google wraps all of a text in a `b` that is not bold."""
    return bool((_NOT_BOLD if _SAME.get(name, name) == "strong" else _NOT_ITALIC).search(style))


def _name_emphasis(tag, style):
    if not style or tag.name == "a":
        return
    bold, italic = _BOLD.search(style), _ITALIC.search(style)
    if bold or italic:
        tag.name = BOLD_ITALIC if bold and italic else "strong" if bold else "em"
    elif _STRUCK.search(style):
        tag.name = "del"


def _name_listed(tag, style):
    """Word's lists are paragraphs, each with a level, and a mark that is typed out."""
    level = _LISTED.search(style)
    if "ignore" in style:
        tag.name = DROPPED
    elif level and tag.name in ("p", "li", "div"):
        mark = tag.find(style=re.compile("mso-list:\\s*ignore", re.IGNORECASE))
        number = _NUMBER.match(mark.get_text().strip()) if isinstance(mark, Tag) else None
        tag.name, tag["data-level"] = LISTED, level[1]
        tag["data-number"] = (number[1] if number[1].isdecimal() else "1") if number else ""
