"""The first visit to any page fits in one round trip: 14 kB as a browser gets it, without pictures and fonts."""

import gzip
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders

PRELOADED = ("bricolage-grotesque", "reading")
FONTS = (*PRELOADED, "reading-italic")


def test_page_and_style_sheet_fit_in_one_round_trip(client, edge_addresses):
    # Static files are compressed once, by brotli; a page each time it is asked for, by gzip.
    style_sheet = len(brotli.compress(Path(finders.find("css/site.css")).read_bytes()))
    weights = {kind: style_sheet + len(gzip.compress(client.get(url).content)) for kind, url in edge_addresses.items()}
    assert {kind: weight for kind, weight in weights.items() if weight > 14_000} == {}


def test_only_the_two_fonts_of_every_page_are_asked_for_before_the_style_sheet_is_read(client, db):
    document = client.get("/").content.decode()
    assert document.count('as="font"') == len(PRELOADED)
    assert all(f"fonts/{name}.woff2" in document for name in PRELOADED)


def test_the_fonts_of_a_first_visit_are_light_italics_included():
    assert sum(Path(finders.find(f"fonts/{name}.woff2")).stat().st_size for name in FONTS) <= 75_000
