"""A quotation says whose words it holds."""

import pytest

from publishing.markdown import render


def html(text):
    return render(text, language="nl").html


@pytest.mark.parametrize("dash", ["—", "–", "--"])
def test_a_last_paragraph_with_a_dash_is_the_attribution(dash):
    assert '<p class="attribution">' in html(f"> Words\n>\n> {dash} Name, role")


@pytest.mark.parametrize("text", ["> Words\n>\n> More words", "> — Words\n>\n> More", "Words\n\n— Name", "> - — Name"])
def test_any_other_paragraph_is_not(text):
    assert "attribution" not in html(text)
