"""What the index keeps of an item: the words that visitors read on its page, and those of no other item."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet

from blog.models import Post
from pages.models import Page, Section
from publishing.markdown import plain_text
from testimonials.models import Testimonial


@dataclass(frozen=True)
class Kind:
    """A kind of item that can be found; `lead` names the fields that stand between its title and its text."""

    name: str
    model: Any
    lead: tuple[str, ...]
    is_dated: bool = False

    def published(self) -> QuerySet:
        """What visitors may find of it now. Hidden from search engines is not hidden from visitors."""
        return self.model.objects.published()


class PageKind(Kind):
    """Pages, but for those on which one searches."""

    def published(self) -> QuerySet:
        return super().published().besides(Section.SEARCH)


KINDS = (
    PageKind("page", Page, ("lead", "quotation", "quotation_author")),
    Kind("post", Post, ("lead",), is_dated=True),
    Kind("testimonial", Testimonial, ("role", "organisation")),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_MODEL = {kind.model: kind for kind in KINDS}


@dataclass(frozen=True)
class Document:
    """The plain text of an item; `text` is without what is inserted into it, which is found as an item of its own."""

    kind: str
    item_id: int
    language: str
    title: str
    lead: str
    text: str
    changed: datetime


def document(item: Model) -> Document:
    """What is kept of an item of one of the kinds, public or not."""
    kind = BY_MODEL[type(item)]
    text = plain_text(item.body_html)
    return Document(kind.name, item.pk, item.language, str(item.title), lead(item), text, item.changed)


def lead(item: Model) -> str:
    """What stands between the title and the text of an item, on one line."""
    pieces = (str(getattr(item, field)) for field in BY_MODEL[type(item)].lead)
    return " ".join(" ".join(pieces).split())
