"""What waits: drafts and changes of what is public, testimonials to approve, what nobody looked at for a year."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Post
from consultancy.start.lines import SHOWN
from pages.models import Page
from publishing.confirmations import confirm
from publishing.versions import drafts, revisions
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("some_page")]


def titles(part):
    return [line.title for line in part.lines]


def age(item, **ago):
    """As if it was saved that long ago."""
    type(item).objects.filter(pk=item.pk).update(changed=timezone.now() - timedelta(**ago))


def change(item, by):
    """Save a change of a live item, which waits for its publication."""
    copy = revisions.working_copy(type(item).objects.get(pk=item.pk))
    copy.text = "Better words"
    drafts.save(copy, by)


def test_drafts_and_changes_stand_newest_first_with_when_and_by_whom(start, owner):
    owner.first_name = "Sandra"
    owner.save()
    age(create_page(title="Old draft", status="draft"), days=3)
    change(create_post(title="Public"), owner)
    draft = Post(title="New draft")
    drafts.save(draft, owner)
    age(draft, minutes=-1)
    lines = start(owner)["drafts"].lines
    assert [(line.title, line.flag, line.who) for line in lines] == [
        ("New draft", False, "Sandra"), ("Public", True, "Sandra"), ("Old draft", False, ""),
    ]  # fmt: skip
    assert lines[0].url == f"/admin/blog/post/{draft.pk}/change/"


def test_a_change_that_is_published_waits_no_longer(start, owner):
    page = create_page(title="Public")
    change(page, owner)
    assert titles(start(owner)["drafts"]) == ["Public"]
    drafts.publish(revisions.working_copy(Page.objects.get(pk=page.pk)), owner)
    assert "drafts" not in start(owner)


def test_of_many_the_newest_are_shown_and_the_rest_is_counted(start, owner):
    for number in range(SHOWN + 2):
        age(create_post(title=str(number), status="draft"), hours=number)
    part = start(owner)["drafts"]
    assert (titles(part), part.more) == ([str(number) for number in range(SHOWN)], 2)


def test_testimonials_to_approve_say_whether_permission_is_given(start, owner):
    age(create_testimonial(name="Vera", status="draft", consent_on=timezone.localdate()), hours=1)
    create_testimonial(name="Bram", status="draft")
    shown = start(owner)
    assert [(line.title, line.flag) for line in shown["testimonials"].lines] == [("Bram", False), ("Vera", True)]
    assert "drafts" not in shown


def test_what_nobody_looked_at_for_a_year_stands_oldest_first(start, owner):
    age(create_page(title="Older"), days=500)
    age(create_page(title="Old"), days=400)
    age(create_page(title="Young"), days=300)
    age(create_page(title="Draft", status="draft"), days=400)
    age(create_post(title="Post with a date"), days=400)
    assert titles(start(owner)["stale"]) == ["Older", "Old"]


def test_what_was_confirmed_is_asked_again_a_year_later(start, owner):
    page = create_page(title="Old")
    age(page, days=800)
    confirm(page, owner)
    assert "stale" not in start(owner)
    page.refresh_from_db()
    from publishing.models import Confirmation

    Confirmation.objects.update(moment=timezone.now() - timedelta(days=366))
    (line,) = start(owner)["stale"].lines
    assert (timezone.now() - line.moment).days == 366


def test_each_sees_what_she_may_touch(start, owner):
    age(create_page(title="Old page"), days=400)
    change(create_page(title="Public page"), owner)
    create_page(title="Draft page", status="draft")
    create_page(title="Was public", status="draft", was_public=True)
    Page.objects.filter(title="Was public").update(was_public=True)
    create_post(title="Draft post", status="draft")
    create_testimonial(status="draft")
    create_page(title="Coming", published_at=timezone.now() + timedelta(days=1))
    writer = start(create_user("pages.change_page"))
    assert titles(writer["drafts"]) == ["Draft page"]
    assert not {"stale", "testimonials", "coming"} & writer.keys()
    editor = start(create_user("pages.change_page", "pages.publish_page"))
    assert sorted(titles(editor["drafts"])) == ["Draft page", "Public page", "Was public"]
    assert titles(editor["stale"]) == ["Old page"] and titles(editor["coming"]) == ["Coming"]
    assert not start(create_user()).keys() & {"drafts", "stale", "testimonials", "coming"}
