"""The feeds: valid, whole, for programs and for people."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from django.contrib.staticfiles import finders

from blog.feeds import absolute
from pages.models import Profile
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://www.example.nl"
MOMENT = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


def parsed(client, address="/feed.xml"):
    """The feed as a library reads it that is not ours; it says where a feed is not well formed."""
    found = feedparser.parse(client.get(address).content, response_headers={"content-type": "text/xml; charset=utf-8"})
    assert not found.bozo, found.bozo_exception
    return found


def entry(client):
    return parsed(client).entries[0]


def root(client, address="/feed.xml"):
    return ET.fromstring(client.get(address).content)  # noqa: S314


def test_it_says_whose_it_is_and_where_its_posts_are(client):
    Profile.objects.create(pk=1, name="A. & Co")
    create_post(title="A post", lead="Lead.", published_at=MOMENT, topics=[create_topic(name="Muziek")])
    feed = parsed(client)
    assert (feed.version, feed.feed.title, feed.feed.author) == ("atom10", "Blog · A. & Co", "A. & Co")
    assert feed.feed.link == f"{SITE}/blog/"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}/feed.xml"]
    post = feed.entries[0]
    assert (post.title, post.link) == ("A post", f"{SITE}/blog/a-post/")
    assert post.published_parsed[:5] == MOMENT.timetuple()[:5]
    assert [tag.term for tag in post.tags] == ["Muziek"]


def test_every_element_that_atom_demands_is_there(client):
    """RFC 4287, 4.1.1 and 4.1.2."""
    create_post()
    feed = root(client)
    assert {"id", "title", "updated", "author"} <= {element.tag.removeprefix(ATOM) for element in feed}
    for post in feed.findall(f"{ATOM}entry"):
        assert {"id", "title", "updated", "link"} <= {element.tag.removeprefix(ATOM) for element in post}


def test_a_feed_without_posts_is_one_too(client):
    assert parsed(client).entries == []


def test_a_post_that_moves_stays_the_same_post(client):
    post = create_post(slug="old")
    before = entry(client).id
    post.slug = "new"
    post.save()
    assert (entry(client).id, entry(client).link) == (before, f"{SITE}/blog/new/")


def test_the_text_is_whole_with_addresses_that_are_good_anywhere(client):
    image = create_image()
    page = create_page(title="Other", slug="other")
    create_post(
        text=f'# Head\n\n[page](/other/) [part](#h-head) [out](https://elsewhere.example/x) `href="/code/"`\n\n'
        f"[[afbeelding {image.slug}]]\n\n[[nonsense]]"
    )
    html = entry(client).content[0].value
    assert f'href="{SITE}{page.get_absolute_url()}"' in html
    assert f'href="{SITE}/blog/a-post/#h-head"' in html
    assert f'src="{SITE}{image.file.url}"' in html
    assert 'href="https://elsewhere.example/x"' in html
    assert 'href="/code/"' in html
    assert "nonsense" not in html and "<!--" not in html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img srcset="/a.jpg 1x, /b.jpg 2x" alt="/a">', f'<img srcset="{SITE}/a.jpg 1x, {SITE}/b.jpg 2x" alt="/a">'),
        ('<a title="a > b" href="/a/">/a/</a>', f'<a title="a > b" href="{SITE}/a/">/a/</a>'),
        ('<a href="//elsewhere.example/">x</a>', '<a href="//elsewhere.example/">x</a>'),
        ('<a href="mailto:a@example.org">x</a> < "', '<a href="mailto:a@example.org">x</a> < "'),
    ],
)
def test_only_own_addresses_in_tags_are_made_whole(html, expected):
    assert absolute(html, f"{SITE}/blog/a/") == expected


@pytest.mark.parametrize(
    "odd", ["]]> & <b>", "🎼 & 👩‍👩‍👧", "‮right to left‏", "שלום", "a\x0bb", "\ufffe", "</entry>", "&#0;", "“”\u2028"]
)
def test_whatever_is_typed_the_feed_stays_valid(client, odd):
    Profile.objects.create(pk=1, name=f"N {odd}")
    topic = create_topic(name=f"T {odd}", slug="odd")
    create_post(title=f"A {odd}", lead=f"B {odd}", text=f"C {odd}\n\n    {odd}", topics=[topic])
    for address in ("/feed.xml", "/blog/onderwerp/odd/feed.xml"):
        assert len(parsed(client, address).entries) == 1
        assert root(client, address).tag == f"{ATOM}feed"


def test_titles_are_read_as_text_and_never_as_markup(client):
    create_post(title="A <b>bold</b> & title", lead="A <i>lead</i>")
    post = root(client).find(f"{ATOM}entry")
    assert post.findtext(f"{ATOM}title") == "A <b>bold</b> & title"
    assert post.find(f".//{XHTML}p").text == "A <i>lead</i>"


def test_a_person_who_opens_it_reads_something(client):
    create_post(lead="The lead.", language="en")
    answer = client.get("/feed.xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert b'<?xml-stylesheet href="/static/css/feed.css" type="text/css"?>' in answer.content
    assert Path(finders.find("css/feed.css")).exists()
    links = {link.text: link.get("href") for link in root(client).iter(f"{XHTML}a")}
    assert links["Read this post"] == f"{SITE}/blog/a-post/"
    assert f"{SITE}/blog/" in links.values()


def test_each_post_says_its_language(client):
    create_post(language="en")
    feed = root(client)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (feed.get(lang), feed.find(f"{ATOM}entry").get(lang)) == ("nl", "en")


def test_it_holds_the_latest_twenty(client):
    grow(25)
    assert len(parsed(client).entries) == 20


def test_that_of_a_topic_holds_its_posts_only(client):
    create_post(title="On music", topics=[create_topic(name="Muziek")])
    create_post(title="Other")
    feed = parsed(client, "/blog/onderwerp/muziek/feed.xml")
    assert [post.title for post in feed.entries] == ["On music"]
    assert feed.feed.title == "Muziek · Blog"
    assert feed.feed.link == f"{SITE}/blog/onderwerp/muziek/"
    assert client.get("/blog/onderwerp/nothing/feed.xml").status_code == 404


def test_what_has_not_changed_is_not_sent_again(client):
    post = create_post()
    first = client.get("/feed.xml")
    again = {"headers": {"if-none-match": first["ETag"]}}
    assert client.get("/feed.xml", **again).status_code == 304
    post.delete()
    assert client.get("/feed.xml", **again).status_code == 200
    assert "Last-Modified" not in first


def test_a_visitor_gets_no_cookie_from_it(client):
    assert client.get("/feed.xml").cookies == {}


def test_every_page_of_the_blog_and_home_lead_to_it(client):
    create_post(published_at=MOMENT, topics=[create_topic(name="Muziek")])
    for address in ("/", "/blog/", "/blog/a-post/", "/blog/2026/", "/blog/onderwerp/muziek/"):
        content = client.get(address).content.decode()
        assert 'type="application/atom+xml"' in content and 'href="/feed.xml">' in content, address
    assert 'href="/blog/onderwerp/muziek/feed.xml">' in content
