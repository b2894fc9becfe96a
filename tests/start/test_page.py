"""The start page greets, says what matters today, and shows nothing that is empty."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone, translation

from consultancy.models import Reading
from consultancy.start.greeting import greeting
from contact.models import Message
from publishing import history
from tests.factories import create_page, create_user
from tests.factories_blog import create_post, grow

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


def text(client):
    return client.get(reverse("admin:index")).text


@pytest.mark.parametrize(("hour", "words"), [(3, "evening"), (8, "morning"), (13, "afternoon"), (20, "evening")])
def test_she_is_greeted_by_the_hour_and_her_first_name(hour, words):
    with time_machine.travel(NOON.replace(hour=hour), tick=False), translation.override("en"):
        assert greeting(User(first_name="Sandra")) == f"Good {words}, Sandra"
        assert greeting(User()) == f"Good {words}"


def test_what_matters_today_stands_first(start, owner):
    with time_machine.travel(NOON, tick=False):
        create_page(title="Broken", text="[x](/nowhere/)")
        post = create_post(title="Today", published_at=NOON + timedelta(hours=3))
        create_post(title="Tomorrow", published_at=NOON + timedelta(days=1))
        Message.objects.create(name="A", email="a@example.org", body="Hello", language="nl")
        today = start(owner)["today"]
    assert [sentence.url.split("?")[0] for sentence in today] == [
        "/admin/contact/message/", reverse("admin:blog_post_change", args=[post.pk]), "#gaps",
    ]  # fmt: skip
    assert "Today" in today[1].words


def test_what_is_coming_stands_in_the_order_of_the_clock(start, owner, some_page):
    now = timezone.now()
    create_post(title="Second", published_at=now + timedelta(days=2), expires_at=now + timedelta(days=9))
    create_page(title="First", expires_at=now + timedelta(days=1))
    create_page(title="Ended", published_at=now - timedelta(days=2), status="draft")
    assert [(line.title, line.flag) for line in start(owner)["coming"].lines] == [("First", False), ("Second", True)]


def test_a_new_site_is_begun_with_a_few_steps(start, owner, owner_client):
    shown = start(owner)
    assert [step.url for step in shown["steps"]] == [
        f"/admin/{room}/"
        for room in ("pages/profile", "pages/page/add", "testimonials/testimonial/add", "blog/post/add")
    ]  # fmt: skip
    assert 'id="gaps"' not in text(owner_client)
    create_page()
    assert "steps" not in start(owner)


def test_whoever_may_not_write_gets_no_button_and_no_step_for_it(start):
    shown = start(create_user("blog.add_post"))
    assert [task.url for task in shown["tasks"]] == ["/admin/blog/post/add/"]
    assert [step.url for step in shown["steps"]] == ["/admin/blog/post/add/"]


def test_what_is_empty_is_not_shown(owner_client, some_page):
    shown = text(owner_client)
    assert not [name for name in ("waits", "coming", "read", "done") if f'id="{name}"' in shown]


def test_the_rooms_lead_to_lists_and_not_to_a_bare_page(owner_client, some_page):
    shown = text(owner_client)
    assert "/admin/pages/page/" in shown and 'href="/admin/pages/"' not in shown
    assert owner_client.get("/admin/pages/").headers["Location"] == reverse("admin:index")
    assert 'href="/admin/pages/"' not in owner_client.get("/admin/pages/page/").text


def test_the_last_that_was_done_leads_to_the_history(owner_client, owner, some_page):
    history.note(owner, some_page, "published")
    shown = text(owner_client)
    assert reverse("admin:history") in shown and "Some page" in shown


def test_titles_are_no_html(owner_client, some_page):
    create_page(title="<script>alert(1)</script>", status="draft")
    assert "<script>alert" not in text(owner_client)


def fill(number, owner):
    """So many of everything."""
    now = timezone.now()
    grow(number)
    create_page(title="Broken", text="[x](/nowhere/)")
    for status, moment in (("draft", None), ("published", now + timedelta(days=1))):
        grow(number, status=status, published_at=moment)
    pages = [create_page(title=f"Page {key}", lead="x") for key in range(min(number, 20))]
    type(pages[0]).objects.filter(section="").update(changed=now - timedelta(days=400))
    history.note_all(owner, pages, "published")
    kind = ContentType.objects.get_for_model(pages[0])
    Reading.objects.bulk_create(
        Reading(day=timezone.localdate(), item_type=kind, item_uuid=page.uuid, count=3) for page in pages
    )


@pytest.mark.parametrize("number", [3, 300])
def test_it_takes_the_same_queries_whatever_the_amounts(owner_client, owner, number, django_assert_num_queries):
    fill(number, owner)
    text(owner_client)
    with django_assert_num_queries(18):
        text(owner_client)
