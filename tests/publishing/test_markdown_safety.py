"""Whatever is typed, nothing harmful reaches a page."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.markdown import Insertable, render, split
from publishing.markdown.cleaning import clean

PIECES = [
    *('"', "'", "<", ">", "(", ")", "[", "]", "![", "](", "*", "_", "`", "~~", "|", "|-|", "\n", "\n\n", "    ", "\t"),
    *("> ", "- ", "1. ", "# ", "```", "[^1]", "[^1]: ", "[a]: ", "&", "&lt;", "&#x202e;", "\\", "--", "...", "a", "é"),
    *("javascript:", "JaVaScRiPt&colon;", "data:text/html,", "vbscript:", "/b/", "https://example.com", "onload=x"),
    *("<script>", "</script>", "<svg/onload=", "<!--", "-->", "<!--[[a]]-->", "[[a]]", '[[a b="-->"]]', "]]>"),
    *('<div data-insertable="0"></div>', "\0", "\ud800", "\u202e", "\u2066", "\u2028", "\r\n", "\x0b", "\ufffe"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)

HARMLESS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "em", "strong", "s", "sup", "a", "ol", "ul", "li", "div"),
    *("table", "thead", "tbody", "tr", "th", "td", "section", "h2", "h3", "h4", "h5", "h6"),
}


def elements(markup):
    return html5lib.parseFragment(markup, namespaceHTMLElements=False).iter()


def assert_harmless(markup):
    for element in elements(markup):
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in HARMLESS
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in ("style", "src", "srcset", "formaction", "target")
            if name == "href":
                scheme = value.partition(":")[0].strip().lower()
                assert ":" not in value.partition("/")[0] or scheme in ("http", "https", "mailto", "tel")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](  javascript&colon;alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](\x01javascript:alert(1))",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](vbscript:x) [x](data:text/html,<script>) [x](file:///etc/passwd)",
        '![x](x "onerror=alert(1)")',
        '![x](x" onerror="alert(1))',
        "![x](data:image/png;base64,AAAA)",
        '[x](/a "\\" onmouseover=\\"alert(1)")',
        "<svg/onload=alert(1)>",
        "<script>alert(1)</script>",
        "<iframe src=//example.com></iframe><form><input></form><style>*{}</style>",
        "<data:text/html,x> <javascript:alert(1)>",
        "[[[[a](b)](c)](d)](e)",
        "[a [b [c](d) e](f) g](h)",
        '|a|\n|-|\n|<img src=x onerror="x">|',
        "```<script>\n</code></pre><script>\n```",
        "[^<b>]\n\n[^<b>]: x",
        '# <img onerror=x> " id="x',
    ],
)
def test_hostile_marks_are_harmless(text):
    assert_harmless(render(text, language="nl").html)


@given(texts)
def test_no_text_is_harmful_and_none_fails(text):
    rendered = render(text, language="nl").html
    rendered.encode()
    assert_harmless(rendered)


@given(texts)
def test_what_is_sanitised_stays_the_same_when_it_is_sanitised_again(text):
    markup = "".join(piece for piece in split(render(text, language="nl").html) if isinstance(piece, str))
    assert clean(markup) == markup


@given(texts)
def test_html_is_well_formed(text):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(render(text, language="nl").html)
    assert parser.errors == []


@given(texts)
def test_nobody_can_type_a_marker(text):
    rendered = render(text, language="nl")
    found = [piece for piece in split(rendered.html) if isinstance(piece, Insertable)]
    assert tuple(found) == rendered.insertables
    assert rendered.html.count("<!--") == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "<!--[[contact]]-->",
        "`<!--[[contact]]-->`",
        '[a](/b "<!--[[contact]]-->")',
        '<div data-insertable="0"></div>',
        '[a](/b "<div data-insertable=\\"0\\"></div>")',
        "&lt;!--[[contact]]--&gt;",
        "```\n[[contact]]\n```",
    ],
)
def test_a_marker_typed_is_text(text):
    assert all(isinstance(piece, str) for piece in split(render(text, language="nl").html))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b", "a\ufffdb"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a&#x202e;b&#8294;c", "abc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\x0bc", "a\nb\nc"),
        ("a\x01\x7f\ufffe\U0001ffff", "a\ufffd\ufffd\ufffd\ufffd"),
        ("a\tb", "a\tb"),
        ("\ufeffa\u200eb", "\ufeffa\u200eb"),
    ],
)
def test_odd_characters_neither_fail_nor_reorder_the_page(text, shown):
    assert render(text, language="nl").html == f"<p>{shown}</p>\n"


def test_a_title_cannot_reorder_the_page():
    assert "\u202e" not in render('[a](/b "c\u202ed&#x202e;")', language="nl").html
