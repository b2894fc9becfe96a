"""A post that is not public shows nowhere: every address that lists posts is asked for words that only it holds."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import create_page
from tests.factories_blog import create_post, create_topic

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=1)
HIDDEN = [
    {"status": "draft"},
    {"status": "archived", "published_at": EARLIER},
    {"status": "published", "published_at": NOW + timedelta(minutes=1)},
    {"status": "published", "published_at": EARLIER, "expires_at": NOW},
]
SHOWING = [
    *["/", "/blog/", "/blog/2026/", "/blog/onderwerp/open/", "/feed.xml", "/blog/onderwerp/open/feed.xml"],
    *["/blog/beside/", "/sitemap.xml", "/listing/"],
]
OF_ITS_OWN = ["/blog/zwijgzaam/", "/blog/onderwerp/stil/", "/blog/onderwerp/stil/feed.xml", "/blog/2025/"]


@pytest.fixture(params=HIDDEN, ids=["draft", "archived", "scheduled", "expired"])
def hidden(request):
    """A post that is not public, in every place where a post can show."""
    with time_machine.travel(NOW, tick=False):
        topics = [create_topic(name="Open"), create_topic(name="Zwijgen", slug="stil")]
        words = {"title": "Zwijgzaam", "lead": "Zwijgzaam", "text": "Zwijgzaam"}
        post = create_post(topics=topics, **words, **request.param)
        create_post(title="Beside", topics=topics[:1], published_at=EARLIER)
        create_page(title="Listing", text="[[blog]]\n\n[[blog open]]\n\n[[blog stil]]")
        yield post


@pytest.mark.parametrize("address", [*SHOWING, "/contact/", "/robots.txt"])
def test_no_public_address_shows_what_is_not_public(client, hidden, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "wijgza" not in answer.content.decode() and "stil" not in answer.content.decode()


@pytest.mark.parametrize("address", OF_ITS_OWN)
def test_addresses_that_only_it_would_fill_are_not_found(client, hidden, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [*SHOWING, *OF_ITS_OWN[:-1]])
def test_the_same_words_show_everywhere_once_it_is_public(client, hidden, address):
    hidden.status, hidden.published_at, hidden.expires_at = "published", NOW, None
    hidden.save()
    assert "wijgzaam" in client.get(address).content.decode()


def test_a_scheduled_post_appears_at_its_minute(client):
    with time_machine.travel(NOW, tick=False) as clock:
        create_post(title="Later", published_at=NOW + timedelta(minutes=1))
        assert b"Later" not in client.get("/feed.xml").content
        assert client.get("/blog/later/").status_code == 404
        clock.shift(timedelta(minutes=1))
        assert b"Later" in client.get("/feed.xml").content
        assert client.get("/blog/later/").status_code == 200


def test_a_post_goes_everywhere_at_the_minute_of_its_end(client):
    with time_machine.travel(NOW, tick=False) as clock:
        create_post(title="Leaving", topics=[create_topic(name="Open")], expires_at=NOW + timedelta(minutes=1))
        create_post(title="Beside", published_at=EARLIER)
        lists = ("/", "/blog/", "/feed.xml", "/sitemap.xml", "/blog/beside/")
        assert all(b"eaving" in client.get(address).content for address in lists)
        clock.shift(timedelta(minutes=1))
        assert not any(b"eaving" in client.get(address).content for address in lists)
        gone = ("/blog/leaving/", "/blog/onderwerp/open/")
        assert [client.get(address).status_code for address in gone] == [404] * 2


def test_while_the_page_of_the_blog_is_hidden_its_lists_are_and_posts_stay(client):
    from pages.models import Page

    create_post(title="Alone", topics=[create_topic(name="Open")])
    page = Page.objects.get(section="blog")
    page.status = "draft"
    page.save()
    lists = ("/blog/", "/blog/onderwerp/open/", "/blog/2026/")
    assert [client.get(address).status_code for address in lists] == [404] * 3
    content = client.get("/blog/alone/").content.decode()
    assert 'href="/blog/onderwerp/open/"' not in content and 'href="/blog/"' not in content
    places = client.get("/sitemap.xml").content.decode()
    assert "/blog/alone/" in places and "/onderwerp/" not in places and "/blog/2" not in places
    assert client.get("/feed.xml").status_code == 200
