"""A page that has changes waiting moves with them, under the address that it was given."""

import pytest

from pages.models import Page
from pages.moving import Place, move
from publishing.versions import drafts, revisions
from tests.factories import create_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """Of a page below another, with another text waiting; there is one of its name where it is to go."""
    above, other = create_page(title="Above"), create_page(title="Other")
    create_page(title="Offer", parent=other)
    page = create_page(title="Offer", text="One.", parent=above)
    wait(page, text="Two.")
    return page


def wait(page, **fields):
    item = revisions.working_copy(page.stored())
    for name, value in fields.items():
        setattr(item, name, value)
    drafts.save(item)


def moved_and_published(page):
    move(page.pk, Place(Page.objects.get(slug="other").pk, None, "offer-2"), seen="/above/offer/")
    item = revisions.working_copy(page.stored())
    item.full_clean()
    drafts.publish(item)
    return page.stored()


def test_publishing_leaves_it_where_it_was_put(page):
    published = moved_and_published(page)
    assert (published.get_absolute_url(), published.text) == ("/other/offer-2/", "Two.")


def test_an_address_that_was_chosen_in_the_form_stays_chosen(page):
    wait(page, slug="better")
    assert moved_and_published(page).get_absolute_url() == "/other/better/"
