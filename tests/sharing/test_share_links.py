"""A post is shared by plain links, which hold its title and address as they are."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db

URL = "https://www.example.nl/blog/a-post/"


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = "https://www.example.nl"


def shared(client):
    """Where each link leads: {host, or scheme: its parameters}."""
    block = re.search(r'<p class="share">.*?</p>', client.get("/blog/a-post/").content.decode())[0]
    links = [urlsplit(unescape(href)) for href in re.findall(r'href="([^"]*)"', block)]
    return {link.netloc or link.scheme: parse_qs(link.query, strict_parsing=True) for link in links}


@pytest.mark.parametrize("title", ["A & b? #1 100% + é", 'She said "no" <b>', "‮right", "x=1&body=other", "🎼 " * 100])
def test_whatever_the_title_is_it_arrives_as_it_was_written(client, title):
    written = create_post(title=title, slug="a-post").title
    assert shared(client) == {
        "mailto": {"subject": [written], "body": [f"{written}\r\n{URL}"]},
        "www.linkedin.com": {"url": [URL]},
        "wa.me": {"text": [f"{written} {URL}"]},
    }


def test_nothing_is_asked_of_anybody_before_a_link_is_followed(client):
    create_post(slug="a-post")
    page = client.get("/blog/a-post/").content.decode()
    loaded = re.findall(r'<(?:script|img|iframe|link)[^>]* (?:src|href)="([^"]*)"', page)
    assert loaded
    assert {urlsplit(address).netloc for address in loaded} <= {"", "www.example.nl"}
