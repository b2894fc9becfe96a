"""Her colours come in the one style sheet, at an address that moves with them."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from pages.models import Profile
from pages.sheet import as_served
from tests.brand.profile import COLOURS, fill
from tests.factories import create_page

pytestmark = pytest.mark.django_db

STATIC_FILE = static("css/site.css")
YEAR = "max-age=31536000"


def sheets(client, address="/"):
    """The addresses of the style sheets that a page asks for."""
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get(address).content.decode())


@pytest.fixture
def address(client):
    """That of the style sheet of a site with colours of its own."""
    fill(**COLOURS)
    return sheets(client)[0]


def test_without_colours_of_her_own_the_static_file_is_asked_for(client):
    assert sheets(client) == [STATIC_FILE]


def test_with_colours_of_her_own_it_is_one_file_still(client, address):
    assert sheets(client) == [address]
    assert re.fullmatch(r"/site\.[0-9a-f]{12}\.css", address)


@pytest.mark.parametrize("field", COLOURS)
def test_the_address_moves_when_a_colour_changes_and_only_then(client, address, field):
    fill(name="Another Name", footer_text="Other words")
    create_page(title="A page")
    assert sheets(client) == [address]
    fill(**{field: "#123456"})
    assert sheets(client) != [address]
    fill(**{field: COLOURS[field]})
    assert sheets(client) == [address]


def test_the_static_file_comes_back_when_she_takes_back_her_colours(client, address):
    fill(**dict.fromkeys(COLOURS, ""))
    assert sheets(client) == [STATIC_FILE]


@pytest.mark.parametrize("kind", ["/a-page/", "/nowhere/", "/gone/", "/blog/", "/contact/"])
def test_every_kind_of_page_asks_for_it(client, address, kind):
    create_page(title="A page")
    create_page(title="Gone").delete()
    assert sheets(client, kind) == [address]


def test_so_does_the_preview_of_a_draft(owner_client, address):
    draft = create_page(title="A draft", status="draft")
    assert address in sheets(owner_client, f"/admin/pages/page/{draft.pk}/preview/")


def test_it_holds_the_sheet_of_the_house_and_then_her_colours(client, address):
    text = client.get(address).content.decode()
    house = as_served(Path(finders.find("css/site.css")).read_text(encoding="utf-8"))
    body, hers = text.split("@layer tokens{:root{")
    assert len(body) > len(house)
    assert "--sun:#ff00aa;" in hers and "--coral:#00ffaa;" in hers and "--sky:#aa00ff;" in hers
    assert re.search(r"--deep:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)", hers)
    assert "--ink:" not in hers


def test_its_typefaces_are_those_that_the_page_asks_for(client, address):
    preloaded = re.findall(r'rel="preload" href="([^"]+)"', client.get("/").content.decode())
    asked = re.findall(r"url\(([^)]+woff2)\)", client.get(address).content.decode())
    assert preloaded and set(preloaded) <= set(asked)
    assert all(url.startswith("/static/fonts/") for url in asked)


def test_it_is_kept_for_ever(client, address):
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert YEAR in answer.headers["Cache-Control"] and "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")


def test_a_page_of_before_gets_the_colours_of_today_for_a_short_while(client, address):
    fill(first_colour="#123456")
    answer = client.get(address)
    assert answer.status_code == 200
    assert "--sun:#123456;" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_a_page_of_before_is_led_to_the_static_file_when_there_are_none(client, address):
    fill(**dict.fromkeys(COLOURS, ""))
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, STATIC_FILE)
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_what_is_kept_is_asked_after_and_not_sent_again(client, address):
    etag = client.get(address, headers={"accept-encoding": "gzip"}).headers["ETag"]
    answer = client.get(address, headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    fill(first_colour="#123456")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


def test_head_is_answered_without_a_body(client, address):
    answer = client.head(address)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(client.get(address).content))


def test_nothing_is_posted_to_it(client, address):
    assert client.post(address).status_code == 405


def test_it_is_compressed_and_hardly_heavier_than_that_of_the_house(client, address):
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    own = len(gzip.compress(gzip.decompress(packed.content)))
    assert own - len(gzip.compress(Path(finders.find("css/site.css")).read_bytes())) < 600


@pytest.mark.parametrize("other", ["/site.css", "/site.xyz.css", "/site.0123456789ab.css/", "/site.0123456789abc.css"])
def test_other_addresses_are_none_of_its_own(client, address, other):
    assert client.get(other).status_code == 404


@pytest.mark.parametrize("stored", ["red", "#fff;}", "}*{x:y", "#12345"])
def test_what_is_stored_and_is_no_colour_counts_as_not_chosen(client, address, stored):
    Profile.objects.update(first_colour=stored)
    fill(name="So that it is read anew")
    text = client.get(sheets(client)[0]).content.decode()
    assert stored not in text.split("@layer tokens{:root{")[1] and "--sun:" not in text.split("@layer tokens{:root{")[1]


def test_it_costs_a_page_no_query(client, address, django_assert_num_queries):
    create_page(title="A page")
    client.get("/a-page/")
    with django_assert_num_queries(3):
        client.get("/a-page/")
    with django_assert_num_queries(1):
        client.get(address)
