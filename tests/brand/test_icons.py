"""The small picture of the site in tabs and on phones."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from images.renditions.specs import set_key, specs
from tests.brand.profile import COLOURS, fill
from tests.factories_images import create_image, png_bytes

pytestmark = pytest.mark.django_db

WHITE = (255, 255, 255)


def links(client, address="/"):
    """The addresses of the icons in the head of a page, by their relation; of several the first."""
    found = re.findall(r'<link rel="((?:apple-touch-)?icon)" href="([^"]+)"', client.get(address).content.decode())
    return dict(reversed(found))


def drawn(client, url):
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    return Image.open(BytesIO(b"".join(answer))).convert("RGBA")


def logo(*, width=400, height=400, ready=True, colour=(200, 30, 60, 255)):
    """A stored picture of which the rendition for icons is there."""
    image = create_image(width=width, height=height, file=f"images/aa/{'a' * 32}.png")
    (rendition,) = specs(image, "icon")
    if ready:
        content = png_bytes(rendition.width, rendition.height, mode="RGBA", colour=colour)
        default_storage.save(rendition.name, ContentFile(content))
        image.ready = [set_key(image, "icon")]
        image.save()
    return image


def test_a_site_without_colours_or_logo_has_the_icons_of_the_house(client):
    assert set(links(client)) == {"icon", "apple-touch-icon"}
    assert all(url.startswith("/static/") for url in links(client).values())
    assert client.get("/favicon.ico")["Location"].startswith("/static/favicon")


def test_her_colours_make_the_mark_hers(client):
    fill(**COLOURS)
    tab, touch = drawn(client, links(client)["icon"]), drawn(client, links(client)["apple-touch-icon"])
    assert (tab.size, touch.size) == ((96, 96), (180, 180))
    assert tab.getpixel((0, 0))[3] == 0 and touch.getpixel((0, 0)) == (*WHITE, 255)
    assert tab.getpixel((12, 22)) == (255, 0, 170, 255)
    assert client.get("/favicon.ico")["Location"] == links(client)["icon"]


def test_no_edge_of_the_mark_is_darker_than_its_colours(client):
    fill(first_colour="#ffff00", second_colour="#ffff00", third_colour="#ffff00", action_colour="#ffff00")
    tab = drawn(client, links(client)["icon"])
    assert {tab.getpixel((x, 20))[:3] for x in range(30) if tab.getpixel((x, 20))[3] > 20} == {(255, 255, 0)}


def test_a_square_logo_is_the_icon_once_it_is_made(client):
    fill(logo=logo())
    tab, touch = drawn(client, links(client)["icon"]), drawn(client, links(client)["apple-touch-icon"])
    assert tab.getpixel((48, 48)) == touch.getpixel((90, 90)) == (200, 30, 60, 255)
    assert touch.getpixel((5, 5)) == (*WHITE, 255)


def test_a_logo_that_is_not_quite_square_is_whole(client):
    fill(logo=logo(width=400, height=300))
    tab = drawn(client, links(client)["icon"])
    assert tab.getpixel((1, 48))[3] == tab.getpixel((94, 48))[3] == 255
    assert tab.getpixel((48, 2))[3] == tab.getpixel((48, 93))[3] == 0


@pytest.mark.parametrize("fields", [{"width": 900}, {"height": 900}, {"ready": False}])
def test_a_long_logo_or_one_not_made_yet_leaves_the_icons_as_they_were(client, fields):
    fill(logo=logo(**fields))
    assert links(client)["icon"].startswith("/static/")


def test_an_address_of_before_leads_to_the_present_one(client):
    fill(**COLOURS)
    before = links(client)
    fill(first_colour="#123456")
    for relation, url in before.items():
        assert client.get(url)["Location"] == links(client)[relation] != url
    fill(**dict.fromkeys(COLOURS, ""))
    assert client.get(before["icon"]).status_code == 404


def test_a_logo_whose_file_is_gone_is_not_found(client):
    image = logo()
    fill(logo=image)
    url = links(client)["icon"]
    default_storage.delete(specs(image, "icon")[0].name)
    assert client.get(url).status_code == 404


def test_icons_cost_a_page_no_query(client):
    def cost():
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        return len(queries)

    before = cost()
    fill(**COLOURS, logo=logo())
    assert cost() == before
