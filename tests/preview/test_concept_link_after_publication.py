"""Once visitors have seen a publication that came after a link was made, the link never shows a concept again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pages.models import Page
from pages.moving import Place, move
from publishing.models import Revision, SharedPreview
from tests.autosave.typing import Form, change
from tests.factories import create_page

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


@pytest.fixture
def now():
    """The clock, which stands still until a test moves it."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def desk(now, owner_client):
    """The consultant at her desk: each deed a minute after the former one."""

    class Desk:
        def do(self, item, button, **changes):
            now.shift(timedelta(minutes=1))
            return Form(owner_client, item).save(button, **changes)

        def share(self, item):
            now.shift(timedelta(minutes=1))
            owner_client.post(f"/admin/pages/page/{item.pk}/share/", {"days": "60"})
            return SharedPreview.objects.of(item).first()

        def undo(self, item):
            now.shift(timedelta(minutes=1))
            return owner_client.post(f"/admin/pages/page/{item.pk}/undo-publication/")

        def offered(self, item):
            return owner_client.get(change(item)).text

    return Desk()


@pytest.fixture
def read(client):
    """What somebody without an account gets at a link: the status, where it leads, and the words."""
    reader = type(client)()

    def follow(link):
        answer = reader.get(f"/concept/{link.token}/")
        return answer.status_code, answer.get("Location", ""), answer.text

    return follow


@pytest.fixture
def published(desk):
    """A page that was shared as a draft and then published, with that link."""
    page = create_page(title="Offer", text="One.", status="draft")
    link = desk.share(page)
    desk.do(page, "_publish", text="Published.")
    return page, link


def test_what_is_written_later_is_not_shown(desk, read, published):
    page, link = published
    desk.do(page, "_save", text="Much later.", slug="offer-later")
    assert read(link)[:2] == (302, "/offer/")


def test_what_was_taken_off_the_site_is_not_shown(desk, read, published):
    page, link = published
    desk.do(page, "_archive")
    status, _way, words = read(link)
    assert status == 410 and "Published." not in words
    desk.do(page, "_save", text="Much later.", published_at_0="", published_at_1="")
    assert read(link)[0] == 410


def test_nor_is_a_publication_that_was_taken_back(desk, read, published):
    page, link = published
    desk.undo(page)
    assert read(link)[0] == 410


def test_nor_is_what_has_ended(desk, read, now, published):
    page, link = published
    Page.objects.filter(pk=page.pk).update(expires_at=NOON + timedelta(hours=1))
    now.shift(timedelta(days=1))
    assert read(link)[0] == 410


def test_a_new_link_shows_what_waits_until_that_is_published(desk, read, published):
    page, former = published
    desk.do(page, "_save", text="Next version.")
    link = desk.share(page)
    assert "Next version." in read(link)[2] and read(former)[0] == 302
    desk.do(page, "_publish")
    desk.do(page, "_save", text="The one after that.")
    assert read(link)[:2] == (302, "/offer/")


def test_a_page_put_back_or_moved_meanwhile_is_no_publication_of_what_waits(desk, read, published):
    page, _former = published
    desk.do(page, "_publish", text="Two.")
    desk.do(page, "_save", text="Next version.")
    link = desk.share(page)
    desk.undo(page)
    assert "Next version." in read(link)[2]
    above = create_page(title="Above")
    move(page.pk, Place(above.pk, None, "offer-2"), seen="/offer/")
    assert "Next version." in read(link)[2]


def test_a_scheduled_page_is_shown_until_its_moment_comes(desk, read, now):
    page = create_page(title="Offer", text="One.", status="draft")
    early = desk.share(page)
    desk.do(page, "_publish", published_at_0="2026-03-14", published_at_1="12:00:00")
    late = desk.share(page)
    assert (read(early)[0], read(late)[0]) == (200, 200)
    now.shift(timedelta(days=3))
    desk.do(page, "_save", text="Much later.")
    assert [read(link)[:2] for link in (early, late)] == [(302, "/offer/")] * 2
    desk.do(page, "_archive")
    assert [read(link)[0] for link in (early, late)] == [410, 410]


def test_a_moment_that_was_planned_and_given_up_ends_no_link(desk, read, now):
    page = create_page(title="Offer", text="One.", status="draft")
    desk.do(page, "_publish", published_at_0="2026-03-14", published_at_1="12:00:00")
    desk.do(page, "_publish", published_at_0="", published_at_1="")
    desk.do(page, "_save", text="Next version.")
    link = desk.share(page)
    now.shift(timedelta(days=3))
    assert "Next version." in read(link)[2]


def test_what_came_by_itself_before_versions_were_kept_counts_as_well(desk, read, now):
    page = create_page(title="Offer", text="One.", published_at=NOON + timedelta(days=1))
    Revision.objects.all().delete()
    link = desk.share(page)
    assert read(link)[0] == 200
    now.shift(timedelta(days=2))
    desk.do(page, "_archive")
    assert read(link)[0] == 410


def test_the_form_lists_what_still_shows_something_and_says_that_a_new_link_is_needed(desk, published):
    page, former = published
    desk.do(page, "_save", text="Next version.")
    link = desk.share(page)
    form = desk.offered(page)
    assert link.token in form and former.token not in form
    assert "make a new link" in form or "een nieuwe link" in form
