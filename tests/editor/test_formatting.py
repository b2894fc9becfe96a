"""The buttons write the Markdown, so that nobody needs to know its signs."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        ("heading2", "Kop", "## Kop"),
        ("heading2", "### Kop", "## Kop"),
        ("heading2", "## Kop", "Kop"),
        ("heading3", "- Kop", "### Kop"),
        ("list", "a", "- a"),
        ("list", "", "- "),
        ("list", "- a", "a"),
        ("list", "> a", "- a"),
        ("numbered", "- a", "1. a"),
        ("quote", "a", "> a"),
        ("quote", "> a", "a"),
    ],
)
def test_a_button_turns_the_line_of_the_cursor(editor, command, before, after):
    editor.open(before)
    editor.button(command)
    assert editor.text == after
    editor.type("x")
    assert editor.text == f"{after}x"


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        ("numbered", "a\nb\n\nc", "1. a\n2. b\n\n3. c"),
        ("quote", "a\n\nb", "> a\n> \n> b"),
        ("list", "- a\n- b", "a\nb"),
        ("bold", "a\n- b", "**a**\n- **b**"),
    ],
)
def test_a_button_turns_all_lines_that_are_selected(editor, command, before, after):
    editor.open(before)
    editor.press("Control+a")
    editor.button(command)
    assert editor.text == after
    editor.press("Control+z")
    assert editor.text == before


@pytest.mark.parametrize(("command", "sign"), [("bold", "**"), ("italic", "*")])
def test_a_button_makes_words_bold_or_italic_and_plain_again(editor, command, sign):
    editor.open("een twee drie")
    editor.select(" twee ")
    editor.button(command)
    assert editor.text == f"een {sign}twee{sign} drie"
    editor.button(command)
    assert editor.text == "een twee drie"


def test_the_word_at_the_cursor_becomes_bold_without_being_selected(editor):
    editor.open("een twee")
    editor.press("ArrowLeft", "Control+b")
    assert editor.text == "een **twee**"
    editor.press("Control+b")
    assert editor.text == "een twee"


def test_words_still_to_be_typed_can_be_bold(editor):
    editor.press("Control+b")
    editor.type("vet")
    assert editor.text == "**vet**"


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ("Control+Alt+2", "## a"),
        ("Control+Alt+3", "### a"),
        ("Control+b", "**a**"),
        ("Control+i", "*a*"),
        ("Control+Shift+8", "- a"),
        ("Control+Shift+7", "1. a"),
        ("Control+Shift+9", "> a"),
    ],
)
def test_keys_do_what_the_buttons_do(editor, keys, after):
    editor.open("a")
    editor.press("Shift+Home", keys)
    assert editor.text == after


def test_a_table_begins_in_its_first_cell_and_grows(editor):
    editor.open("Tekst")
    editor.button("table")
    editor.type("Wat")
    assert editor.text == "Tekst\n\n| Wat | Heading |\n| --- | --- |\n|  |  |\n"
    editor.button("column")
    assert editor.text == "Tekst\n\n| Wat | Heading |  |\n| --- | --- | --- |\n|  |  |  |\n"
    editor.type("Uur")
    assert editor.text == "Tekst\n\n| Wat | Heading | Uur |\n| --- | --- | --- |\n|  |  |  |\n"


def test_a_link_is_made_of_what_is_selected(editor):
    editor.open("wat ik doe")
    editor.answers["pick/link/?"] = {"json": {"rows": [{"title": "Aanbod", "address": "/aanbod/"}], "next": None}}
    editor.select("ik doe")
    editor.button("link")
    editor.page.click("dialog [role=option]")
    editor.wait_for_text("wat [ik doe](/aanbod/)")


def test_a_link_without_words_gets_the_title_of_what_it_leads_to(editor):
    editor.answers["pick/link/?"] = {"json": {"rows": [{"title": "Aanbod", "address": "/aanbod/"}], "next": None}}
    editor.press("Control+k")
    editor.page.click("dialog [role=option]")
    editor.wait_for_text("[Aanbod](/aanbod/)")


@pytest.mark.parametrize(
    ("button", "address", "after"),
    [
        ("done", "https://example.org/a (b)", "een [twee](<https://example.org/a (b)>) drie"),
        ("remove", "", "een twee drie"),
        ("cancel", "/weg/", "een [twee](/a/) drie"),
    ],
)
def test_a_link_is_changed_where_it_stands(editor, button, address, after):
    editor.open("een [twee](/a/) drie")
    editor.select("we")
    editor.press("Control+k")
    assert editor.page.input_value("dialog [name=address]") == "/a/"
    editor.page.fill("dialog [name=address]", address)
    editor.page.click(f"dialog [value={button}]")
    editor.wait_for_text(after)


@pytest.mark.parametrize(
    ("text", "selector"),
    [
        ("## Kop", ".md-heading.md-level-2"),
        ("een **twee**", "strong:text-is('twee')"),
        ("een *twee*", "em:text-is('twee')"),
        ("een ~~twee~~", "del:text-is('twee')"),
        ("`een`", "code:text-is('een')"),
        ("[een](/a/)", ".md-link"),
        ("een[^1]", ".md-note"),
        ("[^1]: een", ".md-footnote"),
        ("> een", ".md-quote"),
        ("- een", ".md-bullet"),
        ("1. een", ".md-number"),
        ("|a|b|\n|-|-|\n|c|d|", ".md-table:not(.md-head):not(.md-dashes)"),
        ("```\neen", ".md-code:text-is('een')"),
    ],
)
def test_what_is_meant_is_shown_where_it_stands(editor, text, selector):
    editor.open(text)
    assert editor.page.locator(f"[data-surface] {selector}").count() >= 1


def test_what_follows_the_opening_of_a_fence_is_shown_as_code_until_it_closes(editor):
    editor.open("a\n\n## b\n\n```\n\n## c")
    headings = editor.page.locator(".md-heading")
    assert headings.all_text_contents() == ["## b"]
    editor.press("Control+Home")
    editor.type("```")
    editor.press("Enter")
    assert headings.all_text_contents() == ["## c"]
