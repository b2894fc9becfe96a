"""The menu shows where a visitor is, stands in the header and at the foot, and needs no script."""

import pytest

from pages.models import Section
from tests.factories import create_page
from tests.look.content import section

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return create_page(title="Offer", menu="main")


def test_it_stands_in_the_header_and_at_the_foot(client, offer):
    assert client.get("/").content.decode().count('<a href="/offer/">') == 2


def test_it_marks_the_page_one_is_on(client, offer):
    assert '<a href="/offer/" aria-current="page">' in client.get("/offer/").content.decode()


def test_it_marks_the_branch_one_is_in(client, offer):
    create_page(title="Below", parent=offer)
    assert '<a href="/offer/" aria-current="true">' in client.get("/offer/below/").content.decode()


def test_a_like_address_elsewhere_is_not_marked(client, offer):
    create_page(title="Other", slug="offer-of-another-kind")
    assert '<a href="/offer/">' in client.get("/offer-of-another-kind/").content.decode()


def test_few_items_stand_in_a_row_and_many_behind_a_button(client, offer):
    assert "site-head--few" in client.get("/").content.decode()
    for number in range(6):
        create_page(title=f"Menu {number}", menu="main")
    assert "site-head--few" not in client.get("/").content.decode()


def test_the_contact_page_is_a_button_of_its_own(client):
    assert '<a class="button button--plain" href="/contact/">' in client.get("/").content.decode()
    section(Section.CONTACT, status="draft")
    assert "/contact/" not in client.get("/").content.decode()


def test_the_invitation_closes_every_page_but_the_contact_page(client):
    assert 'class="closing"' in client.get("/").content.decode()
    assert 'class="closing"' not in client.get("/contact/").content.decode()
