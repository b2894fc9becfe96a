"""A move can be undone: the page stands where it was, among the same neighbours."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.models import Page
from tests.factories import create_user
from tests.tree.trees import LIST, address, move, paths, small_tree, titles_under

pytestmark = pytest.mark.django_db

UNDO = "/admin/pages/page/move/undo/"


def test_a_moved_page_goes_back_to_its_address_and_its_neighbours(client, owner_client):
    offer, dialogue, _training, other = small_tree()
    move(owner_client, dialogue, other)
    assert UNDO in owner_client.get(LIST).content.decode()
    owner_client.post(UNDO)
    assert titles_under(offer) == ["Dialogue", "Training"]
    assert client.get("/offer/dialogue/").status_code == 200
    assert client.get("/other/dialogue/")["Location"].split("?")[0] == "/offer/dialogue/"
    assert UNDO not in owner_client.get(LIST).content.decode()


def test_a_step_can_be_undone_too(owner_client):
    offer, dialogue, *_ = small_tree()
    owner_client.post(address(dialogue, "shift"), {"direction": "down"})
    owner_client.post(UNDO)
    assert titles_under(offer) == ["Dialogue", "Training"]


def test_a_page_that_took_a_free_address_gets_its_own_back(owner_client):
    _offer, dialogue, _training, other = small_tree()
    move(owner_client, dialogue, other, slug="talking")
    assert "other/talking" in paths()
    owner_client.post(UNDO)
    assert "offer/dialogue" in paths()


def test_what_stands_elsewhere_by_now_is_not_put_back(owner_client):
    _offer, dialogue, training, other = small_tree()
    move(owner_client, dialogue, other)
    page = Page.objects.get(pk=dialogue.pk)
    page.parent = training
    page.save()
    assert UNDO not in owner_client.get(LIST).content.decode()
    owner_client.post(UNDO)
    assert "offer/training/dialogue" in paths()


def test_where_its_old_place_is_taken_it_stays_and_is_told_why(owner_client):
    offer, dialogue, _training, other = small_tree()
    move(owner_client, dialogue, other)
    Page.objects.create(title="Newcomer", slug="dialogue", parent=offer, status="published")
    answer = owner_client.post(UNDO, follow=True)
    assert "Newcomer" in answer.content.decode()
    assert "other/dialogue" in paths()


def test_it_is_offered_for_an_hour(owner_client):
    _offer, dialogue, _training, other = small_tree()
    move(owner_client, dialogue, other)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        assert UNDO not in owner_client.get(LIST).content.decode()


def test_it_is_the_own_move_that_is_undone_and_only_with_the_permission_to(client, owner):
    _offer, dialogue, _training, other = small_tree()
    client.force_login(owner)
    move(client, dialogue, other)
    assert client.get(UNDO).status_code == 405
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    client.post(UNDO)
    assert "other/dialogue" in paths()
