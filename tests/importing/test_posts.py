"""Posts from front matter."""

from datetime import UTC, datetime

import pytest

from blog.models import Post, Topic
from pages.models import Page
from publishing.models import ChangeStamp, Origin
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.importing.documents import document


def post(text="Words.", **fields):
    return {"post.md": document(text, kind="post", **{"slug": "post", **fields})}


def everything():
    through = Post.topics.through
    return [list(model.objects.order_by("pk").values()) for model in (Post, Topic, through, Origin, ChangeStamp)]


def test_a_post_holds_what_its_front_matter_says(folder, run):
    image = create_image()
    moment = "2024-03-31T09:00+02:00"
    run(folder(post(status="published", date=moment, lead="Lead.", language="en", image=image.slug)))
    found = Post.objects.get()
    assert (found.slug, found.text, found.lead, found.language) == ("post", "Words.", "Lead.", "en")
    assert (found.published_at, found.image) == (datetime(2024, 3, 31, 7, tzinfo=UTC), image)


def test_without_a_status_it_is_a_draft(folder, run):
    run(folder(post()))
    assert Post.objects.get().status == "draft"


@pytest.mark.parametrize(
    "topics", ["[Leiderschap, Muziek]", "\n  - Leiderschap\n  - Muziek", '[leiderschap, "Muziek "]']
)
def test_topics_are_found_by_name_or_made(folder, run, topics):
    known = create_topic(name="Leiderschap", slug="leiding")
    run(folder(post(topics=topics)))
    assert set(Post.objects.get().topics.all()) == {known, Topic.objects.get(slug="muziek")}
    assert Topic.objects.count() == 2


def test_a_single_topic_needs_no_list(folder, run):
    run(folder(post(topics="Muziek")))
    assert [topic.name for topic in Post.objects.get().topics.all()] == ["Muziek"]


def test_a_topic_that_does_not_fit_is_refused_with_its_line(folder, refusal):
    assert "topics:" in refusal(folder(post(topics="m" * 81)))
    assert not Post.objects.exists()


def test_the_second_time_changes_nothing(folder, run):
    run(folder(post(topics="Muziek", status="published")))
    before = everything()
    assert "post.md: unchanged" in run(folder(post(topics="Muziek", status="published")))
    assert everything() == before


def test_a_changed_source_changes_the_post(folder, run):
    run(folder(post(topics="Muziek")))
    run(folder(post("Others.", topics="Stilte")))
    found = Post.objects.get()
    assert (found.text, [topic.name for topic in found.topics.all()]) == ("Others.", ["Stilte"])


def test_topics_chosen_by_hand_are_never_overwritten(folder, run):
    run(folder(post(topics="Muziek")))
    Post.objects.get().topics.add(create_topic(name="Stilte"))
    assert "edited by hand since" in run(folder(post("Others.", topics="Muziek")))
    assert Post.objects.get().text == "Words."


def test_a_rehearsal_makes_no_topic(folder, run):
    said = run(folder(post(topics="Muziek")), "--dry-run")
    assert "post.md: new → /blog/post/" in said
    assert not Topic.objects.exists() and not Post.objects.exists()


@pytest.mark.parametrize(("wanted", "given"), [("taken", "taken-2"), ("2024", "bericht-2024"), ("feed", "feed-2")])
def test_an_address_that_is_not_free_is_replaced_and_said(folder, run, wanted, given):
    create_post(slug="taken")
    said = run(folder(post(slug=wanted)))
    assert f"“{wanted}” is not free: this post has “{given}”" in said
    assert Post.objects.filter(slug=given).exists()


def test_what_a_post_does_not_have_is_said(folder, run):
    said = run(folder(post(menu="main", image="nowhere")))
    assert "“menu” is left out: a post has no such field" in said
    assert "there is no picture “nowhere”" in said


def test_pages_and_posts_of_one_source_link_to_each_other_and_are_no_parents(folder, run, refusal):
    page = {"page.md": document("[post](/blog/post/)", title="Page", slug="page")}
    run(folder(post("[page](/page/)") | page))
    found = Post.objects.get()
    found.slug = "moved"
    found.save()
    assert Page.objects.get(slug="page").text == "[post](/blog/moved/)"
    below = {"below.md": document(title="Below", parent="blog/post")}
    assert "there is no page “blog/post”" in refusal(folder(below, name="others"))
