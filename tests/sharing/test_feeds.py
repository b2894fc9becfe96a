"""A post in a feed is whole: its picture too; and a feed tells when it changed."""

import re
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
import time_machine
from django.contrib.staticfiles import finders

from images.renditions.specs import set_key
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.look.content import fill_profile, section

pytestmark = pytest.mark.django_db

SITE = "https://www.example.nl"
NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
FEEDS = ("/feed.xml", "/blog/onderwerp/music/feed.xml")


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


def feed(client, address="/feed.xml"):
    return feedparser.parse(client.get(address).content, response_headers={"content-type": "text/xml; charset=utf-8"})


def test_the_picture_stands_before_the_text_and_is_an_enclosure(client):
    image = create_image(alternative_text='A "bridge"', size=4321)
    create_post(text="The text.", image=image, topics=[create_topic(name="Music")])
    for address in FEEDS:
        post = feed(client, address).entries[0]
        html = post.content[0].value
        assert html.index(f'src="{SITE}{image.file.url}"') < html.index("The text.")
        assert 'alt="A &quot;bridge&quot;"' in html
        (enclosure,) = post.enclosures
        assert (enclosure.href, enclosure.length, enclosure.type) == (SITE + image.file.url, "4321", "image/jpeg")


def test_what_is_there_of_the_picture_is_shown_in_a_fitting_width(client):
    image = create_image(width=2560, height=1707)
    image.ready = [set_key(image, "head")]
    image.save()
    create_post(text="The text.", image=image)
    post = feed(client).entries[0]
    (shown,) = re.findall("<img[^>]*>", post.content[0].value)
    assert f'src="{SITE}/media/renditions/' in shown and "/head-1104-" in shown
    assert 'width="1104"' in shown and 'height="736"' in shown and "srcset" not in shown
    assert post.enclosures[0].href == SITE + image.file.url


def test_pictures_in_the_text_have_whole_addresses_and_stand_still(client):
    for name, fields in (("bridge", {}), ("moving", {"animated": True, "file": f"images/00/{'0' * 32}.webp"})):
        image = create_image(slug=name, **fields)
        image.ready = [set_key(image, "text")]
        image.save()
    create_post(text="[[image bridge]]\n\n[[image moving]]")
    html = feed(client).entries[0].content[0].value
    addresses = re.findall(r"[^ \",]*/media/[^ \",]*", html)
    assert addresses and all(address.startswith(f"{SITE}/media/renditions/") for address in addresses)
    assert html.count("<img") == 2 and "/text-" in html
    assert "<details" not in html and "prefers-reduced-motion" not in html


def test_a_post_without_a_picture_has_none(client):
    create_post(text="The text.")
    post = feed(client).entries[0]
    assert "<img" not in post.content[0].value and post.enclosures == []


def test_it_changed_when_a_post_in_it_did(client):
    with time_machine.travel(NOW, tick=False) as clock:
        post = create_post(published_at=NOW - timedelta(days=9), topics=[create_topic(name="Music")])
        clock.shift(timedelta(hours=1))
        post.save()
        clock.shift(timedelta(hours=1))
        for address in FEEDS:
            assert feed(client, address).feed.updated == "2026-12-03T09:00:00+00:00"
            assert feed(client, address).entries[0].updated == "2026-12-03T09:00:00+00:00"


def test_one_without_posts_stays_as_it_is(client):
    with time_machine.travel(NOW, tick=False) as clock:
        section("blog", title="Blog")
        first = client.get("/feed.xml")
        clock.shift(timedelta(hours=1))
        assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 304
        section("blog", status="draft")
        assert client.get("/feed.xml").content == client.get("/feed.xml").content


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_person_who_opens_it_reads_it_in_the_look_of_the_site(chromium, live_server, settings, scheme):
    settings.SITE_URL = live_server.url
    fill_profile(name="A Name")
    create_post(title="A post", lead="The lead.", text="For programs only.", published_at=NOW - timedelta(days=90))
    page = chromium.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
    page.goto(f"{live_server.url}/feed.xml")
    shown = page.evaluate("document.documentElement.innerText ?? document.documentElement.textContent")
    visible = """name => { const found = document.querySelector(name);
        return found !== null && getComputedStyle(found).display !== "none" }"""
    assert all(page.evaluate(visible, name) for name in ("feed > title", "subtitle", "entry > title", "summary"))
    assert not any(page.evaluate(visible, name) for name in ("id", "content", "updated", "author"))
    assert "The lead." in shown
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 26, 24)"}[scheme]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate("document.querySelector('summary a').click()")
    page.wait_for_url("**/blog/a-post/")
    page.close()


def test_its_styles_name_files_that_are_there():
    from pathlib import Path

    styles = Path(finders.find("css/feed.css")).read_text()
    files = re.findall(r"url\(\.\./([^)]+)\)", styles)
    assert files and all(finders.find(file) for file in files)
