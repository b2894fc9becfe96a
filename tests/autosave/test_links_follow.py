"""What is only typed links to an item, not to an address: it follows where that goes, as what is saved does."""

import pytest

from publishing.models import Autosave, Revision
from tests.autosave.typing import Form
from tests.factories import create_page
from tests.versions.writing import put_back

pytestmark = pytest.mark.django_db

TYPED = "See [it](/goal/#part), and `/goal/`."
FOLLOWED = "See [it](/end/#part), and `/goal/`."


@pytest.fixture
def goal():
    return create_page(title="Goal", slug="goal")


def take_its_address(goal):
    """It moves, and another page comes to stand where it stood."""
    goal.slug = "end"
    goal.save()
    create_page(title="Another", slug="goal")


def put_aside(client, form):
    client.post(f"/admin/pages/page/typed/{form.uuid}/put-aside/")
    return Revision.objects.get(kind=Revision.Kind.TYPED)


def test_a_form_opens_with_the_link_to_the_same_item(owner_client, goal):
    page = create_page(title="Offer", status="draft")
    Form(owner_client, page).send(text=TYPED)
    take_its_address(goal)
    again = Form(owner_client, page, tab="two")
    assert again.value("text") == FOLLOWED
    again.save()
    page.refresh_from_db()
    assert page.text == FOLLOWED


def test_what_stands_in_an_open_form_stays_the_link_that_it_was(owner_client, goal):
    page = create_page(title="Offer")
    form = Form(owner_client, page)
    form.send(text=TYPED)
    take_its_address(goal)
    form.send(text=f"More. {TYPED}")
    assert Form(owner_client, page, tab="two").value("text") == f"More. {FOLLOWED}"


def test_a_link_typed_after_that_leads_to_what_stands_there_now(owner_client, goal):
    page = create_page(title="Offer")
    Form(owner_client, page).send(text=TYPED)
    take_its_address(goal)
    Form(owner_client, page, tab="two").send(text="And [that](/goal/).")
    assert Form(owner_client, page, tab="three").value("text") == "And [that](/goal/)."


def test_so_does_what_was_put_aside_and_is_put_back(owner_client, goal):
    page = create_page(title="Offer")
    form = Form(owner_client, page)
    form.send(text=TYPED)
    version = put_aside(owner_client, form)
    take_its_address(goal)
    put_back(owner_client, page, version)
    assert Form(owner_client, page).value("text") == FOLLOWED


def test_so_does_a_new_item_that_is_taken_back(owner_client, goal):
    form = Form(owner_client)
    form.send(title="New", text=TYPED)
    put_aside(owner_client, form)
    take_its_address(goal)
    assert Form(owner_client, query=f"?uuid={form.uuid}").value("text") == FOLLOWED


def test_to_where_nothing_stands_it_stays_as_it_was_typed(owner_client):
    page = create_page(title="Offer")
    Form(owner_client, page).send(text="See [it](/nowhere/) and [that](https://elsewhere.example/goal/).")
    assert Autosave.objects.get().links == {}
    assert Form(owner_client, page, tab="two").value("text").startswith("See [it](/nowhere/) and")
