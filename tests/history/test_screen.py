"""The history of the site is read latest first, day by day, narrowed by person, kind, deed, period and title."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from pages.models import Page
from publishing import history
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


def read(client, **asked):
    """The sentences that somebody reads, as text."""
    answer = client.get(reverse("admin:history"), asked)
    lines = [line for _day, lines in answer.context["days"] for line in lines]
    return [str(sentence) for line in lines for sentence in line.sentences]


def titles(client, **asked):
    return [sentence.split("“")[1].split("”")[0] for sentence in read(client, **asked)]


@pytest.fixture
def deeds(owner):
    """What two people did on three days, the latest at noon."""
    anna = create_user(username="anna")
    page, post, image = create_page(title="Offer"), create_post(title="Silence"), create_image(title="Bridge")
    for days, user, item, verb, details in (
        (40, anna, page, "moved", {"old": "/a/", "new": "/b/"}),
        (1, owner, post, "published", {}),
        (1, owner, image, "changed", {"fields": ["caption"]}),
        (0, anna, post, "archived", {}),
    ):
        with time_machine.travel(NOON - timedelta(days=days), tick=False):
            history.note(user, item, verb, **details)
    with time_machine.travel(NOON, tick=False):
        yield {"anna": anna, "post": post}


def test_the_latest_stands_first_under_its_day(owner_client, deeds):
    assert titles(owner_client) == ["Silence", "Bridge", "Silence", "Offer"]
    days = [day.isoformat() for day, _lines in owner_client.get(reverse("admin:history")).context["days"]]
    assert days == ["2026-03-12", "2026-03-11", "2026-01-31"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"deed": "published"}, ["Silence"]),
        ({"deed": "moved"}, ["Offer"]),
        ({"deed": "changed"}, ["Bridge"]),
        ({"deed": "taken_off", "period": "7"}, ["Silence"]),
        ({"period": "1"}, ["Silence"]),
        ({"period": "7"}, ["Silence", "Bridge", "Silence"]),
        ({"title": "ridg"}, ["Bridge"]),
        ({"deed": "x", "who": "x", "kind": "-1", "period": "0"}, ["Silence", "Bridge", "Silence", "Offer"]),
        ({"before": "x"}, ["Silence", "Bridge", "Silence", "Offer"]),
    ],
)  # fmt: skip
def test_it_is_narrowed(owner_client, deeds, asked, found):
    assert titles(owner_client, **asked) == found


def test_it_is_narrowed_to_a_person_and_a_kind(owner_client, deeds):
    assert titles(owner_client, who=deeds["anna"].pk) == ["Silence", "Offer"]
    assert titles(owner_client, kind=ContentType.objects.get_for_model(Page).pk) == ["Offer"]


def test_a_title_that_speaks_of_a_verb_is_not_taken_for_one(owner_client, owner):
    page = create_page(title='{"published":')
    history.note(owner, page, "moved", old='[{"published": {}}]', new="/b/")
    assert read(owner_client, deed="published") == []


def test_what_still_exists_is_linked_and_what_is_gone_is_not(owner_client, owner, deeds):
    form = reverse("admin:blog_post_change", args=[deeds["post"].pk])
    assert f'href="{form}"' in read(owner_client)[0]
    deeds["post"].delete()
    assert "href" not in read(owner_client)[0]


def test_each_sees_only_kinds_that_she_may_look_at(client, deeds):
    client.force_login(create_user("pages.view_page"))
    assert titles(client) == ["Offer"]
    kinds = client.get(reverse("admin:history")).context["form"].fields["kind"].choices
    assert len(kinds) == 2
    client.force_login(create_user())
    assert read(client) == []


def test_visitors_are_led_to_the_login(client, db):
    assert client.get(reverse("admin:history")).status_code == 302


def grow(user, number):
    kind = ContentType.objects.get_for_model(Page)
    page = create_page(title="Grown")
    LogEntry.objects.bulk_create(
        LogEntry(user=user, content_type=kind, object_id=page.pk, object_repr=f"Grown {key}", action_flag=CHANGE,
                 change_message='[{"published": {}}]')
        for key in range(number)
    )  # fmt: skip


def test_older_ones_are_on_further_pages(owner_client, owner):
    grow(owner, 120)
    first = owner_client.get(reverse("admin:history"), {"deed": "published"})
    second = owner_client.get(reverse("admin:history") + first.context["older"])
    third = owner_client.get(reverse("admin:history") + second.context["older"])
    shown = [sum(len(lines) for _day, lines in page.context["days"]) for page in (first, second, third)]
    assert (shown, third.context["older"]) == ([50, 50, 20], "")
    assert "deed=published" in second.context["older"] and "deed=published" in third.context["newest"]


@pytest.mark.parametrize("number", [3, 300])
def test_it_takes_twelve_queries_at_most(owner_client, owner, deeds, django_assert_max_num_queries, number):
    grow(owner, number)
    read(owner_client)
    with django_assert_max_num_queries(12):
        read(owner_client, title="o", deed="published", period="365")


def test_the_history_of_one_item_uses_the_same_words(owner_client, deeds):
    answer = owner_client.get(reverse("admin:blog_post_history", args=[deeds["post"].pk]))
    told = [str(line.sentences[0]) for _day, lines in answer.context["days"] for line in lines]
    assert len(told) == 2 and all("Silence" in sentence for sentence in told)


def test_the_history_of_one_item_is_called_the_same_and_runs_the_same_way(owner_client, owner, deeds):
    address = reverse("admin:blog_post_history", args=[deeds["post"].pk])
    answer = owner_client.get(address)
    days = [day.isoformat() for day, _lines in answer.context["days"]]
    assert days == ["2026-03-12", "2026-03-11"]
    assert "<h1>Wie deed wat: Silence</h1>" in answer.text and "<title>Wie deed wat: Silence" in answer.text


def test_the_first_page_of_a_long_history_of_one_item_begins_with_the_latest(owner_client, owner, deeds):
    history.note_all(owner, [deeds["post"]] * 100, "moved", old="/a/", new="/b/")
    address = reverse("admin:blog_post_history", args=[deeds["post"].pk])
    first, second = owner_client.get(address), owner_client.get(address, {"p": 2})
    assert [len(lines) for _day, lines in first.context["days"]] == [100]
    assert [len(lines) for _day, lines in second.context["days"]] == [1, 1]
