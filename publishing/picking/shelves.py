"""What can be picked while a text is written: a link to an own item, a picture, a file, what a client says.

`publishing` knows the form; each room offers its own items under a kind (`link`, `testimonial`) when it starts.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Case, Model, Q, QuerySet, Value, When
from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst

from images.models import Document, Image
from images.thumbnails import thumbnail_address
from publishing import insertables, markdown
from publishing.editing import may_see
from publishing.states import STATES, state_of

# So many are shown at a time: rows of two, three, four and six come out even.
PAGE_SIZE = 24
# Nobody pages on beyond this: a better word to search for helps more.
MOST_PAGES = 50
# What is typed to find something; the rest of a longer one is not looked for.
MOST_WORDS = 8


@dataclass(frozen=True, eq=False)
class Shelf:
    """The items of one model that can be picked.

    `row` says of an item what the person who picks sees and gets. `searched` are the fields in which each word that
    is typed must occur; `first` finds what stands before all else as long as nothing is typed.
    """

    items: Callable[[], QuerySet[Any]]
    row: Callable[[Any], Mapping[str, Any]]
    searched: tuple[str, ...] = ("title", "slug")
    first: Q | None = None

    @property
    def model(self) -> type[Model]:
        return self.items().model


@dataclass(frozen=True)
class Picked:
    """A page of what was found; `more` says whether another one follows."""

    rows: list[Mapping[str, Any]]
    more: bool


_shelves: dict[str, list[Shelf]] = defaultdict(list)


def offer(kind: str, shelf: Shelf) -> None:
    """Make items pickable; called from a room's `AppConfig.ready`."""
    _shelves[kind].append(shelf)


def is_offered(kind: str) -> bool:
    """Whether there are items of this kind to be picked."""
    return kind in _shelves


def shelves_for(user, kind: str) -> list[Shelf]:
    """Where this user may look for what is of this kind."""
    return [shelf for shelf in _shelves.get(kind, ()) if may_see(user, shelf.model)]


def pick(shelves: list[Shelf], typed: str, page: int) -> Picked:
    """The page with this number (from 1) of what is called so, what changed last first: one query for each shelf."""
    page = max(1, min(page, MOST_PAGES))
    end = page * PAGE_SIZE
    found = [(item, shelf) for shelf in shelves for item in _found(shelf, typed)[: end + 1]]
    found.sort(key=lambda pair: (pair[0].stands_first, pair[0].changed), reverse=True)
    rows = [shelf.row(item) for item, shelf in found[end - PAGE_SIZE : end]]
    return Picked(rows, more=len(found) > end and page < MOST_PAGES)


def _found(shelf, typed):
    ahead = Case(When(shelf.first, then=1), default=0) if shelf.first and not typed else Value(0)
    items = shelf.items().annotate(stands_first=ahead).order_by("-stands_first", "-changed", "-pk")
    for word in typed.split()[:MOST_WORDS]:
        items = items.filter(reduce(or_, (Q((f"{field}__icontains", word)) for field in shelf.searched)))
    return items


def link_row(item: Any) -> Mapping[str, Any]:
    """An item with an address of its own, to be linked to; `hidden` where visitors do not see it at this moment."""
    return {
        "title": str(item),
        "kind": capfirst(item._meta.verbose_name),
        "address": item.get_absolute_url(),
        **status_of(item),
    }


def status_of(item: Any) -> Mapping[str, Any]:
    """What it is at this moment, as a key and in a word, and whether visitors don't see it."""
    state = state_of(item)
    return {"state": state, "status": str(STATES[state]), "hidden": not item.is_published}


def line_for(word: str, item: Any, **values: str) -> str:
    """The line that puts an item into a text, in the language of the site."""
    return markdown.write(insertables.word_for(word, settings.LANGUAGE_CODE), item.slug, values=values.items())


def _picture_row(image):
    # One that still has to be described is given its description where it is used.
    values = {"alt": ""} if image.to_describe else {}
    return {
        "line": line_for("image", image, **values),
        "title": image.title,
        "alt": image.alternative_text,
        "picture": thumbnail_address(image),
        "detail": f"{image.width} × {image.height}",
    }


def _file_row(document):
    return {
        "line": line_for("document", document),
        "title": document.title,
        "detail": f"{document.type_name}, {filesizeformat(document.size)}",
    }


PICTURES = Shelf(Image.objects.all, _picture_row, ("title", "slug", "alternative_text", "caption", "credit"))
FILES = Shelf(Document.objects.all, _file_row)
