"""The bin in the admin: its list, what lies in it, and the ways out of it."""

import re

import pytest
import time_machine
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.utils import timezone

from pages.models import Page
from tests.contact.factories import create_message
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.trash.deleting import bring_back, to_bin
from trash.models import KEPT_FOR, Deletion
from trash.putting import put

pytestmark = pytest.mark.django_db
BIN = "/admin/trash/deletion/"
UNDO = re.compile('<button class="undo" form="(.*?)" formaction="(.*?)" name="pk" value="(.*?)">')


def test_the_list_says_what_when_by_whom_and_how_long_still(owner_client):
    to_bin(owner_client, create_page(title="Our offer"))
    with time_machine.travel(timezone.now() + KEPT_FOR / 6, tick=False):
        content = owner_client.get(BIN).content.decode()
    assert "Our offer" in content
    assert "consultant" in content
    assert "50" in content


def test_it_is_searched_and_narrowed(owner_client):
    put([create_page(title="Our offer")], by=None)
    put([create_post(title="A post")], by=None)
    assert "A post" not in owner_client.get(f"{BIN}?q=offer").content.decode()
    assert "Our offer" not in owner_client.get(f"{BIN}?kind=blog.post").content.decode()
    assert "A post" in owner_client.get(f"{BIN}?kind=blog.post").content.decode()


@pytest.mark.parametrize("number", [3, 10_000])
def test_the_list_costs_at_most_12_queries(owner_client, owner, number, django_assert_max_num_queries):
    Deletion.objects.bulk_create(
        Deletion(title=f"Page {one}", kind="pages.page", key=one, by=owner) for one in range(number)
    )
    with django_assert_max_num_queries(12):
        assert owner_client.get(BIN).status_code == 200


def test_what_lies_there_is_read_as_it_was_and_can_not_be_changed(owner_client):
    deletion = to_bin(owner_client, create_page(title="Our offer", lead="The lead", text="The **words**\n\n<script>"))
    content = owner_client.get(f"{BIN}{deletion.pk}/change/").content.decode()
    assert all(words in content for words in ("Our offer", "The lead", "The **words**", "&lt;script&gt;"))
    assert owner_client.post(f"{BIN}{deletion.pk}/change/", {"title": "Other"}).status_code == 403


def test_before_the_button_it_says_what_visitors_see_again(owner_client):
    public, draft = (to_bin(owner_client, create_page(slug=slug, status=slug)) for slug in ("published", "draft"))
    assert "<code>/published/</code>" in owner_client.get(f"{BIN}{public.pk}/change/").content.decode()
    assert "<code>" not in owner_client.get(f"{BIN}{draft.pk}/change/").content.decode()


def test_what_has_come_to_its_moment_meanwhile_is_said_to_be_seen(owner_client):
    later = timezone.now() + KEPT_FOR / 10
    deletion = to_bin(owner_client, create_page(slug="offer", published_at=later))
    assert "<code>" not in owner_client.get(f"{BIN}{deletion.pk}/change/").content.decode()
    with time_machine.travel(later, tick=False):
        assert "<code>/offer/</code>" in owner_client.get(f"{BIN}{deletion.pk}/change/").content.decode()


def test_several_are_brought_back_after_saying_what_visitors_see(owner_client):
    deletions = [put([create_page(slug=slug)], by=None) for slug in ("one", "two")]
    data = {"action": "bring_back", "_selected_action": [deletion.pk for deletion in deletions]}
    content = owner_client.post(BIN, data).content.decode()
    assert set(re.findall("<code>(.*?)</code>", content)) == {"/one/", "/two/"}
    assert Deletion.objects.count() == 2
    owner_client.post(f"{BIN}restore/", {"pk": re.search('name="pk" value="(.*?)"', content)[1]})
    assert Page.objects.filter(path__in=["one", "two"]).count() == 2


def test_a_page_below_another_that_went_before_it_comes_back_in_its_place_with_it(owner_client):
    top = create_page(slug="top")
    below = put([create_page(slug="below", parent=top)], by=None)
    bring_back(owner_client, below, put([top], by=None))
    assert Page.objects.filter(path="top/below", status="published").exists()


def test_the_message_after_deleting_undoes_it_with_one_click(owner_client):
    page = create_page(slug="offer")
    answer = owner_client.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"}, follow=True)
    content = answer.content.decode()
    form, action, value = UNDO.search(content).groups()
    assert re.search(f'<form id="{form}" method="post" hidden><input type="hidden" name="csrfmiddlewaretoken"', content)
    answer = owner_client.post(action, {"pk": value})
    assert answer["Location"] == f"/admin/pages/page/{page.pk}/change/"
    assert Page.objects.filter(pk=page.pk).exists()


def test_several_are_undone_together(owner_client):
    keys = [create_page(slug=slug).pk for slug in ("one", "two")]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    _form, action, value = UNDO.search(
        owner_client.post("/admin/pages/page/", data, follow=True).content.decode()
    ).groups()
    owner_client.post(action, {"pk": value})
    assert Page.objects.filter(pk__in=keys).count() == 2


@pytest.mark.parametrize("several", [False, True])
def test_deleting_for_good_asks_first_and_names_it(owner_client, several):
    deletion = put([create_page(title="Our offer")], by=None)
    data = {"action": "delete_selected", "_selected_action": [deletion.pk]} if several else {}
    address = BIN if several else f"{BIN}{deletion.pk}/delete/"
    question = owner_client.post(address, data) if several else owner_client.get(address)
    assert "Our offer" in question.content.decode()
    assert Deletion.objects.exists()
    owner_client.post(address, {**data, "post": "yes"})
    assert not Deletion.objects.exists()


def test_the_history_tells_all_of_it(owner_client, owner):
    page = create_page(slug="offer")
    bring_back(owner_client, to_bin(owner_client, page))
    deletion = to_bin(owner_client, page)
    owner_client.post(f"{BIN}{deletion.pk}/delete/", {"post": "yes"})
    entries = LogEntry.objects.filter(object_id=page.pk, user=owner).order_by("pk")
    told = [(entry.action_flag, entry.change_message) for entry in entries]
    assert told == [
        (DELETION, '[{"binned": {}}]'),
        (CHANGE, '[{"restored": {}}]'),
        (DELETION, '[{"binned": {}}]'),
        (DELETION, '[{"purged": {}}]'),
    ]


def test_the_start_page_leads_there(owner_client):
    assert BIN in owner_client.get("/admin/").content.decode()


def test_a_message_is_read_there_by_whoever_may_delete_messages(owner_client):
    deletion = put([create_message(body="Between us")], by=None)
    assert "Between us" in owner_client.get(f"{BIN}{deletion.pk}/change/").content.decode()


def test_where_it_would_come_back_now_is_said_before(owner_client):
    top = create_page(title="Top", slug="top")
    below = put([create_page(title="Below", slug="below", parent=top)], by=None)
    put([top], by=None)
    content = owner_client.get(f"{BIN}{below.pk}/change/").content.decode()
    assert "“Below”" in content
    assert "<code>" not in content
    assert not Page.objects.filter(slug="below").exists()


def test_that_its_address_was_taken_is_said_before(owner_client):
    deletion = put([create_page(slug="offer")], by=None)
    create_page(slug="offer")
    assert "<code>/offer-2/</code>" in owner_client.get(f"{BIN}{deletion.pk}/change/").content.decode()
