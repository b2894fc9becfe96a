"""The consultant gives an item an end."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from pages.models import Page, Section
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAY = timedelta(days=1)
NEXT_WEEK = {"expires_at_0": "2026-12-03", "expires_at_1": "09:00"}
NO_END = {"expires_at_0": "", "expires_at_1": ""}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def page():
    return create_page(title="Offer", published_at=NOW - 2 * DAY)


def save(client, page, **changes):
    address = f"/admin/pages/page/{page.pk}/change/"
    return client.post(address, filled_in(client, address, **changes), follow=True)


def refused(answer):
    return answer.context["adminform"].form.errors.get("expires_at", [])


def test_it_is_typed_in_the_time_of_the_site_and_said_in_words(owner_client, page):
    answer = save(owner_client, page, status="published", **NEXT_WEEK)
    assert Page.objects.get(pk=page.pk).expires_at.isoformat() == "2026-12-03T08:00:00+00:00"
    # In the message, in the sentence above the form and below the field.
    assert answer.text.lower().count("donderdag 3 december") == 3


def test_it_takes_effect_at_its_moment(client, owner_client, page, noon):
    save(owner_client, page, status="published", expires_at_0="2026-11-25", expires_at_1="12:01")
    assert client.get("/offer/").status_code == 200
    noon.shift(timedelta(minutes=1))
    assert client.get("/offer/").status_code == 404
    assert "state-in-words--expired" in owner_client.get(f"/admin/pages/page/{page.pk}/change/").text


@pytest.mark.parametrize("status", ["draft", "published"])
def test_one_before_the_beginning_is_refused_and_nothing_is_lost(owner_client, page, status):
    moments = {"published_at_0": "2026-12-03", "published_at_1": "10:00", **NEXT_WEEK}
    answer = save(owner_client, page, status=status, text="Typed with care", **moments)
    assert refused(answer)
    assert "Typed with care" in answer.text and 'value="2026-12-03"' in answer.text
    assert Page.objects.get(pk=page.pk).expires_at is None


@pytest.mark.parametrize("before", ["draft", "archived", "published"])
def test_one_that_has_passed_is_refused_at_publishing_and_nothing_is_lost(owner_client, page, before):
    Page.objects.filter(pk=page.pk).update(status=before)
    passed = {"expires_at_0": "2026-11-25", "expires_at_1": "11:59"}
    answer = save(owner_client, page, status="published", text="Typed with care", **passed)
    assert refused(answer)
    assert "Typed with care" in answer.text and 'value="11:59"' in answer.text


def test_a_draft_may_keep_one_that_has_passed(owner_client, page):
    Page.objects.filter(pk=page.pk).update(status="draft")
    save(owner_client, page, expires_at_0="2026-11-25", expires_at_1="11:59")
    assert Page.objects.get(pk=page.pk).status == "draft"


def test_what_has_ended_can_be_edited_and_stays_ended(client, owner_client, page, noon):
    save(owner_client, page, status="published", **NEXT_WEEK)
    noon.shift(9 * DAY)
    answer = save(owner_client, page, status="published", text="Mended")
    assert not refused(answer)
    assert Page.objects.get(pk=page.pk).text == "Mended"
    assert client.get("/offer/").status_code == 404


@pytest.mark.parametrize("end", [NO_END, {"expires_at_0": "2026-12-31", "expires_at_1": "09:00"}])
def test_it_comes_back_once_its_end_is_moved_or_taken_away(client, owner_client, page, noon, end):
    save(owner_client, page, status="published", **NEXT_WEEK)
    noon.shift(9 * DAY)
    save(owner_client, page, status="published", **end)
    assert client.get("/offer/").status_code == 200


def test_the_front_door_can_be_given_none(owner_client):
    home = Page.objects.get(section=Section.HOME)
    save(owner_client, home, **NEXT_WEEK)
    assert Page.objects.get(pk=home.pk).expires_at is None


def test_whoever_may_not_publish_does_not_set_it(client):
    page = create_page(title="Draft", status="draft")
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    save(client, page, text="Mended", **NEXT_WEEK)
    kept = Page.objects.get(pk=page.pk)
    assert (kept.text, kept.expires_at) == ("Mended", None)


def test_an_hour_that_the_clock_repeats_is_refused_with_words(owner_client, page):
    answer = save(owner_client, page, expires_at_0="2027-10-31", expires_at_1="02:30")
    assert refused(answer)


def test_a_page_that_moves_after_its_end_leaves_nothing_open(client, owner_client, page, noon):
    """Its old address was public, so it leads on again once the page is back."""
    save(owner_client, page, status="published", **NEXT_WEEK)
    noon.shift(9 * DAY)
    save(owner_client, page, status="published", slug="other")
    assert client.get("/offer/").status_code == client.get("/other/").status_code == 404
    save(owner_client, page, status="published", **NO_END)
    assert client.get("/offer/").headers["Location"] == "/other/"
