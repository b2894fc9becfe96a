"""A small tree, and the steps that a browser without script takes to move a page."""

from pages.models import Page
from tests.factories import create_page

LIST = "/admin/pages/page/"


def address(page, action):
    return f"/admin/pages/page/{page.pk}/{action}/"


def ask(client, page, under=None, **more):
    """What is shown of a move before it is made: under a page, or at the top."""
    return client.get(address(page, "move"), {"under": under.pk if under else "", **more})


def confirm(client, page, answer, **changes):
    """Go on with the move that an answer of `ask` shows, as its form would."""
    told, form = answer.context["told"], answer.context["form"]
    data = {
        "under": form["under"].value() or "",
        "slug": told.item.slug,
        "seen": told.old,
        "becomes": told.new,
        "after": "" if form["after"].value() is None else form["after"].value(),
    }
    return client.post(address(page, "move"), data | changes)


def move(client, page, under=None, **more):
    return confirm(client, page, ask(client, page, under, **more))


def paths():
    """The paths of all pages but those of sections."""
    return sorted(Page.objects.filter(section="").values_list("path", flat=True))


def titles_under(page):
    parent = page and page.pk
    return list(Page.objects.filter(parent=parent, section="").order_by("position").values_list("title", flat=True))


def small_tree():
    """Two pages at the top, one of them with two pages below it."""
    offer = create_page(title="Offer", slug="offer")
    dialogue = create_page(title="Dialogue", slug="dialogue", parent=offer)
    training = create_page(title="Training", slug="training", parent=offer)
    return offer, dialogue, training, create_page(title="Other", slug="other")
