"""Pictures on the pages of the site: what comes first, what is asked for, what other sites are shown."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from images.models import Image
from images.renditions import asking
from images.renditions.places import PLACES
from images.renditions.specs import set_key
from pages.models import Section
from tests.factories import create_page
from tests.factories_blog import create_post, grow
from tests.factories_images import create_image
from tests.look.content import fill_profile, section
from tests.sharing.documents import head, nodes
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

SITE = "http://localhost:8000"


class Wanted(set):
    """What was asked for: (key of the picture, place)."""

    def enqueue(self, pk, places):
        self.update((pk, place) for place in places)


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """A function that gives what was asked for until now."""
    wanted = Wanted()
    monkeypatch.setattr(asking, "make_renditions", wanted)
    asking.forget()
    yield lambda: asking.enqueue() or wanted
    asking.forget()


def ready(*places, **fields):
    image = create_image(**{"width": 2560, "height": 1707, **fields})
    image.ready = [set_key(image, place) for place in places or PLACES]
    image.save()
    return image


@pytest.fixture
def addresses():
    """A site full of pictures; its kinds of page, each with whether a picture is the largest that is seen first."""
    fill_profile(portrait=ready(), logo=ready(width=300, height=100))
    image = ready()
    grow(5, image=image, text=f"[[image {image.slug}]]")
    create_testimonial(slug="vera", portrait=ready(), on_home=True)
    create_page(title="Bare", slug="bare", text=f"[[image {image.slug}]]\n\n[[testimonial vera]]")
    create_page(title="Full", slug="full", image=image, text=f"[[image {image.slug} large]]")
    create_post(slug="a-post", image=image)
    with_one = ["/", "/full/", "/blog/", "/blog/a-post/"]
    return dict.fromkeys(with_one, 1) | dict.fromkeys(["/bare/", "/contact/", "/ervaringen/", "/ervaringen/vera/"], 0)


def pictures(client, address):
    return re.findall(r"<img[^>]*>", client.get(address).content.decode())


def test_on_each_page_at_most_one_picture_goes_before_all_others(client, addresses):
    found = {address: "".join(pictures(client, address)).count('fetchpriority="high"') for address in addresses}
    assert found == addresses


def test_where_the_blog_has_a_picture_of_its_own_the_first_post_waits(client, addresses):
    section(Section.BLOG, image=ready())
    first, *others = [one for one in pictures(client, "/blog/") if "fetchpriority" in one]
    assert "/head-" in first and others == []


def test_all_of_a_page_but_its_top_waits_until_it_is_near(client, addresses):
    for address in addresses:
        now = [one for one in pictures(client, address) if "loading=" not in one]
        assert all(re.search("/(logo|head|portrait|face|card)-", one) for one in now), address
        assert len(now) <= 3, address


def test_every_picture_says_its_measures_and_how_wide_it_is_shown(client, addresses):
    for address in addresses:
        html = client.get(address).content.decode()
        assert pictures(client, address)
        for one in re.findall(r"<(?:img|source)[^>]*>", html):
            assert ' sizes="' in one and ' srcset="' in one, one
        assert all(re.search(r' width="\d+" height="\d+" alt="', one) for one in pictures(client, address))


def test_what_is_missing_is_asked_for_by_whoever_shows_it(client, asked):
    portrait, image, face = ready("first"), ready("first"), ready("first")
    fill_profile(portrait=portrait)
    create_post(slug="a-post", image=image)
    create_testimonial(slug="vera", portrait=face)
    client.get("/")
    assert asked() == {(portrait.pk, "portrait"), (image.pk, "card")}
    client.get("/blog/a-post/")
    client.get("/ervaringen/")
    assert asked() >= {(image.pk, "head"), (image.pk, "social"), (portrait.pk, "face"), (face.pk, "face")}


def test_of_what_is_there_nothing_is_asked_for(client, addresses, asked):
    for address in addresses:
        client.get(address)
    assert asked() == set()


@pytest.mark.parametrize("address", ["/", "/full/", "/blog/", "/blog/a-post/", "/ervaringen/"])
def test_no_page_costs_a_query_more_for_what_is_ready_or_not(client, addresses, address):
    def cost():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    all_there = cost()
    Image.objects.update(ready=[])
    fill_profile()
    assert cost() == all_there


def test_a_link_elsewhere_shows_the_cut_that_is_made_for_it(client):
    image = ready("social", focal_x=20)
    create_page(image=image)
    meta = head(client).meta
    assert re.fullmatch(rf"{SITE}/media/renditions/00/\w{{32}}/social-1200-\w+\.jpg", meta["og:image"])
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert nodes(client)["WebPage"]["image"] == meta["og:image"]


def test_a_picture_of_which_the_cut_would_be_small_gives_way_to_the_card(client):
    create_page(image=create_image(width=4000, height=300))
    assert head(client).meta["og:image"].startswith(f"{SITE}/media/renditions/") is False
    assert "/media/images/" not in head(client).meta["og:image"]


def test_search_engines_are_told_of_the_portrait_as_it_is_made(client):
    fill_profile(portrait=ready("portrait"))
    assert "/portrait-864-" in nodes(client, "/")["Person"]["image"]
