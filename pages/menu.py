"""The order of the main menus."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from pages.models import MAX_POSITION, Menu, Page
from pages.site import current_sites
from publishing import stamp


@dataclass(frozen=True)
class MainMenu:
    """A main menu with the languages whose pages share it; its pages are public or not, in their order."""

    languages: tuple[str, ...]
    pages: Sequence[Page]

    @property
    def name(self) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(str(names[language]) for language in self.languages)


def main_menus() -> list[MainMenu]:
    """Every main menu in which a page stands, as visitors have them now; the site's own first."""
    marked = Page.objects.filter(menu=Menu.MAIN).with_translation().defer("text", "body_html")
    pages = [page for page in marked if not page.stands_beside_menus]
    sites = current_sites()
    shared = dict.fromkeys(sites[code].languages for code in (settings.LANGUAGE_CODE, *sites))
    menus = (MainMenu(codes, [page for page in pages if page.language in codes]) for codes in shared)
    return [menu for menu in menus if menu.pages]


@transaction.atomic
def arrange(pages: Sequence[Page]) -> list[Page]:
    """Put these pages in this order; gives those that moved.

    They share out among them the positions that they have, so that what stands between them elsewhere stays there.
    """
    places = _apart(sorted(page.position or 0 for page in pages))
    moved = [page for page, place in zip(pages, places, strict=True) if page.position != place]
    for page, place in zip(pages, places, strict=True):
        page.position = place
    Page.objects.bulk_update(moved, ["position"])
    stamp.touch()
    return moved


def _apart(places):
    """Those that are equal told apart; all of them new where that leads beyond the last."""
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1] + 1)
    if places and places[-1] > MAX_POSITION:
        return [10 * (number + 1) for number in range(len(places))]
    return places
