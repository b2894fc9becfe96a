"""After 60 days it is gone for good."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from contact.models import Message
from publishing.autosave.autosaves import Autosave
from publishing.confirmations import Confirmation
from publishing.previews.shared_previews import SharedPreview
from publishing.versions import revisions
from publishing.versions.revisions import Revision
from tests.contact.factories import create_message
from tests.factories import create_page, create_user
from tests.trash.deleting import bring_back, to_bin
from trash.models import DeletedRow, Deletion
from trash.putting import put
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db


def night(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_what_has_lain_there_for_sixty_days_goes_and_nothing_younger(client):
    put([create_page(slug="old")], by=None)
    with night(30):
        young = put([create_page(slug="young")], by=None)
    with night(59):
        assert empty_bin.call() == 0
    with night(61):
        assert empty_bin.call() == 1
        assert empty_bin.call() == 0
        assert list(Deletion.objects.all()) == [young]
        assert DeletedRow.objects.count() == 1
        assert client.get("/old/").status_code == 410


def told_in_history(client, user):
    client.force_login(user)
    days = client.get(reverse("admin:history")).context["days"]
    return [str(sentence) for _day, lines in days for line in lines for sentence in line.sentences]


def test_the_history_tells_in_one_line_how_much_went_and_nothing_of_a_night_without_any(client, owner):
    parent = create_page(title="Branch")
    put([parent, create_page(title="Twig", parent=parent)], by=None)
    put([create_page(title="Other")], by=None)
    with night(61):
        for _night in range(2):
            empty_bin.call()
        (line,) = told_in_history(client, owner)
        assert "3 items" in line
        assert not {"Branch", "Twig", "Other"} & set(line.split())
        assert told_in_history(client, create_user("blog.change_post")) == []


def test_a_message_leaves_no_word_and_no_name_behind(owner_client):
    deletion = to_bin(owner_client, create_message(name="Vera Voorbeeld", body="Between us"))
    with night(61):
        empty_bin.call()
    assert not Message.objects.exists()
    assert not Deletion.objects.exists()
    assert not DeletedRow.objects.exists()
    assert not LogEntry.objects.filter(object_repr__contains="Vera").exists()
    assert LogEntry.objects.filter(object_id=deletion.key).exists()


def test_its_versions_are_kept_until_then_and_come_back_with_it(owner_client):
    page = create_page(slug="offer")
    revisions.keep(page, Revision.Kind.SAVED)
    deletion = to_bin(owner_client, page)
    assert Revision.objects.of(page).count() == 1
    bring_back(owner_client, deletion)
    assert Revision.objects.of(page).count() == 1
    to_bin(owner_client, page).purge()
    assert not Revision.objects.of(page).exists()


def hang_on(item, owner):
    """One of each kind that is found by the uuid of an item."""
    of_item = {"item_type": ContentType.objects.get_for_model(item), "item_uuid": item.uuid}
    revisions.keep(item, Revision.Kind.SAVED)
    SharedPreview.objects.share(item, by=owner, days=14)
    Confirmation.objects.create(**of_item, by=owner)
    Autosave.objects.create(**of_item, by=owner, typed={"title": ["Offer"]}, version=1, moment=timezone.now())


@pytest.mark.parametrize("kind", [Autosave, Confirmation, Revision, SharedPreview])
def test_nothing_that_hangs_on_it_outlives_it(owner, kind):
    gone, kept = create_page(slug="gone"), create_page(slug="kept")
    hang_on(gone, owner)
    hang_on(kept, owner)
    put([gone], by=owner).purge()
    assert [one.item_uuid for one in kind.objects.all()] == [kept.uuid]
