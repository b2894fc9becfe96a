"""All versions of an item on one screen: who, when and what, and which one visitors see."""

import random
import time
import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from publishing.models import Revision
from publishing.versions import drafts, listing, words
from publishing.versions.putting_back import restore
from tests.factories import create_page, create_user
from tests.versions.writing import many, row, screen, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def lines(client, item, query=""):
    html = client.get(screen(item) + query).text
    return [" ".join(part.split("</li>")[0].split()) for part in html.split("<li>") if 'class="versions-words"' in part]


def test_it_says_who_when_and_what_newest_first(owner_client, owner, noon):
    page = create_page(title="Offer", text="One.")
    owner.first_name = "Anna"
    owner.save()
    write(page, owner, publish=True, text="Two.")
    noon.shift(timedelta(days=1, hours=-3))
    write(page, owner, text="Three.")
    first, second, third = lines(owner_client, page)
    assert "ndaag om 09.00" in first and "Anna" in first and "Opgeslagen" in first
    assert "isteren om 12.00" in second and "Anna" in second and "Gepubliceerd" in second
    assert "Anna" not in third and "Gepubliceerd" in third


def test_it_says_which_one_visitors_see_and_which_one_waits(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    write(page, owner, publish=True, text="Two.")
    write(page, owner, text="Three.")
    first, second, third = lines(owner_client, page)
    assert ["state-waiting" in line for line in (first, second, third)] == [True, False, False]
    assert ["state-published" in line for line in (first, second, third)] == [False, True, False]


def test_of_a_draft_visitors_see_none(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    write(page, owner, text="Two.")
    assert not any("state-" in line for line in lines(owner_client, page))


def test_it_says_what_was_put_back(owner_client, owner, noon):
    page = create_page(title="Offer", text="One.", status="draft")
    first = write(page, owner, text="Two.")
    noon.shift(timedelta(days=3))
    restore(row(page), first, owner)
    assert "25 november 2026 om 12.00" in lines(owner_client, page)[0]


def test_what_visitors_see_and_the_latest_are_chosen_to_compare(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    seen, _second, latest = (
        write(page, owner, publish=word == "Two.", text=word) for word in ("Two.", "Three.", "Four.")
    )
    context = owner_client.get(screen(page)).context
    assert context["chosen"] == (seen, latest)


def test_what_was_typed_and_not_saved_can_be_put_back_and_the_latest_that_was_saved_needs_not(owner_client, owner):
    page = create_page(title="Offer", text="One.", status="draft")
    saved = write(page, owner, text="Two.")
    many(page, 1, kind="typed")
    first, second, third = lines(owner_client, page)
    assert ["/restore/" in line for line in (first, second, third)] == [True, False, True]
    assert owner_client.get(screen(page)).context["chosen"][1] == saved


def test_a_single_version_has_nothing_to_be_compared_with(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    drafts.record(page, owner)
    assert 'type="radio"' not in owner_client.get(screen(page)).text


def test_an_item_that_was_never_saved_says_when_its_first_version_is_kept(owner_client):
    assert "versions-words" not in owner_client.get(screen(create_page(title="Offer"))).text


def test_it_says_what_stays_as_it_is(owner_client, owner):
    page = create_page(title="Offer")
    write(page, owner, text="Two.")
    text = owner_client.get(screen(page)).text.split("versions-help")[1].split("</p>")[0]
    assert all(name in text for name in ("onder", "menu", "volgorde"))


def test_two_thousand_versions_beside_ten_thousand_others_cost_no_more(
    owner_client, owner, django_assert_max_num_queries
):
    page = create_page(title="Offer", text="One.")
    write(page, owner, publish=True, text="Two.")
    many(page, 10_000, item_uuid=uuid.uuid4())
    many(page, 2_000)
    last = owner_client.get(screen(page)).context["older"]
    for query in ("", f"?before={last}", "?before=nonsense", f"?before={'9' * 40}"):
        with django_assert_max_num_queries(12):
            assert len(owner_client.get(screen(page) + query).context["versions"]) in (51, 52)


def test_those_of_one_minute_are_told_apart_by_their_seconds_and_by_what_they_changed(owner_client, owner, noon):
    page = create_page(title="Offer", text="One.\n\nMore.", status="draft")
    write(page, owner)
    noon.shift(timedelta(minutes=1, seconds=9))
    write(page, owner, text="Two.\n\nMore.", title="Better")
    noon.shift(timedelta(seconds=31))
    write(page, owner, publish=True)
    shown = owner_client.get(screen(page)).context["versions"]
    assert [line.when.count("12.01") for line in shown] == [1, 1, 0, 0]
    assert len({line.when for line in shown[:2]}) == 2
    assert "1 alinea, titel" in shown[1].changed and "alinea" not in shown[0].changed
    assert shown[2].changed and not shown[3].changed


def test_what_was_only_typed_is_no_step_between_two_that_were_saved(owner_client, owner):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    many(page, 1, kind="typed")
    write(page, owner, lead="First words.", text="Two.")
    first, typed, _second, _baseline = owner_client.get(screen(page)).context["versions"]
    assert "alinea" not in first.changed and "inleiding" in first.changed
    assert "alinea" in typed.changed


def test_the_last_line_of_a_page_is_held_against_the_version_before_it(owner_client, owner):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    many(page, 60)
    shown = owner_client.get(screen(page)).context["versions"]
    assert "1 alinea" in shown[-1].changed


def test_texts_that_are_hard_to_compare_are_listed_within_two_seconds(owner):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    chance = random.Random(7)  # noqa: S311
    texts = ["\n\n".join(str(chance.randrange(300)) for _ in range(8_000)) for _ in range(2)]
    for number in range(50):
        many(page, 1, content={"text": texts[number % 2]})
    began = time.process_time()
    found = listing.lines(page, words.listed(page)[:50])
    assert time.process_time() - began < 2
    assert found[0].changed


def test_every_version_is_on_some_page(owner_client, owner):
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, text="Two.")
    many(page, 120)
    found, query = set(), ""
    while query is not None:
        context = owner_client.get(screen(page) + query).context
        found |= {line.revision for line in context["versions"]}
        query = f"?before={context['older']}" if context["older"] else None
    assert len(found) == 122


def test_beside_an_older_page_the_latest_can_still_be_chosen(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    seen = write(page, owner, publish=True, text="Two.")
    many(page, 120)
    older = owner_client.get(screen(page)).context["older"]
    context = owner_client.get(f"{screen(page)}?before={older}").context
    assert context["chosen"] == (seen, Revision.objects.first())
    assert set(context["chosen"]) <= {line.revision for line in context["versions"]}


def test_the_form_leads_here_and_from_here_to_who_did_what(owner_client, owner):
    page = create_page(title="Offer")
    assert screen(page) in owner_client.get(screen(page, "change")).text
    assert screen(page, "history") in owner_client.get(screen(page)).text


@pytest.mark.parametrize(
    ("permissions", "status"), [(["pages.view_page"], 200), (["pages.change_page"], 200), (["blog.change_post"], 403)]
)
def test_whoever_may_see_the_item_sees_its_versions(client, owner, permissions, status):
    page = create_page(title="Offer")
    version = write(page, owner, text="Two.")
    client.force_login(create_user(*permissions))
    assert client.get(screen(page)).status_code == status
    assert client.get(screen(page, "version", version.pk)).status_code == status


def test_who_may_only_look_is_offered_nothing_to_put_back(client, owner):
    page = create_page(title="Offer")
    write(page, owner, text="Two.")
    client.force_login(create_user("pages.view_page"))
    assert "/restore/" not in client.get(screen(page)).text


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(screen(create_page())).status_code == 302
