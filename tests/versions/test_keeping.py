"""What was published is kept for good; what was saved or typed for a year, except what is still needed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from consultancy.jobs import delete_old_revisions
from publishing.models import Revision
from publishing.versions import drafts, keeping, revisions
from publishing.versions.putting_back import restore
from tests.factories import create_page
from tests.versions.writing import many, row, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def texts(item):
    return [kept.content["text"] for kept in Revision.objects.of(item).order_by("pk")]


def a_year_on(noon, **more):
    noon.shift(timedelta(days=365, seconds=1) + timedelta(**more))
    delete_old_revisions.call()


def test_a_year_of_history_leaves_what_visitors_saw_and_the_latest(owner, noon):
    page = create_page(title="Offer", text="Month 0.", status="draft")
    for month in range(1, 25):
        noon.shift(timedelta(days=30))
        write(page, owner, publish=month % 6 == 0, text=f"Month {month}.")
    delete_old_revisions.call()
    assert texts(page) == [f"Month {month}." for month in (6, *range(12, 25))]


def test_to_the_second(owner, noon):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    noon.shift(timedelta(days=2))
    write(page, owner, text="Three.")
    noon.shift(timedelta(days=363))
    delete_old_revisions.call()
    assert texts(page) == ["One.", "Two.", "Three."]
    noon.shift(timedelta(seconds=1))
    delete_old_revisions.call()
    assert texts(page) == ["Three."]


def test_the_latest_stays_however_old(owner, noon):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    a_year_on(noon, days=1000)
    assert texts(page) == ["Two."]


def test_what_waits_stays(owner, noon):
    page = create_page(title="Offer", text="One.")
    write(page, owner, text="Two.")
    a_year_on(noon, days=10)
    assert revisions.working_copy(row(page)).text == "Two."


def test_what_waits_stays_where_an_import_has_published_since(owner, noon):
    page = create_page(title="Offer", text="One.")
    write(page, owner, text="Two.")
    imported = row(page)
    imported.text = "Three."
    imported.save()
    drafts.record(imported)
    a_year_on(noon, days=10)
    assert texts(page) == ["One.", "Two.", "Three."]


def test_a_first_version_is_never_of_a_moment_to_come(owner):
    page = create_page(title="Offer", status="draft", published_at=NOON + timedelta(days=800))
    write(page, owner, text="Two.")
    assert Revision.objects.of(page).last().moment == NOON


def test_what_was_typed_goes_as_well(owner, noon):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    many(page, 3, kind="typed")
    write(page, owner, text="Three.")
    a_year_on(noon)
    assert texts(page) == ["Three."]


def test_what_a_newer_one_was_put_back_from_stays(owner, noon):
    page = create_page(title="Offer", text="One.", status="draft")
    old = write(page, owner, text="Two.")
    write(page, owner, text="Three.")
    noon.shift(timedelta(days=300))
    restore(row(page), old, owner)
    noon.shift(timedelta(days=70))
    delete_old_revisions.call()
    assert texts(page) == ["Two.", "Two."]
    assert Revision.objects.first().restored_from == old


def test_a_publication_of_what_was_old_can_still_be_undone(owner, noon):
    page = create_page(title="Offer", text="One.", status="draft", published_at=NOON + timedelta(days=800))
    write(page, owner, text="Two.")
    noon.shift(timedelta(days=400))
    write(page, owner, publish=True, published_at=None)
    delete_old_revisions.call()
    drafts.undo_publication(row(page), owner)
    assert row(page).published_at == NOON + timedelta(days=800)


def test_many_go_in_short_transactions(owner, noon, monkeypatch, django_assert_max_num_queries):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    many(page, 2_000)
    noon.shift(timedelta(days=3))
    write(page, owner, text="Three.")
    noon.shift(timedelta(days=365))
    with django_assert_max_num_queries(100):
        assert keeping.delete_old_revisions() == 2_002
    assert texts(page) == ["Three."]


def test_versions_of_an_item_that_is_gone_for_good_go_with_it(owner):
    page, other = create_page(title="Offer"), create_page(title="Other")
    write(page, owner, text="Two.")
    write(other, owner, text="Two.")
    revisions.forget(page)
    assert (len(texts(page)), len(texts(other))) == (0, 2)
