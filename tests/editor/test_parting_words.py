"""Enter within bold words, a link, … leaves both parts what they were, and no sign without its other half."""

import pytest

pytestmark = pytest.mark.browser

CURSOR = "|"


def open_at_cursor(editor, text):
    editor.open(text.replace(CURSOR, ""))
    editor.press(*["ArrowLeft"] * (len(text) - text.index(CURSOR) - 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**vet| meer**", "**vet**\n\n**meer**"),
        ("een *scheef|loos* twee", "een *scheef*\n\n*loos* twee"),
        ("__vet|ter__", "__vet__\n\n__ter__"),
        ("~~weg |ermee~~", "~~weg~~\n\n~~ermee~~"),
        ("`co|de`", "`co`\n\n`de`"),
        ("een [twee| drie](/a/) vier", "een [twee](/a/)\n\n[drie](/a/) vier"),
        ("***beide|n** een* niets", "***beide***\n\n***n** een* niets"),
        ("[**vet|ter**](/a/)", "[**vet**](/a/)\n\n[**ter**](/a/)"),
        ("- **een|twee**", "- **een**\n- **twee**"),
        ("> *een|twee*", "> *een*\n>\n> *twee*"),
        ("## Kop *scheef|loos*", "## Kop *scheef*\n\n*loos*"),
    ],
)
def test_both_parts_stay_what_they_were(editor, before, after):
    open_at_cursor(editor, before)
    editor.press("Enter")
    assert editor.text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**vet|**", "**vet**\n\nx"),
        ("**vet*|*", "**vet**\n\nx"),
        ("een **|vet**", "een \n\nx**vet**"),
        ("***beide|***", "***beide***\n\nx"),
        ("een **|**", "een \n\nx"),
        ("[een|](/a/) twee", "[een](/a/)\n\nx twee"),
        ("[een](/a|/) twee", "[een](/a/)\n\nx twee"),
        ("![ee|n](/a/)", "![een](/a/)\n\nx"),
        ("<https://a|.nl>", "<https://a.nl>\n\nx"),
        ("een[^n|oot] twee", "een[^noot]\n\nx twee"),
        ("een| **twee**", "een\n\nx **twee**"),
        ("**een| twee", "**een\n\nx twee"),
    ],
)
def test_at_their_ends_and_in_what_can_not_be_parted_the_break_goes_outside(editor, before, after):
    open_at_cursor(editor, before)
    editor.press("Enter", "x")
    assert editor.text == after


def test_it_is_one_step_back(editor):
    open_at_cursor(editor, "een **vet| meer** twee")
    editor.press("Enter", "Control+z")
    assert editor.text == "een **vet meer** twee"
    editor.type("ter")
    assert editor.text == "een **vetter meer** twee"


def test_what_is_typed_next_is_bold_as_what_follows(editor):
    open_at_cursor(editor, "**vet|meer**")
    editor.press("Enter", "n", "o", "g")
    assert editor.text == "**vet**\n\n**nogmeer**"


def test_a_new_line_in_the_same_paragraph_parts_them_too(editor):
    open_at_cursor(editor, "**vet| meer**")
    editor.press("Shift+Enter")
    assert editor.text == "**vet**\\\n**meer**"


def test_what_is_selected_makes_place_for_the_break(editor):
    editor.open("**een twee** en *drie vier*")
    editor.select("twee")
    editor.page.keyboard.down("Shift")
    editor.press(*["ArrowRight"] * 11)
    editor.page.keyboard.up("Shift")
    editor.press("Enter")
    assert editor.text == "**een**\n\n*vier*"
