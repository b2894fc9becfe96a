"""An older version is put back: a new version, nothing lost, and what could not come back is told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.admin.models import LogEntry

from images.models import Image
from pages.models import Page
from publishing import markdown
from publishing.models import Revision
from publishing.versions import revisions
from tests.factories import create_page, create_user
from tests.factories_images import create_image
from tests.versions.writing import put_back, row, said, screen, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def refused(client, item, version):
    """Tries to put a version back, which changes nothing; gives what is told."""
    before = row(item).__dict__ | {"_state": None}, Revision.objects.count()
    response = put_back(client, item, version)
    assert (row(item).__dict__ | {"_state": None}, Revision.objects.count()) == before
    assert response.redirect_chain[-1][0] == screen(item)
    return said(response)


def test_of_a_draft_it_stands_there_again(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, text="Two.")
    response = put_back(owner_client, page, old)
    assert row(page).text == "One."
    assert response.redirect_chain[-1][0] == screen(page, "change")
    assert Revision.objects.first().restored_from == old


def test_of_a_live_item_it_waits(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    old = write(page, owner, publish=True, text="Two.")
    write(page, owner, publish=True, text="Three.")
    put_back(owner_client, page, old)
    assert row(page).text == "Three."
    assert revisions.working_copy(row(page)).text == "Two."


def test_it_is_written_into_the_history(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    put_back(owner_client, page, old)
    assert LogEntry.objects.latest("pk").change_message == '[{"reverted": {}}]'


def test_a_text_that_is_over_a_limit_by_now_is_refused_with_the_reason(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, lead="A long introduction. " * 20)
    write(page, owner, lead="Short.")
    Revision.objects.filter(pk=old.pk).update(content=old.content | {"lead": "A long introduction. " * 40})
    assert "600" in refused(owner_client, page, old)


def test_a_text_longer_than_any_is_refused(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, text="Two.")
    Revision.objects.filter(pk=old.pk).update(content=old.content | {"text": "a" * (markdown.MAX_LENGTH + 1)})
    assert str(markdown.MAX_LENGTH)[:3] in refused(owner_client, page, old)


def test_what_does_not_fit_stays_as_it_is_now_with_the_reason_and_the_rest_comes_back(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, lead="Short.", text="Two.")
    Revision.objects.filter(pk=old.pk).update(content=old.content | {"lead": "A long introduction. " * 40})
    told = said(put_back(owner_client, page, old))
    assert (row(page).text, row(page).lead) == ("One.", "Short.")
    assert "600" in told
    assert told.count("nleiding") == 1


def test_of_a_live_item_what_waits_now_stays_where_the_older_version_does_not_fit(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    old = write(page, owner, publish=True, text="Two.")
    write(page, owner, lead="It waits.", text="Three.")
    Revision.objects.filter(pk=old.pk).update(content=old.content | {"lead": "A long introduction. " * 40})
    put_back(owner_client, page, old)
    again = revisions.working_copy(row(page))
    assert (again.text, again.lead, row(page).lead) == ("Two.", "It waits.", "")


def test_an_end_that_comes_before_the_beginning_stays_out_together_with_it(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, text="Two.")
    beginning, end = NOON + timedelta(days=9), NOON + timedelta(days=8)
    turned = {"published_at": beginning.isoformat(), "expires_at": end.isoformat()}
    Revision.objects.filter(pk=old.pk).update(content=old.content | turned)
    put_back(owner_client, page, old)
    assert (row(page).text, row(page).published_at, row(page).expires_at) == ("One.", None, None)


def test_a_language_that_its_translation_has_by_now_stays_out(owner_client, owner):
    page = create_page(title="Offer", status="draft", language="en")
    old = write(page, owner, text="One.")
    write(page, owner, language="nl", text="Two.")
    create_page(title="Twin", status="draft", language="en", translation_of=row(page))
    put_back(owner_client, page, old)
    assert (row(page).text, row(page).language) == ("One.", "nl")


def test_a_deleted_picture_does_not_come_back_and_that_is_said(owner_client, owner):
    image = create_image()
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, image=image, text="One.")
    write(page, owner, image=None, text="Two.")
    Image.objects.all().delete()
    response = put_back(owner_client, page, old)
    assert (row(page).text, row(page).image) == ("One.", None)
    assert "fbeelding" in said(response)


def test_an_address_that_was_taken_comes_back_as_a_free_one_and_that_is_said(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, slug="other")
    create_page(title="Another", slug="offer")
    response = put_back(owner_client, page, old)
    assert row(page).slug == "offer-2"
    assert "dres" in said(response)


def test_what_comes_back_as_it_was_says_nothing_more(owner_client, owner):
    about, page = create_page(title="About", status="draft"), create_page(title="Offer", status="draft")
    old = write(page, owner, text="[a](/about/)")
    write(page, owner, text="Two.")
    about.slug = "who-i-am"
    about.save()
    assert len(list(put_back(owner_client, page, old).context["messages"])) == 1


def test_the_moment_of_its_publication_is_frozen(owner_client, owner, noon):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, publish=True, text="Two.")
    noon.shift(timedelta(days=10))
    put_back(owner_client, page, old)
    write(page, owner, publish=True)
    assert (row(page).text, row(page).published_at) == ("One.", NOON)


def test_an_end_that_has_passed_does_not_come_back(owner_client, owner, noon):
    page = create_page(title="Offer", text="One.")
    old = write(page, owner, publish=True, expires_at=NOON + timedelta(days=2))
    write(page, owner, publish=True, expires_at=None, text="Two.")
    noon.shift(timedelta(days=3))
    put_back(owner_client, page, old)
    again = revisions.working_copy(row(page))
    assert (again.text, again.expires_at) == ("One.", None)


def test_a_page_of_the_site_keeps_its_address(owner_client, owner):
    home = Page.objects.get(section="home")
    old = write(home, owner, text="One.")
    write(home, owner, text="Two.")
    put_back(owner_client, home, old)
    again = revisions.working_copy(row(home))
    assert (again.slug, again.text) == (home.slug, "One.")


def test_its_place_stays_as_it_is(owner_client, owner):
    parent, page = create_page(title="Above"), create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    write(page, owner, text="Two.", parent=parent, menu="main")
    put_back(owner_client, page, old)
    assert (row(page).text, row(page).parent, row(page).menu) == ("One.", parent, "main")


@pytest.mark.parametrize(
    ("permissions", "status", "answer"),
    [
        (["view"], "draft", 403),
        (["view", "change"], "draft", 302),
        (["view", "change"], "published", 403),
        (["view", "change", "publish"], "published", 302),
    ],
)
def test_who_may_put_back(client, owner, permissions, status, answer):
    page = create_page(title="Offer", status=status)
    old = write(page, owner, text="One.")
    client.force_login(create_user(*[f"pages.{verb}_page" for verb in permissions]))
    assert client.post(screen(page, "restore_version", old.pk)).status_code == answer


def test_nothing_is_put_back_by_looking(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    assert owner_client.get(screen(page, "restore_version", old.pk)).status_code == 405


def test_a_version_of_another_item_is_not_put_back(owner_client, owner):
    page, other = create_page(title="Offer", status="draft"), create_page(title="Other", status="draft")
    its = write(other, owner, text="Its words.")
    assert owner_client.post(screen(page, "restore_version", its.pk)).status_code == 404
