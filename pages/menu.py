"""The order of the main menu."""

from collections.abc import Sequence

from django.db import transaction

from pages.models import Menu, Page, Section
from publishing import stamp


def main_menu() -> list[Page]:
    """The pages that stand in it, public or not, in their order; not Contact, which has a button of its own."""
    return list(Page.objects.filter(menu=Menu.MAIN).exclude(section=Section.CONTACT).defer("text", "body_html"))


@transaction.atomic
def arrange(pages: Sequence[Page]) -> list[Page]:
    """Put these pages in this order; gives those that moved.

    They share out among them the positions that they have, so that what stands between them elsewhere stays there.
    """
    places = sorted(page.position or 0 for page in pages)
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1] + 1)
    moved = [page for page, place in zip(pages, places, strict=True) if page.position != place]
    for page, place in zip(pages, places, strict=True):
        page.position = place
    Page.objects.bulk_update(moved, ["position"])
    stamp.touch()
    return moved
