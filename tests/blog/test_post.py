"""The page of a post."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from pages.models import Profile
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)


def content(client, address="/blog/a-post/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def post_of(number, **fields):
    """A post of so many days after the first."""
    return create_post(title=f"Day {number}", published_at=MOMENT + timedelta(days=number), **fields)


def test_it_shows_all_that_it_has(client):
    Profile.objects.create(pk=1, name="A. Consultant")
    image = create_image(alternative_text="A bridge")
    topic = create_topic(name="Muziek")
    create_post(title="A post", lead="Lead.", text="Words.", image=image, topics=[topic], published_at=MOMENT)
    page = content(client)
    for part in ("<h1>A post</h1>", "Lead.", "<p>Words.</p>", "A. Consultant", 'alt="A bridge"'):
        assert part in page
    assert '<time datetime="2026-11-03">3 november 2026</time>' in page
    assert '<a href="/blog/onderwerp/muziek/">Muziek</a>' in page
    assert '<li><a href="/blog/">Blog</a></li>' in page


def test_it_is_in_its_own_language(client):
    create_post(language="en", published_at=MOMENT)
    page = content(client)
    assert '<html lang="en"' in page
    assert "3 November 2026" in page and "1 minute to read" in page


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (220, 1), (221, 2), (2200, 10)])
def test_reading_takes_a_minute_for_each_220_words(words, minutes):
    assert create_post(text="word " * words).reading_minutes == minutes


def test_marks_and_insertables_are_not_read():
    text = "**word** [word](https://example.org/a/b/c) " * 110 + '\n\n[[todo text="not yet written"]]'
    assert create_post(text=text).reading_minutes == 1


def test_it_leads_to_the_post_before_and_after(client):
    for number in range(3):
        post_of(number)
    page = content(client, "/blog/day-1/")
    assert '<a rel="prev" href="/blog/day-0/">' in page
    assert '<a rel="next" href="/blog/day-2/">' in page
    assert 'rel="prev"' not in content(client, "/blog/day-0/")
    assert 'rel="next"' not in content(client, "/blog/day-2/")


def test_posts_of_one_moment_lead_to_each_other_in_one_row(client):
    for title in ("One", "Two", "Three"):
        create_post(title=title, published_at=MOMENT)
    page = content(client, "/blog/two/")
    assert '<a rel="prev" href="/blog/one/">' in page and '<a rel="next" href="/blog/three/">' in page


def related(client, address):
    return [post.title for post in client.get(address).context["related"]]


def test_related_are_those_that_share_a_topic(client):
    topics = [create_topic(name="Muziek"), create_topic(name="Stilte")]
    post_of(0, topics=topics)
    post_of(1, topics=topics[:1])
    post_of(2, topics=topics)
    post_of(3, topics=topics[1:])
    grow(4)
    assert related(client, "/blog/day-0/") == ["Day 3", "Day 2", "Day 1"]


def test_else_the_latest_are_related_and_none_twice(client):
    topics = [create_topic(name="Muziek")]
    for number in range(5):
        post_of(number, topics=topics if number in (0, 4) else ())
    assert related(client, "/blog/day-0/") == ["Day 4", "Day 3", "Day 2"]
    assert related(client, "/blog/day-4/") == ["Day 0", "Day 3", "Day 2"]
    assert related(client, "/blog/day-2/") == ["Day 4", "Day 3", "Day 1"]


def test_a_post_alone_has_nothing_beside_it(client):
    create_post()
    assert related(client, "/blog/a-post/") == []
    assert 'rel="prev"' not in content(client)


def test_it_is_shared_by_plain_links(client, settings):
    settings.SITE_URL = "https://www.example.nl"
    create_post(title="A & b? #1", slug="a-post")
    page = content(client)
    assert (
        "subject=A%20%26%20b%3F%20%231&amp;body=A%20%26%20b%3F%20%231%0D%0Ahttps%3A%2F%2Fwww.example.nl%2Fblog%2Fa-post%2F"
        in page
    )
    assert "share-offsite/?url=https%3A%2F%2Fwww.example.nl%2Fblog%2Fa-post%2F" in page
    assert "<script" not in page.replace('<script type="application/ld+json">', "")


def test_the_latest_three_stand_on_the_home_page(client):
    for number in range(4):
        post_of(number - 30)
    page = content(client, "/")
    assert [f"Day {number - 30}" in page for number in range(4)] == [False, True, True, True]


def test_an_editor_sees_a_draft_as_it_will_be(owner_client):
    post = create_post(title="Being written", status="draft", text="[[blog nowhere]]")
    page = content(owner_client, f"/admin/blog/post/{post.pk}/preview/")
    assert "Being written" in page and "[[blog nowhere]]" in page
    assert "<time" not in page.split("</article>")[0]


def test_of_a_scheduled_post_the_neighbours_are_those_of_its_moment(owner_client):
    post_of(0)
    post = create_post(title="Later", published_at=timezone.now() + timedelta(days=9))
    page = content(owner_client, f"/admin/blog/post/{post.pk}/preview/")
    assert '<a rel="prev" href="/blog/day-0/">' in page
