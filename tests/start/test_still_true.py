"""Whoever opens a page that nobody looked at for a year can say that all of it is still true."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from pages.models import Page
from publishing import checklist
from publishing.models import ChangeStamp
from tests.factories import create_page, create_user
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(db):
    page = create_page(title="Old", lead="x")
    Page.objects.filter(pk=page.pk).update(changed=timezone.now() - timedelta(days=400))
    return page


def button(page):
    return reverse("admin:still_true", args=["pages", "page", page.pk])


def form(client, page):
    return client.get(reverse("admin:pages_page_change", args=[page.pk])).text


def test_its_form_asks_until_it_is_confirmed(owner_client, old):
    assert button(old) in form(owner_client, old)
    answer = owner_client.post(button(old), follow=True)
    assert "Old" in str(next(iter(answer.context["messages"]))) and "stale" not in answer.context["start"]
    assert button(old) not in form(owner_client, old)


def test_nothing_of_what_visitors_see_changes(owner_client, old):
    before = Page.objects.filter(pk=old.pk).values().get(), [*ChangeStamp.objects.values()]
    owner_client.post(button(old))
    assert (Page.objects.filter(pk=old.pk).values().get(), [*ChangeStamp.objects.values()]) == before


def test_the_check_of_the_whole_site_knows_of_it(owner_client, old):
    def stale():
        return [place.title for place in checklist.places([Page])[0] if place.finding.rule == "stale"]

    assert stale() == ["Old"]
    owner_client.post(button(old))
    assert stale() == []


def test_it_is_in_the_history(owner_client, old):
    owner_client.post(button(old))
    assert '"confirmed"' in LogEntry.objects.get().change_message


def test_a_page_that_was_looked_at_does_not_ask(owner_client, old):
    page = create_page(title="New")
    draft = create_page(title="Draft", status="draft")
    Page.objects.filter(pk=draft.pk).update(changed=timezone.now() - timedelta(days=400))
    assert button(page) not in form(owner_client, page) and button(draft) not in form(owner_client, draft)


def test_only_whoever_may_change_it_says_so(client, old):
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    assert client.post(button(old)).status_code == 403
    client.force_login(create_user("pages.change_page", "pages.publish_page"))
    assert client.get(button(old)).status_code == 405
    assert client.post(button(old)).status_code == 302


@pytest.mark.parametrize("kind", [("blog", "post"), ("auth", "user"), ("no", "where")])
def test_only_what_is_timeless_can_be_confirmed(owner_client, kind):
    post = create_post()
    assert owner_client.post(reverse("admin:still_true", args=[*kind, post.pk])).status_code == 404
