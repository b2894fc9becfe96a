"""What is copied elsewhere becomes clean Markdown."""

import re
import time
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from publishing import markdown
from publishing.pasting import as_markdown

CLIPBOARD = Path(__file__).parent / "clipboard"
OWN = "https://site.example"


def pasted(html):
    with translation.override("en"):
        return as_markdown(html, OWN)


@pytest.mark.parametrize("name", sorted(path.stem for path in CLIPBOARD.glob("*.html")))
def test_what_other_programs_copy_is_clean_markdown(name):
    html = (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8")
    assert pasted(html) + "\n" == (CLIPBOARD / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A</h1><h2>B</h2><h4>C</h4>", "## A\n\n### B\n\n#### C"),
        ("<h3>A</h3><p>x</p><h3>B</h3>", "## A\n\nx\n\n## B"),
        ("<h1> </h1><p>x</p>", "x"),
    ],
)
def test_headings_come_below_the_title_of_the_page_and_skip_no_level(html, text):
    assert pasted(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><b>a</b><b>b</b> <i></i>c</p>", "**ab** c"),
        ("<p>x<b> a </b>y</p>", "x **a** y"),
        ("<p><b>Let op:</b>nu</p>", "**Let op**:nu"),
        ("<p><b><b>a</b></b> <strong>&nbsp;</strong></p>", "**a**"),
        ("<b><p>a</p><p>b</p></b>", "a\n\nb"),
        ("<h2><b>a</b></h2>", "## a"),
    ],
)
def test_emphasis_is_whole_and_never_empty(html, text):
    assert pasted(html) == text


@pytest.mark.parametrize(
    ("href", "written"),
    [
        (f"{OWN}/aanbod/#zo", "/aanbod/#zo"),
        (OWN, "/"),
        ("https://www.google.com/url?q=https://a.example/b&sa=D", "https://a.example/b"),
        ("https://www.google.com/search?q=x", "https://www.google.com/search?q=x"),
        (
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd&data=1",
            "https://a.example/b?c=d",
        ),
        ("https://a.example/b (c)", "https://a.example/b%20%28c%29"),
        ("tel:+31300000000", "tel:+31300000000"),
    ],
)
def test_a_link_is_kept_without_who_follows_it(href, written):
    assert pasted(f'<p><a href="{href}">x</a></p>') == f"[x]({written})"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///C:/x.docx", "#top", "", "https://["]
)
def test_a_link_that_leads_nowhere_is_its_words(href):
    assert pasted(f'<p><a href="{href}">x</a></p>') == "x"


def test_a_picture_of_this_computer_is_nothing_and_one_from_elsewhere_a_link():
    assert pasted('<p>a<img src="data:image/png;base64,xx"><img src="file:///C:/a.png">b</p>') == "ab"
    assert (
        pasted('<img src="https://a.example/x.png" alt="Chairs">')
        == "[picture elsewhere: Chairs](https://a.example/x.png)"
    )


SIGNS = [
    "*a*",
    "a * b",
    "_a_",
    "a_b",
    "`a`",
    "[a](b)",
    "[^1]",
    "# a",
    "- a",
    "+ a",
    "1. a",
    "2) a",
    "> a",
    "---",
    "===",
]
SIGNS += ["~~a~~", "<https://a.example>", "&copy;", r"a\*b", "a | b", "[[afbeelding", "![a](b)", "***", "[a]: b", "```"]


@pytest.mark.parametrize("words", SIGNS)
def test_signs_of_plain_text_stay_signs(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    for around in ("<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>x</td><td>{}</td></tr></table>"):
        shown = markdown.render(pasted(around.format(escaped)), language="en").html
        assert not re.search("<(em|strong|a|code|h2|s|pre|hr|ol|img)[ >]", shown), shown


def test_an_insertable_stays_one():
    assert pasted("<p>a</p><p>[[ervaring vera]]</p>") == "a\n\n[[ervaring vera]]"


def test_a_table_that_only_arranges_a_page_is_none():
    assert pasted("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>") == "a"


def test_rows_are_as_wide_as_the_widest():
    html = "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>"
    assert pasted(html) == "| a | |\n| --- | --- |\n| b | c |"


HOSTILE = {
    "deep": "<div>" * 10_000 + "x",
    "deep lists": "<ul><li>a" * 10_000,
    "deep inline": "<b><i>" * 5_000 + "x",
    "just not too deep": "<div>" * 99 + "x" + "</div>" * 99,
    "wide": "<b>a</b>" * 250_000,
    "just not too wide": "<p style='mso-list:l0 level1 lfo1'>a" * 8_900,
    "styled": "<span style='font-weight:bold'>a</span> " * 8_900,
    "numbered": "<ol>" + "<li>a" * 8_900,
    "notes": "".join(
        f"<p><a href=#a{n} id=b{n}>x</a></p><div><p><a href=#b{n} id=a{n}>x</a>y</p></div>" for n in range(1500)
    ),
    "tables": "<table><tr><td>" * 20_000,
    "rows": "<table>" + "<tr><td>a<td>b" * 2_900,
    "words": "*[_`~" * 400_000,
    "ampersands": "&" * 2_000_000,
    "less than": "<" * 2_000_000,
    "entities": "&amp;" * 400_000,
    "scripts": "<script>" * 250_000,
    "comments": "<!--" * 500_000,
    "attributes": "<p style='" + "font-weight:" * 150_000 + "'>x",
    "broken": "<p <a href=' <b>x</i></p <table><ul></td>" * 5_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_html_is_read_in_two_seconds(html):
    begin = time.process_time()
    assert "<script" not in pasted(html)
    assert time.process_time() - begin < 2


PIECES = [
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol start=2>",
        "<table>",
        "<tr>",
        "</table>",
        "<br>",
    ),
    *(
        "<td colspan=3>",
        "<h3>",
        "</h3>",
        "<a href=/a>",
        "</a>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "<dt>",
        "<div id=a>",
    ),
    *(
        "x",
        " ",
        "*",
        "_",
        "[",
        "]",
        "|",
        "\n",
        "#",
        "1. ",
        "\ue001",
        "&nbsp;",
        "</span>",
        "<img src=https://a.example/b>",
    ),
    *("<span style='font-weight:700'>", "<p style='mso-list:l0 level2 lfo1'>", "<a href=#a id=b>", "<a href=#b id=a>"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_pasted_is_taken_without_an_exception(html):
    assert not any("\ue000" <= sign <= "\ue0ff" or sign == "\xa0" for sign in pasted(html))


@pytest.mark.django_db
def test_the_address_answers_with_plain_text(owner_client):
    answer = owner_client.post(
        "/admin/editor/paste/", {"html": '<p><b>a</b> <a href="http://localhost:8000/b/">c</a></p>'}
    )
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == "**a** [c](/b/)"


@pytest.mark.django_db
def test_the_address_refuses_more_than_two_megabytes_and_whoever_may_not_write(owner_client, client):
    assert owner_client.post("/admin/editor/paste/", {"html": "x" * (2 * 2**20)}).status_code == 200
    assert owner_client.post("/admin/editor/paste/", {"html": "x" * (2 * 2**20 + 1)}).status_code == 413
    assert owner_client.get("/admin/editor/paste/").status_code == 405
    client.logout()
    assert client.post("/admin/editor/paste/", {"html": "x"}).status_code == 403
