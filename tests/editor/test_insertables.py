"""An insertable is shown as one thing with its picture and name; below it is its line, exact."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LINE = '[[afbeelding brug alt="Een brug" groot]]'
CHIP = ".md-chip"


def answer(line, **about):
    said = {"line": line, "kind_label": "Afbeelding", "title": "Brug", "picture": None, "problem": None}
    return {"json": [{**said, **about}]}


def test_until_the_site_has_said_more_it_shows_what_its_line_says(editor):
    editor.open(f"Een\n\n{LINE}\n\nTwee")
    chip = editor.page.locator(CHIP)
    assert chip.locator("b").text_content() == "Afbeelding"
    assert "brug" in chip.text_content()
    assert "Een brug" in chip.text_content()


def test_the_site_is_asked_once_for_what_a_text_shows(editor):
    editor.open(f"{LINE}\n\n{LINE}\n\n[[contact]]")
    editor.page.wait_for_function(
        "() => performance.getEntriesByName(new URL('/admin/editor/insertables/', location).href).length"
    )
    asked = [body.decode() for path, body in editor.sent]
    assert len(asked) == 1
    assert asked[0].count("line=") == 2


def test_the_site_is_not_asked_again_when_a_line_is_drawn_anew(editor):
    with editor.page.expect_request("**/insertables/"):
        editor.open(f"Een\n{LINE}\n")
    editor.press("ArrowUp", "ArrowUp")
    editor.type("x")
    with editor.page.expect_request("**/insertables/") as asked:
        editor.press("Control+End")
        editor.type("[[contact]]")
    assert asked.value.post_data == "line=%5B%5Bcontact%5D%5D"


def test_it_shows_the_picture_and_name_that_the_site_gives(editor):
    editor.answers["insertables/"] = answer(LINE, picture="/static/favicon.svg")
    editor.type(f"{LINE}")
    expect(editor.page.locator(f"{CHIP} img")).to_have_attribute("src", "/static/favicon.svg")
    expect(editor.page.locator(CHIP)).to_contain_text("Brug")
    assert editor.text == LINE


def test_what_visitors_will_not_see_is_said(editor):
    editor.answers["insertables/"] = answer(LINE, problem="This is not <b>published</b>.")
    editor.type(LINE)
    expect(editor.page.locator(f"{CHIP} .md-problem")).to_have_text("This is not <b>published</b>.")


@pytest.mark.parametrize("line", ['[[afbeelding x alt="<img src=y onerror=z>"]]', '[[afbeelding x alt="\'\\"&amp;"]]'])
def test_nothing_in_a_line_becomes_markup(editor, line):
    editor.open(line)
    assert editor.page.locator("[data-surface] img").count() == 0
    assert editor.page.get_attribute(CHIP, "data-line") == line


@pytest.mark.parametrize("key", ["Backspace", "Delete", "Control+Backspace", "Control+x"])
def test_it_is_deleted_as_one_and_comes_back_as_one(editor, key):
    text = f"Een\n\n{LINE}\n\nTwee"
    editor.open(text)
    editor.press("Control+Home", "ArrowDown", "ArrowDown", key)
    assert editor.text == "Een\n\n\nTwee"
    editor.press("Control+z")
    assert editor.text == text


def test_backspace_behind_it_selects_it_first(editor):
    editor.open(f"{LINE}\nTwee")
    editor.press("Home", "Backspace")
    assert editor.text == f"{LINE}\nTwee"
    expect(editor.page.locator(".is-current")).to_have_count(1)
    editor.press("Backspace")
    assert editor.text == "\nTwee"


def test_the_arrows_pass_it_in_one_step(editor):
    editor.open(f"Een\n{LINE}\nTwee")
    editor.press("Home", "ArrowLeft")
    expect(editor.page.locator(".is-current")).to_have_count(1)
    editor.press("ArrowLeft", "x")
    assert editor.text == f"Eenx\n{LINE}\nTwee"
    editor.press("ArrowRight", "ArrowRight", "y")
    assert editor.text == f"Eenx\n{LINE}\nyTwee"


def test_what_is_typed_at_it_is_a_paragraph_after_it(editor):
    editor.open(LINE)
    editor.type("Twee")
    assert editor.text == f"{LINE}\n\nTwee"


def test_enter_opens_it_and_what_is_seen_can_be_described(editor):
    editor.open(f"Een\n\n{LINE}\n\nTwee")
    editor.press("Control+Home", "ArrowDown", "ArrowDown", "Enter")
    assert editor.page.input_value("dialog [name=alt]") == "Een brug"
    editor.page.fill("dialog [name=alt]", 'De "Maas"\nbij dag')
    editor.page.uncheck("dialog [name=large]")
    editor.page.click("dialog [value=done]")
    editor.wait_for_text('Een\n\n[[afbeelding brug alt="De \\"Maas\\" bij dag"]]\n\nTwee')
    editor.press("Control+z")
    assert LINE in editor.text


def test_a_picture_can_be_said_to_be_decoration(editor):
    editor.open("[[image bridge]]")
    editor.page.click(CHIP)
    editor.page.check("dialog [name=decorative]")
    editor.page.click("dialog [value=done]")
    editor.wait_for_text("[[image bridge decoratief]]")


def test_closing_without_a_choice_changes_nothing(editor):
    line = "[[ afbeelding  brug   alt=“Een brug”\tgroot ]] "
    editor.open(line)
    for _ in range(2):
        editor.page.click(CHIP)
        editor.page.keyboard.press("Escape")
        expect(editor.page.locator("dialog")).to_have_count(0)
    editor.page.click(CHIP)
    editor.page.click("dialog [value=done]")
    expect(editor.page.locator("dialog")).to_have_count(0)
    assert editor.text == line


def test_it_can_be_taken_out_in_its_dialog(editor):
    editor.open(f"Een\n\n{LINE}\n\nTwee")
    editor.page.click(CHIP)
    editor.page.click("dialog [value=remove]")
    editor.wait_for_text("Een\n\n\nTwee")


def test_a_note_to_oneself_can_be_changed(editor):
    editor.open('[[invullen text="prijs"]]')
    editor.page.click(CHIP)
    editor.page.fill("dialog [name=text]", "de prijs")
    editor.page.click("dialog [value=done]")
    editor.wait_for_text('[[invullen text="de prijs"]]')


def test_a_screen_reader_is_told_what_the_keys_do(editor):
    editor.open(f"Een\n{LINE}")
    note = editor.page.locator("[data-note=chip]")
    editor.press("Control+Home")
    expect(note).to_be_empty()
    editor.press("ArrowDown")
    expect(note).not_to_be_empty()


def test_a_choice_is_put_below_the_line_of_the_cursor(editor):
    editor.open("Een\n\nTwee")
    row = {"title": "Gekozen", "line": "[[ervaring gekozen]]"}
    editor.answers["pick/testimonial/?"] = {"json": {"rows": [row], "next": None}}
    editor.press("Control+Home")
    editor.button("testimonial")
    editor.page.click("dialog [role=option]")
    editor.wait_for_text("Een\n\n[[ervaring gekozen]]\n\nTwee")


def test_a_picture_that_is_chosen_undescribed_is_asked_about(editor):
    row = {"title": "Brug", "line": "[[afbeelding brug]]", "picture": "/static/favicon.svg"}
    editor.answers["pick/image/?"] = {"json": {"rows": [row], "next": None}}
    editor.button("image")
    editor.page.click("dialog [role=option]")
    editor.page.fill("dialog [name=alt]", "Een brug")
    editor.page.click("dialog [value=done]")
    editor.wait_for_text('[[afbeelding brug alt="Een brug"]]\n')


@pytest.mark.parametrize(("alt", "said"), [("A $& bridge", "A $& bridge"), ("", "decorative"), (None, "")])
def test_the_dialog_of_a_picture_says_what_holds_where_nothing_is_written(editor, alt, said):
    editor.open("Een")
    editor.answers["insertables/"] = answer("[[afbeelding brug]]", alt=alt)
    editor.press("Enter", "Enter")
    editor.type("[[afbeelding brug]]")
    expect(editor.page.locator(CHIP)).to_contain_text("Brug")
    editor.page.click(CHIP)
    expect(editor.page.locator("dialog [data-own]")).to_contain_text(said)
    expect(editor.page.locator("dialog [data-own]")).to_be_visible(visible=alt is not None)
