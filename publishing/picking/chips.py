"""What an editor shows for a line that puts something into a text: its kind, its title, its picture, what is amiss."""

from collections.abc import Sequence
from typing import TypedDict

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing import insertables
from publishing.markdown import Insertable, parse


class Chip(TypedDict):
    """One line; `picture` is an address, `problem` a sentence that says why visitors see nothing of it.

    `alt` is what a picture shows by its own words, which hold where the line has none; None of one that has none, "" of
    one that is decorative everywhere.
    """

    line: str
    kind_label: str
    title: str
    picture: str | None
    problem: str | None
    alt: str | None


def chips(lines: Sequence[str]) -> list[Chip]:
    """A chip for each line, in their order: at most two queries per kind used, and one more for names not known."""
    parsed = [parse(line) for line in lines]
    known = iter(insertables.seen_by_editor([one for one in parsed if one is not None]))
    return [
        _unread(line) if one is None else _chip(line, one, *next(known))
        for line, one in zip(lines, parsed, strict=True)
    ]


def _chip(line, insertable, kind, item, problem):
    return Chip(
        line=line,
        kind_label=capfirst(str(kind.label)) if kind else insertable.kind,
        title=str(item) if item is not None else _words(insertable),
        picture=kind.picture(item) if kind and kind.picture and item is not None else None,
        problem=problem,
        alt=_own_words(item),
    )


def _own_words(item):
    if getattr(item, "decorative", False):
        return ""
    return getattr(item, "alternative_text", None) or None


def _words(insertable: Insertable) -> str:
    """What it is called where no item says so: what is written in it."""
    return next(filter(None, map(insertable.get, ("title", "text", "url"))), insertable.name)


def _unread(line):
    problem = _("%(source)s: this is not known, so visitors see nothing here.") % {"source": line}
    return Chip(line=line, kind_label="", title=line, picture=None, problem=problem, alt=None)
