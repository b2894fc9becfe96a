"""What is done in the admin, in batches and by commands is written into the history."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from blog.models import Post
from consultancy.history import KEPT
from consultancy.history.verbs import VERBS
from consultancy.history.words import told
from consultancy.jobs import delete_old_history
from contact.models import Message
from publishing import history
from publishing.models import Status
from tests.admin.forms import filled_in
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import png_bytes, upload

pytestmark = pytest.mark.django_db
# Of a field with a default Django asks what stood there at first.
AS_A_BROWSER = {"initial-language": "nl"}


def verbs():
    """The verbs of all entries, latest first."""
    messages = LogEntry.objects.order_by("-pk").values_list("change_message", flat=True)
    return [next(iter(part)) for message in messages for part in json.loads(message)]


def batch(client, action, *items):
    address = reverse(f"admin:{items[0]._meta.app_label}_{items[0]._meta.model_name}_changelist")
    return client.post(address, {"action": action, "_selected_action": [item.pk for item in items]}, follow=True)


@pytest.mark.parametrize(
    ("status", "action", "verb"),
    [("draft", "publish", "published"), ("published", "archive", "archived"), ("published", "duplicate", "duplicated")],
)
def test_a_batch_writes_an_entry_for_each(owner_client, status, action, verb):
    batch(owner_client, action, create_post(title="One", status=status), create_post(title="Two", status=status))
    assert verbs() == [verb, verb]


@pytest.mark.parametrize(
    ("action", "verb"), [("mark_answered", "answered"), ("mark_spam", "spam"), ("mark_no_spam", "no_spam")]
)
def test_a_batch_of_messages_is_written_down(owner_client, action, verb):
    for status in ("new", "spam"):
        Message.objects.create(name="A", email="a@example.org", body="Hello", language="nl", status=status)
    batch(owner_client, action, *Message.objects.all())
    assert verbs() == [verb]


def test_a_picture_that_is_uploaded_from_a_text_is_written_down(owner_client):
    owner_client.post("/admin/editor/upload/", {"image": upload(png_bytes(900, 600), "bridge.png")})
    assert verbs() == ["added"]


def test_a_batch_that_changes_nothing_writes_nothing(owner_client):
    batch(owner_client, "publish", create_post())
    assert verbs() == []


def test_a_refused_one_of_a_batch_is_not_written_down(owner_client):
    batch(owner_client, "publish", create_post(title="Broken", text="[Offer](/nowhere/)", status="draft"))
    assert verbs() == []


def test_another_address_is_a_move(owner_client):
    page = create_page(slug="one")
    form = reverse("admin:pages_page_change", args=[page.pk])
    owner_client.post(form, filled_in(owner_client, form, slug="two", status="published"))
    page.refresh_from_db()
    assert page.slug == "two" and "moved" in verbs()
    assert "/one/" in str(told(LogEntry.objects.get()).sentences)


def test_what_waits_is_told_as_such_and_is_published_by_its_button(owner_client):
    page = create_page(title="Offer")
    form = reverse("admin:pages_page_change", args=[page.pk])
    owner_client.post(form, filled_in(owner_client, form, text="Better words", **AS_A_BROWSER))
    assert verbs() == ["drafted"] and told(latest()).fields == "tekst"
    owner_client.post(form, filled_in(owner_client, form, title="Work", status="published", **AS_A_BROWSER))
    assert verbs() == ["changed", "published", "drafted"] and told(latest()).fields == "titel"


@pytest.mark.parametrize(("status", "deed"), [("published", "restored"), ("draft", "taken_off")])
def test_a_publication_taken_back_is_found_by_what_visitors_see_then(owner_client, status, deed):
    page = create_page(title="Offer", status=status)
    form = reverse("admin:pages_page_change", args=[page.pk])
    owner_client.post(form, filled_in(owner_client, form, text="Better words", status="published", **AS_A_BROWSER))
    owner_client.post(reverse("admin:pages_page_undo_publication", args=[page.pk]))
    assert VERBS[verbs()[0]].deed == deed


def test_what_takes_effect_at_once_is_a_change(owner_client):
    form = reverse("admin:pages_page_change", args=[create_page(title="Offer").pk])
    owner_client.post(form, filled_in(owner_client, form, menu_title="Work", **AS_A_BROWSER))
    assert verbs() == ["changed"]


def latest():
    return LogEntry.objects.latest("pk")


@pytest.mark.parametrize(
    ("before", "after", "verb"),
    [
        ({"status": Status.DRAFT}, {"status": Status.PUBLISHED}, "published"),
        ({"status": Status.PUBLISHED}, {"status": Status.ARCHIVED}, "archived"),
        ({"status": Status.PUBLISHED}, {"status": Status.DRAFT}, "withdrawn"),
        ({"status": Status.DRAFT}, {"status": Status.PUBLISHED, "days": 3}, "scheduled"),
        ({"status": Status.PUBLISHED, "days": 2}, {"status": Status.PUBLISHED, "days": 3}, "scheduled"),
        ({"status": Status.PUBLISHED, "days": 3}, {"status": Status.PUBLISHED, "days": 3}, None),
        ({"status": Status.PUBLISHED}, {"status": Status.PUBLISHED}, None),
        (None, {"status": Status.DRAFT}, None),
        (None, {"status": Status.PUBLISHED}, "published"),
    ],
)
def test_the_verb_follows_from_what_became_of_it(before, after, verb):
    moment = timezone.now()

    def post(status, days=-1):
        return Post(slug="same", status=status, published_at=moment + timedelta(days=days))

    parts = history.difference(before and post(**before), post(**after))
    assert [next(iter(part)) for part in parts] == ([verb] if verb else [])


def test_the_import_is_named_as_such(tmp_path, capsys):
    (tmp_path / "page.md").write_text("---\ntitle: Offer\n---\nText.")
    call_command("import_content", str(tmp_path), "--dry-run")
    assert verbs() == []
    call_command("import_content", str(tmp_path))
    call_command("import_content", str(tmp_path))
    assert verbs() == ["imported"]
    assert "import" in str(told(LogEntry.objects.get()).sentences[0]).casefold()


def test_the_starter_site_begins_without_a_history(capsys):
    call_command("load_starter")
    assert verbs() == []


def test_a_translation_is_written_down(owner_client):
    page = create_page(title="Offer")
    owner_client.post(reverse("admin:pages_page_translate", args=[page.pk, "en"]))
    assert verbs() == ["translated"]


def test_what_was_done_longer_ago_than_is_kept_is_deleted_at_night(owner):
    page = create_page()
    history.note_all(owner, [page, page], "published")
    old = LogEntry.objects.earliest("pk")
    LogEntry.objects.filter(pk=old.pk).update(action_time=timezone.now() - KEPT - timedelta(hours=1))
    delete_old_history.call()
    assert [entry.pk for entry in LogEntry.objects.all()] == [old.pk + 1]
