"""Links in the source get new addresses, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.markdown import render, replace_links

NEW = {"/old/": "/new/"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](/old/)", "[a](/new/)"),
        ('[a](/old/ "/old/")', '[a](/new/ "/old/")'),
        ("[a]( </old/> 'b')", "[a]( </new/> 'b')"),
        ("[a](/old/#b) [a](/old/?c=/old/) [a](/old/?d#e)", "[a](/new/#b) [a](/new/?c=/old/) [a](/new/?d#e)"),
        ("[/old/](/old/)", "[/old/](/new/)"),
        ("[a]\n\n[a]: /old/ 'b'", "[a]\n\n[a]: /new/ 'b'"),
        ("> [a]:\n> </old/#b>", "> [a]:\n> </new/#b>"),
        ("[unused]: /old/", "[unused]: /new/"),
        ("- [a](/old/)\r\n- [b](/old/)\r\n", "- [a](/new/)\r\n- [b](/new/)\r\n"),
        ("|a|\n|-|\n|[b](/old/)|", "|a|\n|-|\n|[b](/new/)|"),
        ("a[^1]\n\n[^1]: [b](/old/)", "a[^1]\n\n[^1]: [b](/new/)"),
        ("[^2]: [nowhere referred to](/old/)", "[^2]: [nowhere referred to](/new/)"),
        ("**[a](/old/)** [*b*](/old/)", "**[a](/new/)** [*b*](/new/)"),
        ("[![a](/old/)](/old/)", "[![a](/old/)](/new/)"),
        ("[a](/o\\ld/) [a](/old\\/)", "[a](/o\\ld/) [a](/new/)"),
    ],
)
def test_a_link_gets_its_new_address(text, expected):
    assert replace_links(text, NEW) == expected


@pytest.mark.parametrize(
    "text",
    [
        "`[a](/old/)`",
        "    [a](/old/)",
        "```\n[a](/old/)\n[a]: /old/\n```",
        "[a](/old/deeper/) [a](/older/) [a](/old) [a](/x/old/)",
        "/old/ (/old/) ](/old/) \\[a](/old/)",
        "[a] (/old/)",
        "a\n[b]: /old/",
        '[[image a alt="[b](/old/)"]]',
        "[a](/old/ nonsense)",
        "\ud800 \0 \u202e",
    ],
)
def test_what_only_looks_like_a_link_stays(text):
    assert replace_links(text, NEW) == text


def test_addresses_change_places_all_at_once():
    swap = {"/a/": "/b/", "/b/": "/a/"}
    assert replace_links("[x](/a/) [y](/b/)", swap) == "[x](/b/) [y](/a/)"


def test_a_new_address_of_any_characters_stays_one_address():
    text = replace_links("[a](/old/)", {"/old/": "/new (1) <é> *b*|`c/"})
    assert len(render(text, language="nl").links) == 1


def test_what_stands_in_the_middle_of_another_address_stays():
    assert replace_links("[^1]([a](/a/))", {"/a/": "/b/"}) == "[^1]([a](/a/))"


def test_without_new_addresses_nothing_changes():
    assert replace_links("[a](/old/)", {}) == "[a](/old/)"


PIECES = [
    *("[a](/a/)", "[b](/b/#c)", "[c](</a/?d>)", '[d](/b/ "e")', "[e]: /a/\n", "\n[f]: </b/>\n", "[e]", "[f][f]"),
    *("[", "]", "](", "/a/", "/b/", "(", ")", "`", "\\", "\n", "\n\n", "    ", "> ", "- ", "```\n", "<", ">", '"', "!"),
    *("*", "|", "|-|", "[^1]", "[^1]: ", "[[a]]", "a", " ", "\r\n"),
]
SWAP = {"/a/": "/b/", "/b/": "/a/"}


def mapped(address):
    path, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()
    return SWAP.get(path, path) + rest


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_new_text_links_where_the_old_one_did_and_says_the_same(text):
    old, new = render(text, language="nl"), render(replace_links(text, SWAP), language="nl")
    expected = dict.fromkeys(mapped(link) for link in old.links)
    assert new.links == tuple(expected)
    assert without_addresses(new.html) == without_addresses(old.html)


def without_addresses(html):
    return re.sub(r' href="[^"]*"', "", html)
