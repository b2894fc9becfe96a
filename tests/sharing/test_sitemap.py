"""The map of the site: everything public, in parts where it is long, each with the moment of its last change."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from consultancy import sitemaps
from pages.models import Page
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

SITE = "https://www.example.nl"
NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
PARTS = ("pages", "posts", "archives", "testimonials")


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of ten addresses."""
    monkeypatch.setattr(sitemaps, "PART", 10)


def root(client, address="/sitemap.xml"):
    answer = client.get(address)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/xml"
    return ET.fromstring(answer.content)  # noqa: S314


def places(client, address="/sitemap.xml"):
    """{path: last change}"""
    found = root(client, address).findall("{*}url")
    return {url.findtext("{*}loc").removeprefix(SITE): url.findtext("{*}lastmod") for url in found}


def parts(client):
    return [place.text.removeprefix(SITE) for place in root(client).findall("{*}sitemap/{*}loc")]


def test_a_small_site_has_one_map_of_all(client):
    create_page()
    create_post(published_at=NOW, topics=[create_topic(name="Music")])
    create_testimonial(slug="vera")
    with time_machine.travel(NOW, tick=False):
        found = places(client)
    assert {
        "/",
        "/a-page/",
        "/blog/a-post/",
        "/blog/2026/",
        "/blog/onderwerp/music/",
        "/ervaringen/vera/",
    } <= found.keys()
    assert None not in found.values()


def test_a_large_site_has_an_index_from_which_all_is_reached(client, small_parts):
    grow(25, topics=[create_topic(name="Music")])
    create_testimonial(slug="vera")
    found = parts(client)
    assert [part for part in found if "posts" in part] == [f"/sitemap-posts-{number}.xml" for number in (1, 2, 3)]
    listed = [place for part in found for place in places(client, part)]
    assert len(listed) == len(set(listed))
    assert sum(place.startswith("/blog/grown-") for place in listed) == 25
    assert {"/", "/contact/", "/blog/onderwerp/music/", "/ervaringen/vera/"} <= set(listed)


def test_each_part_is_bounded_and_an_item_stays_in_its_own(client, small_parts):
    grow(25)
    before = places(client, "/sitemap-posts-1.xml").keys()
    assert len(before) == 10
    create_post(title="New")
    assert places(client, "/sitemap-posts-1.xml").keys() == before


def test_a_kind_that_has_nothing_is_left_out_and_is_no_error(client, small_parts):
    grow(25)
    assert not [part for part in parts(client) if "testimonials" in part]
    assert places(client, "/sitemap-testimonials-1.xml") == {}


@pytest.mark.parametrize("part", ["posts-0", "posts-2", "posts-99999999999999999999999", "users-1", "posts--1"])
def test_a_part_that_is_not_there_is_not_found(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_lists_changed_when_a_post_in_them_did(client):
    with time_machine.travel(NOW, tick=False) as clock:
        Page.objects.update(changed=NOW - timedelta(days=9), published_at=NOW - timedelta(days=9))
        topic, other = create_topic(name="Music"), create_topic(name="Other")
        post = create_post(topics=[topic], published_at=NOW - timedelta(days=2))
        create_post(title="Other", topics=[other], published_at=NOW - timedelta(days=1))
        create_post(title="Older", published_at=NOW - timedelta(days=700))
        clock.shift(timedelta(hours=1))
        post.save()
        edited = timezone.localtime().isoformat(timespec="seconds")
        create_post(title="Draft", status="draft", topics=[other], published_at=NOW - timedelta(days=1_000))
        clock.shift(timedelta(hours=1))
        found = places(client)
    lists = ("/", "/blog/", "/blog/2026/", "/blog/onderwerp/music/")
    assert {found[place] for place in lists} == {edited}
    assert "/blog/2024/" not in found
    untouched = timezone.localtime(NOW).isoformat(timespec="seconds")
    assert found["/blog/2025/"] == found["/blog/onderwerp/other/"] == untouched
    assert found["/contact/"] == timezone.localtime(NOW - timedelta(days=9)).isoformat(timespec="seconds")


def test_what_was_planned_changed_when_it_appeared(client):
    with time_machine.travel(NOW, tick=False) as clock:
        create_post(published_at=NOW + timedelta(hours=1))
        clock.shift(timedelta(hours=2))
        found = places(client)
    assert found["/blog/a-post/"] == timezone.localtime(NOW + timedelta(hours=1)).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"published_at": NOW + timedelta(minutes=1)},
        {"published_at": NOW - timedelta(days=1), "expires_at": NOW},
        {"noindex": True},
    ],
)
def test_no_part_lists_what_is_not_for_search_engines(client, small_parts, fields):
    with time_machine.travel(NOW, tick=False):
        grow(25)
        hidden = {"title": "Zwijgzaam", "slug": "zwijgzaam", **fields}
        create_page(**hidden)
        create_post(**hidden)
        create_testimonial(name="Zwijgzaam", slug="zwijgzaam", **fields)
        for part in parts(client):
            assert "zwijgzaam" not in client.get(part).content.decode()


def test_a_picture_stands_beside_the_page_that_shows_it(client):
    image = create_image()
    create_page(image=image)
    create_post(image=image)
    pictures = [place.text for place in root(client).findall(".//{*}image/{*}loc")]
    assert pictures == [SITE + image.file.url] * 2


@pytest.mark.parametrize("number", [3, 300])
def test_a_part_costs_the_same_few_queries_whatever_it_holds(client, django_assert_num_queries, number):
    topics = [create_topic(name=f"Topic {number}") for number in range(20)]
    grow(number, topics=topics)
    create_testimonial(slug="vera")
    create_post(image=create_image())
    for kind, queries in zip(PARTS, (5, 2, 3, 2), strict=True):
        with django_assert_num_queries(queries):
            client.get(f"/sitemap-{kind}-1.xml")
    with django_assert_num_queries(12):
        client.get("/sitemap.xml")


def test_the_index_costs_six_queries(client, small_parts, django_assert_num_queries):
    grow(40)
    with django_assert_num_queries(6):
        assert len(parts(client)) > 4
