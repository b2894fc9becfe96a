"""A page goes and comes back with all that stands under it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import Page
from tests.factories import create_page
from tests.trash.deleting import bring_back, confirmation, to_bin
from trash.models import Deletion
from trash.putting import put
from trash.restoring import restore

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch():
    top = create_page(title="Offer", slug="offer")
    middle = create_page(
        title="Dialogue", slug="dialogue", parent=top, text="[Up](/offer/) [Down](/offer/dialogue/deep/)"
    )
    return [top, middle, create_page(title="Deep", slug="deep", parent=middle, status="draft")]


def test_all_of_it_goes_at_once_and_comes_back_at_its_addresses(client, owner_client, branch):
    deletion = to_bin(owner_client, branch[0])
    assert not Page.objects.filter(path__startswith="offer").exists()
    assert client.get("/offer/dialogue/").status_code == 410
    assert client.get("/offer/dialogue/deep/").status_code == 404
    bring_back(owner_client, deletion)
    assert client.get("/offer/dialogue/").status_code == 200
    assert list(Page.objects.filter(path__startswith="offer").in_tree_order()) == branch
    assert Page.objects.get(pk=branch[2].pk).status == "draft"


def test_every_page_of_it_is_named_before(owner_client, branch):
    content = confirmation(owner_client, branch[0])
    assert all(page.title in content for page in branch)
    assert "<code>/offer/dialogue/</code>" in content
    assert "<code>/offer/dialogue/deep/</code>" not in content


def test_pages_chosen_with_one_below_them_go_once(owner_client, branch):
    keys = [page.pk for page in branch[:2]]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    owner_client.post("/admin/pages/page/", data)
    assert [(one.title, one.number) for one in Deletion.objects.all()] == [("Offer", 3)]


def test_a_page_whose_place_is_gone_comes_back_at_the_top_as_a_draft_and_says_so(client, owner_client, branch):
    below = to_bin(owner_client, branch[1])
    to_bin(owner_client, branch[0])
    answer = bring_back(owner_client, below)
    page = Page.objects.get(pk=branch[1].pk)
    assert (page.parent, page.path, page.status) == (None, "dialogue", "draft")
    assert Page.objects.get(pk=branch[2].pk).path == "dialogue/deep"
    told = [str(message) for message in answer.context["messages"] if message.level_tag == "warning"]
    assert ["“Dialogue”" in note for note in told] == [True]
    assert client.get("/dialogue/").status_code == 404


def test_the_page_above_can_be_brought_back_too(client, owner_client, branch):
    below = to_bin(owner_client, branch[1])
    above = to_bin(owner_client, branch[0])
    content = owner_client.get(f"/admin/trash/deletion/{below.pk}/change/").content.decode()
    assert f'name="also" value="{above.pk}" id="also-{above.pk}" checked' in content
    bring_back(owner_client, below, also=[above])
    assert client.get("/offer/dialogue/").status_code == 200
    assert not Deletion.objects.exists()


def test_a_page_comes_back_below_its_parent_where_that_is_now_and_its_old_address_leads_there(
    client, owner_client, branch
):
    deletion = to_bin(owner_client, branch[1])
    top = branch[0]
    top.slug = "moved"
    top.save()
    bring_back(owner_client, deletion)
    assert client.get("/moved/dialogue/").status_code == 200
    assert client.get("/offer/dialogue/")["Location"] == "/moved/dialogue/"


def grow(number):
    top = create_page(title="Top", slug="top")
    links = " ".join(f"[{one}](/top/below-{one}/)" for one in range(number))
    below = [create_page(title=f"Below {one}", slug=f"below-{one}", parent=top, text=links) for one in range(3)]
    below += [create_page(title=f"Below {one}", slug=f"below-{one}", parent=top) for one in range(3, number)]
    return [top, *below]


def queries_of(number, owner):
    branch = grow(number)
    with CaptureQueriesContext(connection) as putting:
        deletion = put(branch, by=owner)
    with CaptureQueriesContext(connection) as restoring:
        restore(deletion)
    Page.objects.filter(path__startswith="top").delete()
    return len(putting), len(restoring)


def test_the_work_for_each_page_does_not_grow_with_their_number(owner):
    few, many = queries_of(10, owner), queries_of(40, owner)
    for of_ten, of_forty in zip(few, many, strict=True):
        assert (of_forty - of_ten) / 30 <= of_ten / 10


def test_nothing_has_happened_where_the_restoration_breaks_half_way(owner, branch, monkeypatch):
    deletion = put(branch, by=owner)
    monkeypatch.setattr("publishing.binned._lead_here", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        restore(deletion)
    assert not Page.objects.filter(path__startswith="offer").exists()
    assert Deletion.objects.get().rows.count() == 3


def test_nothing_has_happened_where_the_deletion_breaks_half_way(owner, branch, monkeypatch):
    monkeypatch.setattr("trash.putting._changes", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put(branch, by=owner)
    assert Page.objects.filter(path__startswith="offer").count() == 3
    assert not Deletion.objects.exists()
