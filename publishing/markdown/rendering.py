"""Markdown to HTML, in one place for the whole site."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from .bounds import Definitions
from .cleaning import clean
from .engine import engine
from .headings import Heading
from .insertables import Insertable, marker
from .source import clean_source, without_bidi_controls

MAX_LENGTH = 250_000
# Raised whenever the same text becomes other HTML: at the next `manage.py prepare` what is stored is made anew.
VERSION = 3

_PLACE = re.compile(r'<div data-insertable="(\d+)"></div>')


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, with what the rest of the site wants to know about it.

    `html` is sanitised; every insertable stands in it as a marker that only `split` reads. `links` are the addresses
    of all links and `outside_pictures` those of pictures (which are shown as links), in order, each once.
    """

    html: str
    links: tuple[str, ...]
    insertables: tuple[Insertable, ...]
    headings: tuple[Heading, ...]
    outside_pictures: tuple[str, ...]


def render(text: str, *, language: str) -> Rendered:
    """Return `text` as HTML, with typography and labels of `language` ("nl", "en").

    The same text always gives the same result. Never raises for any text, and takes time in proportion to its
    length; refusing what is longer than MAX_LENGTH is for the form that accepts it.
    """
    env: dict[str, Any] = {
        "language": language,
        "references": Definitions(),
        "links": {},
        "outside_pictures": {},
        "insertables": [],
        "headings": [],
        "tables": 0,
    }
    with _collector_paused(), translation.override(language):
        html = engine().render(clean_source(text), env)
    insertables: list[Insertable] = env["insertables"]
    return Rendered(
        # Character references bring back what clean_source took away.
        html=_with_markers(clean(without_bidi_controls(html)), insertables),
        links=tuple(env["links"]),
        insertables=tuple(insertables),
        headings=tuple(env["headings"]),
        outside_pictures=tuple(env["outside_pictures"]),
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from searching, again and again, the many tokens of a long text.

    They hold no cycles; searching them takes as long as the rest of the work.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _with_markers(html: str, insertables: list[Insertable]) -> str:
    """Put markers in their places.

    Nobody can type a place or a marker: sanitising takes comments out and escapes "<" in text and attributes.
    """
    return _PLACE.sub(lambda place: marker(insertables[int(place[1])].source), html)
