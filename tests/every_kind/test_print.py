"""Printed on A4 no line is lost: every letter of a page stands within the edges of the paper."""

import unicodedata
from collections import Counter

import pytest

from tests.every_kind.visiting import opened
from tests.tools.printing import text_of_pdf
from tests.volume.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]

SAMPLED = ("page-with-everything", "post-word-of-80", "testimonials")


def letters(text):
    """How often each occurs: lines are broken by hyphens, and a PDF holds them in an order of its own."""
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def lost(page):
    page.emulate_media(media="print")
    printed = text_of_pdf(page.pdf(format="A4"))
    return "".join((letters(page.inner_text("body")) - letters(printed)).elements())


def usual():
    return [kind for kind in KINDS if kind.markup == "html" and kind.name != "text-at-its-limit"]


@pytest.mark.parametrize("name", SAMPLED)
def test_no_line_is_lost(chromium, address_of, name):
    kind = next(kind for kind in usual() if kind.name == name)
    with opened(chromium, address_of(kind)) as page:
        assert lost(page) == ""


@pytest.mark.long
def test_no_line_of_any_kind_of_page_is_lost(chromium, address_of):
    found = {}
    for kind in usual():
        with opened(chromium, address_of(kind)) as page:
            found[kind.name] = lost(page)
    assert {name: pieces for name, pieces in found.items() if pieces} == {}
