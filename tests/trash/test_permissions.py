"""Whoever may delete a kind of item may bring it back; of what was public only whoever may publish."""

import pytest

from pages.models import Page
from tests.contact.factories import create_message
from tests.factories import create_page, create_user
from tests.trash.deleting import bring_back, form_of
from trash.models import Deletion
from trash.putting import put

pytestmark = pytest.mark.django_db
WRITER = ("pages.view_page", "pages.change_page", "pages.delete_page")
BIN = "/admin/trash/deletion/"


@pytest.fixture
def writer_client(client):
    client.force_login(create_user(*WRITER))
    return client


def test_a_writer_brings_back_a_draft_and_nothing_that_was_public(writer_client):
    draft, public = put([create_page(status="draft")], by=None), put([create_page(slug="public")], by=None)
    assert bring_back(writer_client, draft).status_code == 200
    assert bring_back(writer_client, public).status_code == 403
    assert [page.status for page in Page.objects.filter(section="")] == ["draft"]


def test_a_writer_deletes_a_draft_for_good_and_nothing_that_was_public(writer_client):
    draft, public = put([create_page(status="draft")], by=None), put([create_page(slug="public")], by=None)
    assert writer_client.post(f"{BIN}{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert writer_client.post(f"{BIN}{public.pk}/delete/", {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [public.pk], "post": "yes"}
    assert writer_client.post(BIN, data).status_code == 403
    assert list(Deletion.objects.all()) == [public]


def test_a_writer_does_not_delete_a_draft_with_a_public_page_below_it(writer_client):
    page = create_page(status="draft")
    create_page(slug="below", parent=page)
    assert writer_client.post(f"{form_of(page)}/delete/", {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [page.pk], "post": "yes"}
    assert writer_client.post("/admin/pages/page/", data).status_code == 403
    assert not Deletion.objects.exists()


def test_nobody_sees_what_is_of_a_kind_that_she_may_not_delete(writer_client):
    own = put([create_page(title="My page", status="draft")], by=None)
    other = put([create_message(name="Vera", body="Between us")], by=None)
    assert "Vera" not in writer_client.get(BIN).content.decode()
    assert writer_client.get(f"{BIN}{other.pk}/change/").status_code == 302
    assert writer_client.get(f"{BIN}{own.pk}/change/").status_code == 200
    bring_back(writer_client, other)
    assert Deletion.objects.filter(pk=other.pk).exists()


def test_without_a_login_or_without_permission_there_is_no_bin(client):
    deletion = put([create_page(slug="offer")], by=None)
    assert client.get(BIN).status_code == 302
    assert bring_back(client, deletion, follow=False).status_code == 302
    client.force_login(create_user("pages.view_page"))
    assert client.get(BIN).status_code == 403
    bring_back(client, deletion)
    assert not Page.objects.filter(path="offer").exists()


def test_bringing_back_is_asked_by_a_form_never_by_a_link(owner_client):
    deletion = put([create_page(slug="offer")], by=None)
    assert owner_client.get(f"{BIN}restore/?pk={deletion.pk}").status_code == 405


@pytest.mark.parametrize("keys", ["", "0", "-1", "abc", "9" * 30, "1,2,x", "٣"])
def test_keys_that_are_none_break_nothing(owner_client, keys):
    assert owner_client.post(f"{BIN}restore/", {"pk": keys}).status_code == 302
