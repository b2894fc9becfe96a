"""Moving a page to another place of the tree, and back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pages.menu import arrange
from pages.models import MAX_POSITION, Page
from publishing import stamp
from publishing.versions import drafts
from trash.keys import key_of

FIRST = 0


class StandsElsewhereError(Exception):
    """The page stands elsewhere by now than where it was seen."""


@dataclass(frozen=True)
class Place:
    """A place in the tree: under a page (None: at the top), and behind a neighbour there.

    `after` is the key of that neighbour, FIRST, or None for the last place. `slug` is the last part of the address
    there; empty keeps that of the page.
    """

    parent: int | None
    after: int | None = None
    slug: str = ""

    @classmethod
    def of(cls, page: Page) -> "Place":
        """Where a page stands now."""
        keys = [one.pk for one in page.neighbours()]
        before = keys.index(page.pk)
        return cls(page.parent_id, keys[before - 1] if before else FIRST, page.slug)

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "Place":
        """The place that a form asks for with `under`, `after` and `slug`; what is no key counts as not given."""
        return cls(_key(data.get("under")), _key(data.get("after"), FIRST), data.get("slug", ""))

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _key(value, *allowed):
    number = key_of(value)
    return number if number or number in allowed else None


def put(page: Page, place: Place) -> Page:
    """The page as it would stand there, not yet stored; raises ValidationError where the other page is gone."""
    parent = None if place.parent is None else Page.objects.filter(pk=place.parent).first()
    if parent is None and place.parent is not None:
        raise ValidationError({"parent": _("The page to put it under is no longer there. Choose another one.")})
    if page.section and parent is not None:
        raise ValidationError({"parent": _("“%(page)s” is part of the site and stays at the top.") % {"page": page}})
    if not page.section:
        page.parent, page.slug = parent, _slug(page, place.slug) if place.slug else page.slug
    return page


def _slug(page, asked):
    try:
        return page._meta.get_field("slug").clean(asked, page)
    except ValidationError as refusal:
        raise ValidationError({"slug": refusal.messages}) from refusal


@transaction.atomic
def move(key: int, place: Place, *, seen: str) -> tuple[Page, Place]:
    """Move a page, which was seen at the address `seen`; gives it as it stands now, and its former place.

    All of it happens, or nothing: raises Page.DoesNotExist, StandsElsewhereError, or ValidationError for a place that
    it can't have.
    """
    page = Page.objects.select_for_update().get(pk=key)
    if page.get_absolute_url() != seen:
        raise StandsElsewhereError
    former = Place.of(page)
    put(page, place).clean_translation()
    page.clean_place()
    if (page.parent_id, page.slug) != (former.parent, former.slug):
        drafts.keep_baseline(page.stored())
        page.position = None
        page.save(update_fields=["parent", "slug"])
        drafts.record(page)
        drafts.follow_move(page, former.slug)
    _set_behind(page, place.after)
    page.refresh_from_db()
    return page, former


def _set_behind(page, after):
    """Give the page a position behind one of its neighbours, last where that is none.

    The others keep theirs where there is room between them.
    """
    others = [one for one in page.neighbours() if one != page]
    keys = [FIRST, *(one.pk for one in others)]
    at = keys.index(after) if after in keys else len(others)
    low = others[at - 1].position if at else 0
    high = others[at].position if at < len(others) else min(low + 20, MAX_POSITION + 1)
    if high - low < 2:
        arrange([*others[:at], page, *others[at:]])
        return
    page.position = (low + high) // 2
    Page.objects.filter(pk=page.pk).update(position=page.position)
    stamp.touch()


def shift(page: Page, direction: str) -> Place | None:
    """The place one `up` or `down` among the neighbours of a page; None where there is none."""
    keys = [FIRST, *(one.pk for one in page.neighbours())]
    at = keys.index(page.pk)
    if direction == "up":
        return Place(page.parent_id, keys[at - 2]) if at > 1 else None
    return Place(page.parent_id, keys[at + 1]) if direction == "down" and at + 1 < len(keys) else None
