"""Several at once: publish, archive, duplicate."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.models import Page, Section
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

LIST = "/admin/pages/page/"


def act(client, action, *pages):
    return client.post(LIST, {"action": action, "_selected_action": [page.pk for page in pages]}, follow=True)


def status_of(page):
    return Page.objects.get(pk=page.pk).status


def test_publish_puts_drafts_and_what_waits_on_the_site_now(owner_client):
    draft = create_page(title="Draft", status="draft")
    waiting = create_page(title="Waiting", published_at=timezone.now() + timedelta(days=9))
    act(owner_client, "publish", draft, waiting)
    assert all(Page.objects.get(pk=page.pk).is_published for page in (draft, waiting))


def test_publish_keeps_the_moment_of_what_was_public_before(owner_client):
    moment = timezone.now() - timedelta(days=400)
    page = create_page(status="archived", published_at=moment)
    act(owner_client, "publish", page)
    assert Page.objects.get(pk=page.pk).published_at == moment


def test_publish_brings_back_what_has_ended_and_keeps_an_end_to_come(owner_client):
    now = timezone.now()
    ended = create_page(title="Ended", published_at=now - timedelta(days=9), expires_at=now - timedelta(days=1))
    draft = create_page(title="Draft", status="draft", expires_at=now + timedelta(days=9))
    act(owner_client, "publish", ended, draft)
    assert [Page.objects.get(pk=page.pk).expires_at for page in (ended, draft)] == [None, draft.expires_at]
    assert all(Page.objects.get(pk=page.pk).is_published for page in (ended, draft))


def test_archive_takes_off_the_site_at_once(client, owner_client):
    page = create_page(title="Offer", menu="main")
    act(owner_client, "archive", page)
    assert client.get("/offer/").status_code == 404


def test_home_is_not_archived_and_the_rest_is(owner_client):
    home, page = Page.objects.get(section=Section.HOME), create_page()
    act(owner_client, "archive", home, page)
    assert (status_of(home), status_of(page)) == ("published", "archived")


def test_archive_works_whatever_else_is_wrong_with_the_page(owner_client):
    page = create_page(action_kind="page", action_label="Nowhere")
    act(owner_client, "archive", page)
    assert status_of(page) == "archived"


def test_each_is_changed_as_it_is_by_then(owner_client, monkeypatch):
    first, second = create_page(title="First", status="draft"), create_page(title="Second", status="draft", text="Old")
    save = Page.save

    def save_while_another_writes(page, *args, **kwargs):
        Page.objects.filter(pk=second.pk).exclude(pk=page.pk).update(text="New")
        save(page, *args, **kwargs)

    monkeypatch.setattr(Page, "save", save_while_another_writes)
    act(owner_client, "publish", first, second)
    assert Page.objects.get(pk=second.pk).text == "New"


def test_duplicate_makes_a_draft_beside_it(owner_client):
    page = create_page(title="Offer", text="Words")
    act(owner_client, "duplicate", page)
    copy = Page.objects.get(slug="offer-2")
    assert (copy.status, copy.text) == ("draft", "Words")
    assert status_of(page) == "published"


@pytest.mark.parametrize(
    ("action", "permission"), [("publish", "publish"), ("archive", "publish"), ("duplicate", "add")]
)
def test_each_asks_for_its_permission(client, action, permission):
    page = create_page(title="Offer", status="draft")
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    act(client, action, page)
    assert (status_of(page), Page.objects.filter(slug="offer-2").count()) == ("draft", 0)
    client.force_login(create_user("pages.view_page", "pages.change_page", f"pages.{permission}_page"))
    act(client, action, page)
    assert status_of(page) != "draft" or Page.objects.filter(slug="offer-2").exists()
