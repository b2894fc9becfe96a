"""What a text becomes on the page."""

import pytest
from markdown_it import MarkdownIt

from publishing.markdown import render


def html(text, language="en"):
    return render(text, language=language).html


@pytest.mark.parametrize(
    "text",
    [
        "A *b* **c** ***d*** `e` _f_ __g__ h_i_j",
        "A  \nb\\\nc\nd",
        "- a\n- b\n\n  c\n- d\n    - e\n1. f\n2. g",
        "3) a\n4) b",
        "> a\nb\n> > c",
        "[a](/b \"c\") [d][e] [e] [f]\n\n[e]: </g h> 'i'",
        "a\n===\n\n***\n\nb\n---",
        "    code\n\n```\nfence <b>\n```\n\n~~~\nother\n~~~",
        "<https://example.com/?a=b&c> <name@example.com>",
        "&copy; &amp; &#65; \\*a\\* &nosuch;",
        "*a `*` b* **a [b](c) d**",
        "1986\\. A year, no list\n\n- \n\n* a\n+ b",
        "[a](<b)c>) [a](b(c)d) [a] (b) ![a",
        "\ta\n\n  - b\n\n\tc",
    ],
)
def test_common_texts_become_what_commonmark_says(text):
    plain = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).render(text)
    assert normal(html(text)) == normal(plain)


def normal(markup):
    """Without what is ours on purpose: anchors, h1 as h2, `rel`, `tabindex`, one way to write a character."""
    added = (' rel="noopener"', ' id="h-a"', ' id="h-b"', ' tabindex="0"')
    for ours, plain in [*((attribute, "") for attribute in added), ("&quot;", '"'), ("h1>", "h2>")]:
        markup = markup.replace(ours, plain)
    return markup


def test_raw_html_is_shown_as_text():
    assert html("a <b>c</b>\n\n<div>d</div>") == ("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;d&lt;/div&gt;</p>\n")


def test_what_is_struck_through_is_marked():
    assert html("~~a~~") == "<p><s>a</s></p>\n"


def test_a_bare_address_is_no_link():
    assert render("https://example.com", language="en").links == ()


def test_links_are_told_in_their_order_each_once():
    text = "[a](/b/) <https://example.com/> [c](/d/?e#f) [a](/b/) [g]\n\n[g]: /h/"
    assert render(text, language="en").links == ("/b/", "https://example.com/", "/d/?e#f", "/h/")


def test_a_link_to_elsewhere_gets_no_hold_of_the_window():
    assert html("[a](https://example.com/) [b](/c/)") == (
        '<p><a href="https://example.com/" rel="noopener">a</a> <a href="/c/">b</a></p>\n'
    )


def test_a_picture_from_elsewhere_is_a_link_and_is_told():
    rendered = render("![A *tree*](https://example.com/tree.jpg)", language="en")
    assert rendered.html == '<p><a href="https://example.com/tree.jpg" rel="noopener">A tree</a></p>\n'
    assert rendered.outside_pictures == ("https://example.com/tree.jpg",)
    assert rendered.links == ()


def test_a_picture_without_words_is_a_link_named_by_its_address():
    assert ">/tree.jpg</a>" in html("![](/tree.jpg)")


def test_a_picture_inside_a_link_is_its_words():
    assert html("[![Tree](/tree.jpg)](/wood/)") == '<p><a href="/wood/">Tree</a></p>\n'


def test_a_table_scrolls_in_a_named_box_and_its_cells_align_by_class():
    shown = html(f"|{'w' * 80}|b|\n|-|-:|\n|1|2|")
    assert '<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1"><table>' in shown
    assert '<th scope="col" class="align-right">b</th>' in shown
    assert '<td class="align-right">2</td>' in shown
    assert "style" not in shown


def test_every_table_has_a_name_of_its_own():
    table = f"|{'w' * 80}|\n|-|\n|1|\n\n"
    shown = html(table * 2)
    assert 'aria-label="Table 1"' in shown and 'aria-label="Table 2"' in shown


def test_a_footnote_leads_there_and_back():
    shown = html("A[^note] b[^note]\n\n[^note]: Small *print*")
    assert 'href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a>' in shown
    assert '<li id="fn-1">' in shown
    assert 'href="#fnref-1" role="doc-backlink" aria-label="Back to footnote 1 in the text"' in shown
    assert 'id="fnref-1-2"' in shown and 'href="#fnref-1-2"' in shown
    assert '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">' in shown


def test_a_reference_without_its_footnote_is_text():
    assert html("a[^1]") == "<p>a[^1]</p>\n"


def test_lists_and_quotations_deeper_than_anybody_reads_are_shown_as_typed():
    shown = html("> " * 100 + "deep")
    assert "deep" in shown
    assert shown.count("<blockquote>") < 20


def test_the_same_text_gives_the_same_result():
    text = '# A\n\n[[contact]]\n\n"b"[^1] ![c](/d)\n\n[^1]: e'
    assert render(text, language="nl") == render(text, language="nl")


def test_an_empty_text_is_empty():
    assert html("") == ""
