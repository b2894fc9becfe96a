"""An opened form asks what else there is of its item, before anything is typed in it."""

import pytest

from publishing.models import Autosave
from tests.autosave.typing import Form
from tests.factories import create_owner, create_page, create_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/editor/autosave/others/"


@pytest.fixture
def page():
    return create_page(title="Offer", text="What we do.", status="draft")


def asked(form, client=None, **changes):
    known = {name: value for name, value in form.body().items() if name != "fields"}
    return (client or form.client).get(ADDRESS, known | changes)


def told(form):
    return asked(form).json()


def test_of_a_form_that_is_alone_there_is_nothing_to_say(owner_client, page):
    form = Form(owner_client, page)
    form.send(text="Better.")
    assert told(form) == {"others": "", "newer": None, "problem": ""}


def test_it_is_told_that_the_same_person_typed_in_another_tab(owner_client, page):
    one, other = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="other")
    one.send(text="Better.")
    assert told(other)["problem"]
    assert not told(one)["problem"]


def test_it_is_told_who_saved_and_who_is_writing(owner_client, client, page):
    form = Form(owner_client, page)
    colleague = type(client)()
    colleague.force_login(create_owner(username="els", first_name="Els"))
    theirs = Form(colleague, page)
    theirs.send(text="Hers.")
    assert "Els" in told(form)["others"]
    theirs.save(text="Hers.")
    assert "Els" in told(form)["newer"]["said"]


def test_nothing_is_kept_and_little_is_asked(owner_client, page, django_assert_max_num_queries):
    form = Form(owner_client, page)
    told(form)
    with django_assert_max_num_queries(7):
        told(form)
    assert not Autosave.objects.exists()


def test_whoever_may_not_change_it_is_told_nothing(owner_client, client, page):
    form = Form(owner_client, page)
    assert asked(form, client=type(client)()).status_code == 401
    other = create_user("pages.view_page")
    client.force_login(other)
    assert asked(form, client=client).status_code == 401
    assert asked(form, client=client, user=other.pk).status_code == 403


@pytest.mark.parametrize("changes", [{"kind": "no.kind"}, {"uuid": "x"}, {"version": "-1"}, {"user": "9" * 30}])
def test_what_no_form_asks_is_refused(owner_client, page, changes):
    assert asked(Form(owner_client, page), **changes).status_code == 400
