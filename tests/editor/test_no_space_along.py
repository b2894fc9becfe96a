"""What is selected by hand often ends in a space, which is no part of what is meant."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("selected", "after"), [(" twee ", "een **twee** drie"), (" ", "een twee drie")])
def test_bold_takes_no_space_along(editor, selected, after):
    editor.open("een twee drie")
    editor.select(selected)
    editor.press("Control+b")
    assert editor.text == after


@pytest.mark.parametrize(
    ("selected", "after"), [(" twee ", "een [twee](/aanbod/) drie"), (" ", "een [Aanbod](/aanbod/)twee drie")]
)
def test_a_link_takes_no_space_along(editor, selected, after):
    editor.open("een twee drie")
    editor.answers["pick/link/?"] = {"json": {"rows": [{"title": "Aanbod", "address": "/aanbod/"}], "next": None}}
    editor.select(selected)
    editor.press("Control+k")
    editor.page.click("dialog [role=option]")
    editor.wait_for_text(after)
