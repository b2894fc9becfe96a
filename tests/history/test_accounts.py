"""An account that stands in the history, or left something typed, is made inactive: it can't be deleted."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import ProtectedError

from publishing import history
from publishing.models import Autosave
from tests.autosave.typing import Form
from tests.factories import create_owner, create_page, create_user

pytestmark = pytest.mark.django_db
LIST = "/admin/auth/user/"


@pytest.fixture
def keeper(client):
    """Somebody who keeps the accounts, in whose browser they are seen."""
    user = create_user(username="keeper", is_superuser=True)
    client.force_login(user)
    return user


def acted():
    anna = create_owner(username="anna")
    history.note(anna, create_page(title="Offer"), "archived")
    return anna


def typed(client):
    anna, browser = create_owner(username="anna"), type(client)()
    browser.force_login(anna)
    Form(browser, create_page(title="Offer")).send(text="Typed by Anna.")
    return anna


def delete(client, account):
    return client.post(f"{LIST}{account.pk}/delete/", {"post": "yes"})


def delete_selected(client, *accounts):
    keys = [account.pk for account in accounts]
    return client.post(LIST, {"action": "delete_selected", "_selected_action": keys, "post": "yes"})


@pytest.mark.parametrize("way", [delete, delete_selected])
def test_what_it_did_stays_and_one_reads_what_to_do_instead(client, keeper, way):
    anna = acted()
    answer = way(client, anna)
    assert LogEntry.objects.filter(user=anna).count() == 1
    assert "“anna”" in answer.text and "“Actief”" in answer.text
    assert 'name="post"' not in answer.text


@pytest.mark.parametrize("way", [delete, delete_selected])
def test_so_does_what_it_typed_and_did_not_save(client, keeper, way):
    anna = typed(client)
    assert "“anna”" in way(client, anna).text
    assert Autosave.objects.get(by=anna).typed["text"] == ["Typed by Anna."]


def test_no_other_way_of_deleting_it_loses_anything(client):
    anna = acted()
    with pytest.raises(ProtectedError), transaction.atomic():
        User.objects.filter(pk=anna.pk).delete()
    assert LogEntry.objects.filter(user=anna).count() == 1


@pytest.mark.parametrize("way", [delete, delete_selected])
def test_one_that_left_nothing_is_deleted(client, keeper, way):
    nobody = create_user(username="nobody")
    assert way(client, nobody).status_code == 302
    assert not User.objects.filter(pk=nobody.pk).exists()
    assert LogEntry.objects.get().user == keeper


def test_nobody_deletes_her_own_of_which_no_word_would_be_left(client, keeper):
    assert delete(client, keeper).status_code == 403
    assert delete_selected(client, keeper).status_code == 403
    assert User.objects.filter(pk=keeper.pk).exists()
