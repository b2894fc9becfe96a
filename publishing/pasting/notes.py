"""Footnotes: in every word processor two links that lead to each other."""

from bs4 import BeautifulSoup, Tag

from .styles import DROPPED

REFERENCE, NOTE = "note-reference", "note"
_HOLDERS = ("div", "li", "p")


def name_notes(soup: BeautifulSoup) -> None:
    """Name the place where a note is called and the note itself, both with its number in `data-note`."""
    links = [link for link in soup.find_all("a", href=True) if str(link["href"]).startswith("#")]
    by_name = {name: link for link in reversed(links) for name in _names(link)}
    number = 0
    for link in links:
        back = by_name.get(str(link["href"])[1:])
        if back is None or not _lead_to_each_other(link, back):
            continue
        if holder := _holder(back, link):
            number += 1
            back.name, link.name, holder.name = DROPPED, REFERENCE, NOTE
            link["data-note"] = holder["data-note"] = str(number)


def _lead_to_each_other(link, back):
    return back is not link and link.name == back.name == "a" and str(back["href"])[1:] in _names(link)


def _names(link: Tag) -> list[str]:
    return [str(link[key]) for key in ("id", "name") if link.get(key)]


def _holder(back, link):
    """The outermost element that holds this note and nothing else: it has one link back, and stands alone."""
    holder = back.find_parent(_HOLDERS)
    if holder is None or link.find_parent(_HOLDERS) is holder:
        return None
    around = holder.parent
    is_own = around is not None and around.name == "div" and around.get("id") and _links_in(around) == _links_in(holder)
    return around if is_own else holder


def _links_in(tag):
    return len(tag.find_all("a", href=True, limit=50))
