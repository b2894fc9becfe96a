"""Headings at the levels of this site, lists and tables as they must be to be written as Markdown."""

from itertools import zip_longest

from bs4 import BeautifulSoup, Tag

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The title of the page is the first level.
_FIRST = 2
_MOST_COLUMNS = 50


def level_headings(soup: BeautifulSoup) -> None:
    """The highest heading comes below the title of the page, and none is more than one step below the one before."""
    headings = [tag for tag in soup.find_all(_LEVELS) if tag.get_text(strip=True)]
    _name_all([tag for tag in headings if tag.find_parent("a")], "p")
    headings = [tag for tag in headings if tag.name != "p"]
    highest = min((int(tag.name[1]) for tag in headings), default=1)
    before = _FIRST - 1
    for tag in headings:
        before = min(int(tag.name[1]) - highest + _FIRST, before + 1, 6)
        tag.name = f"h{before}"


def number_lists(soup: BeautifulSoup) -> None:
    """Give each item its number, and say where one holds a single paragraph."""
    for numbered in soup.find_all("ol"):
        start = str(numbered.get("start", "1"))
        begin = int(start) if start.isdecimal() and len(start) < 7 else 1
        for number, item in enumerate(_children(numbered, "li"), begin):
            item["data-number"] = str(number)
    for item in soup.find_all(["li", "blockquote"]):
        paragraphs = _children(item, "p", "div")
        if item.name == "li" and len(paragraphs) == 1:
            paragraphs[0]["data-alone"] = "1"


def even_tables(soup: BeautifulSoup) -> None:
    """Every row as wide as the widest; a table that only arranges a page is no table."""
    for table in soup.find_all("table"):
        rows = [row for part in [table, *_children(table, "thead", "tbody", "tfoot")] for row in _children(part, "tr")]
        grid = [_children(row, "td", "th") for row in rows]
        columns = min(max((sum(map(_width, cells)) for cells in grid), default=0), _MOST_COLUMNS)
        if columns < 2 or table.find("table") or table.find(_LEVELS):
            _name_all([table, *rows, *(cell for cells in grid for cell in cells)], "div")
        else:
            rows[0]["data-columns"] = str(columns)
            for row, cells in zip_longest(rows, grid):
                row["data-missing"] = str(columns - sum(map(_width, cells)))


def _width(cell: Tag) -> int:
    span = str(cell.get("colspan", "1"))
    return int(span) if span in map(str, range(1, _MOST_COLUMNS)) else 1


def _name_all(tags, name):
    for tag in tags:
        tag.name = name


def _children(tag: Tag, *names: str) -> list[Tag]:
    return [child for child in tag.children if isinstance(child, Tag) and child.name in names]
