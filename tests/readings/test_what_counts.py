"""A page that a person reads is counted; what robots, browsers that look ahead and editors ask for is not."""

import pytest
from django.http import HttpResponse

from consultancy import readings
from consultancy.readings.visits import is_reading
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.readings.conftest import BROWSER
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    return create_page(title="Offer", slug="offer")


def test_each_kind_of_item_is_counted(visit, written, page):
    create_post(title="Silence", slug="silence", topics=[create_topic(name="Music", slug="music")])
    create_testimonial(name="Vera", slug="vera")
    for address in ("/offer/", "/offer/", "/blog/silence/", "/ervaringen/vera/", "/blog/?pagina=1", "/"):
        assert visit(address).status_code == 200, address
    counts = written()
    assert {name: counts[name] for name in ("Offer", "Silence", "Vera", "Blog")} == {
        "Offer": 2, "Silence": 1, "Vera": 1, "Blog": 1,
    }  # fmt: skip
    assert len(counts) == 5


def test_what_is_no_item_is_not_counted(visit, written, page):
    create_post(slug="silence", topics=[create_topic(name="Music", slug="music")])
    for address in ("/blog/onderwerp/music/", "/healthz", "/feed.xml", "/sitemap.xml", "/admin/login/", "/nowhere/"):
        visit(address)
    assert written() == {}


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/100.0",
        "curl/8.5.0",
        "python-requests/2.32",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
        "LinkedInBot/1.0",
    ],
)
def test_robots_are_not_counted(visit, written, page, agent):
    assert visit("/offer/", **{"user-agent": agent}).status_code == 200
    assert written() == {}


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
        "Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Edg/126.0",
    ],
)  # fmt: skip
def test_browsers_of_people_are(visit, written, page, agent):
    visit("/offer/", **{"user-agent": agent})
    assert written() == {"Offer": 1}


@pytest.mark.parametrize(
    "header", [{"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}]
)
def test_a_browser_that_looks_ahead_is_not_counted(visit, written, page, header):
    visit("/offer/", **header)
    assert written() == {}


def test_only_a_whole_answer_to_get_is_counted(visit, written, page):
    visit("/offer/", method="head")
    visit("/offer/", method="post")
    visit("/offer")
    create_page(title="Hidden", slug="hidden", status="draft")
    visit("/hidden/")
    assert written() == {}


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        ({}, True),
        ({"status": 404}, False),
        ({"status": 304}, False),
        ({"content_type": "text/plain"}, False),
        ({"content_type": "application/json"}, False),
    ],
)
def test_only_a_page_is_a_reading(rf, answer, counts):
    request = rf.get("/offer/", headers={"user-agent": BROWSER})
    assert is_reading(request, HttpResponse("Words", **answer)) is counts


def test_what_visitors_do_not_see_is_not_counted(written, page):
    create_page(title="Hidden", slug="hidden", status="draft")
    for path in ("/hidden/", "/offer/"):
        readings.count(path)
    assert written() == {"Offer": 1}


def test_whoever_is_signed_in_is_not_counted(visit, client, owner, written, page):
    client.force_login(owner)
    visit("/offer/")
    assert written() == {}


def test_a_page_that_moved_meanwhile_keeps_its_number(visit, written, page):
    visit("/offer/")
    assert written() == {"Offer": 1}
    page.slug = "services"
    page.save()
    visit("/offer/")
    visit("/services/")
    assert written() == {"Offer": 2}
