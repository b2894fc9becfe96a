"""A text of four headings or more has a list of contents."""

from django.template.loader import render_to_string

from publishing.markdown import Chapter, contents, render
from tests.publishing.test_markdown_speed import filled, in_time


def listed(text):
    return contents(render(text, language="nl").html)


def test_a_text_of_few_headings_has_none():
    assert listed("## A\n\n## B\n\n### C") == ()


def test_headings_stand_below_those_of_the_level_above():
    assert listed("## A\n\n### B\n\n### C\n\n#### E\n\n## D") == (
        Chapter("A", "h-a", (Chapter("B", "h-b"), Chapter("C", "h-c"))),
        Chapter("D", "h-d"),
    )


def test_a_text_that_begins_a_level_lower_leaves_none_out():
    assert [chapter.text for chapter in listed("### A\n\n### B\n\n### C\n\n## D")] == ["A", "B", "C", "D"]


def test_each_is_told_in_plain_words():
    text = '## "A" *b* `c<d>`[^1]\n\n## B\n\n## C\n\n## D\n\n[^1]: E\n\n    ## F'
    assert [chapter.text for chapter in listed(text)] == ["“A” b c<d>", "B", "C", "D"]


def test_the_list_leads_to_every_heading_and_holds_no_mark_up_of_the_text():
    html = render_to_string("publishing/contents.html", {"contents": listed("## `<i>`\n\n## B\n\n### C\n\n## D")})
    assert [anchor in html for anchor in ('href="#h-i"', 'href="#h-b"', 'href="#h-c"', 'href="#h-d"')] == [True] * 4
    assert "&lt;i&gt;" in html
    assert 'aria-labelledby="contents"' in html


def test_nothing_is_shown_where_there_is_none():
    assert render_to_string("publishing/contents.html", {"contents": ()}).strip() == ""


def test_a_text_of_nothing_but_headings_is_listed_in_time():
    html = render(filled("# a\n"), language="nl").html
    assert in_time(contents, html)
