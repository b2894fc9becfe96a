"""Headings of a text and their anchors."""

import pytest

from publishing.markdown import Heading, render


def headings(text):
    return render(text, language="en").headings


def test_a_heading_of_the_first_level_becomes_the_second_for_the_page_has_its_own():
    assert [heading.level for heading in headings("# a\n\n## b\n\n### c\n\n###### d\n\ne\n===")] == [2, 2, 3, 6, 2]
    assert "<h1" not in render("# a\n\nb\n=", language="en").html


def test_a_heading_is_told_with_its_words_and_its_anchor():
    assert headings('## *What* `I` [do](/x/), "really"[^1]\n\n[^1]: n') == (
        Heading(level=2, text="What I do, “really”", anchor="h-what-i-do-really"),
    )
    assert '<h2 id="h-what-i-do">' in render("## What I do", language="en").html


def test_every_anchor_is_there_once():
    anchors = [heading.anchor for heading in headings("# a\n\n# a\n\n# a-2\n\n# a")]
    assert anchors[0] == "h-a"
    assert len(set(anchors)) == 4


@pytest.mark.parametrize("text", ["# 你好", "# !!!", "# 🙂"])
def test_a_heading_without_latin_letters_has_an_anchor_too(text):
    assert headings(text)[0].anchor == "h-section"


def test_an_anchor_is_none_of_the_ids_of_the_page():
    assert headings("# inhoud")[0].anchor != "inhoud"


def test_an_anchor_has_a_length_that_can_be_shared():
    assert len(headings("# " + "word " * 1000)[0].anchor) < 80


def test_a_heading_without_words_is_no_heading():
    rendered = render("#\n\na", language="en")
    assert rendered.headings == ()
    assert "<h" not in rendered.html
