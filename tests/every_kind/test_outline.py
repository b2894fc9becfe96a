"""The skeleton of every kind of page: one main heading, no level skipped, one of each landmark, a language."""

from itertools import pairwise

import html5lib
import pytest

from tests.every_kind.visiting import fetch
from tests.volume.kinds import KINDS

pytestmark = pytest.mark.xdist_group("every-kind")


@pytest.fixture(scope="module")
def parsed(address_of):
    """Each page as a tree, with what the parser found wrong in it."""
    found = {}
    for kind in KINDS:
        if kind.markup == "html":
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            tree = parser.parse(fetch(address_of(kind)).body)
            found[kind.name] = (tree, parser.errors)
    return found


def headings(tree):
    return [int(item.tag[1]) for item in tree.iter() if str(item.tag) in ("h1", "h2", "h3", "h4", "h5", "h6")]


def faults(parsed, look):
    return {name: found for name, (tree, _) in parsed.items() if (found := look(tree))}


def test_the_markup_is_well_formed(parsed):
    assert {name: errors for name, (_, errors) in parsed.items() if errors} == {}


def test_there_is_one_main_heading(parsed):
    assert faults(parsed, lambda tree: headings(tree).count(1) != 1) == {}


def test_no_heading_level_is_skipped(parsed):
    assert faults(parsed, lambda tree: [pair for pair in pairwise([0, *headings(tree)]) if pair[1] > pair[0] + 1]) == {}


def test_there_is_one_main_part(parsed):
    assert faults(parsed, lambda tree: len(tree.findall(".//main")) != 1) == {}


def test_several_navigations_have_names_of_their_own(parsed):
    def unnamed(tree):
        names = [item.get("aria-label") or item.get("aria-labelledby") for item in tree.iter("nav")]
        return names if None in names or len(set(names)) < len(names) else []

    assert faults(parsed, unnamed) == {}


def test_the_page_says_its_language(parsed):
    languages = {name: tree.get("lang") for name, (tree, _) in parsed.items()}
    assert languages == {name: "en" if "english" in name else "nl" for name in parsed}
