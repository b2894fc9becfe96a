"""The card in the head of a page."""

import pytest
from django.conf import settings

from pages.profile import Profile
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.sharing.documents import head
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def fetched(client, meta):
    response = client.get(meta["og:image"].removeprefix(settings.SITE_URL))
    return response.status_code, response["Content-Type"]


def test_every_kind_of_page_without_a_picture_shows_its_card(client):
    create_page()
    create_post(topics=[create_topic(name="Music")])
    create_testimonial(slug="vera")
    pages = ["/", "/a-page/", "/blog/", "/blog/a-post/", "/contact/", "/ervaringen/", "/ervaringen/vera/"]
    shown = {address: head(client, address).meta for address in [*pages, "/blog/onderwerp/music/"]}
    assert {address: fetched(client, meta) for address, meta in shown.items()} == dict.fromkeys(
        shown, (200, "image/png")
    )
    assert {meta["twitter:card"] for meta in shown.values()} == {"summary_large_image"}
    assert {(meta["og:image:width"], meta["og:image:height"]) for meta in shown.values()} == {("1200", "630")}
    assert len({shown[address]["og:image"] for address in pages}) == len(pages)
    assert shown["/blog/onderwerp/music/"]["og:image"] == shown["/blog/"]["og:image"]


def test_a_picture_too_small_to_be_shown_large_gives_way_to_the_card(client):
    create_page(title="A page", image=create_image(width=599, height=400))
    meta = head(client).meta
    assert "/media/cards/page/" in meta["og:image"]
    assert meta["og:image:alt"] == "A page"


def test_a_card_speaks_the_language_of_its_page(client):
    home = create_page(title="Home", slug="en", language="en")
    before = head(client, home.get_absolute_url()).meta["og:image"]
    Profile.load().words.create(language="en", tagline="Together")
    meta = head(client, home.get_absolute_url()).meta
    assert meta["og:image"] != before
    assert fetched(client, meta) == (200, "image/png")
