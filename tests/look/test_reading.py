"""What only a browser can tell of a text: notes open where they stand, tables scroll inside, nothing is cut."""

import pytest
from playwright.sync_api import expect

from publishing.models import Status
from tests.factories import create_page
from tests.look import test_browser
from tests.look.content import LONG_WORD

pytestmark = pytest.mark.browser
open_page = test_browser.open_page

NOTED = " ".join("w" * (number % 9 + 1) + "[^1]," for number in range(100)) + "\n\n[^1]: The *note* itself."
TABLE = "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n" + "| uninterrupted " * 6 + "|\n"


def document(client, text, **fields):
    page = create_page(title="A page", text=text, status=Status.PUBLISHED, **fields)
    return client.get(page.get_absolute_url()).content


@pytest.mark.parametrize("width", [320, 1280])
def test_a_footnote_opens_beside_its_sign_without_a_script_and_closes(client, db, open_page, width):
    page = open_page(document(client, NOTED), width=width, java_script_enabled=False)
    note = page.locator("#note-1")
    expect(note).to_be_hidden()
    page.locator(".footnote-ref button").first.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport(ratio=1)
    expect(note.locator("[autofocus]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator(".footnote-ref button").first).to_be_focused()


def test_no_line_begins_with_the_sign_of_a_footnote(client, db, open_page):
    page = open_page(document(client, NOTED))
    alone = """[...document.querySelectorAll(".footnote-ref")].filter(sign => {
        const before = document.createRange(), text = sign.previousSibling
        before.setStart(text, text.length - 1); before.setEnd(text, text.length)
        return before.getBoundingClientRect().left > sign.querySelector("button").getBoundingClientRect().left
    }).length"""
    assert page.evaluate(alone) == 0


def test_a_wide_table_scrolls_inside_with_the_keyboard(client, db, open_page):
    page = open_page(document(client, TABLE))
    box = page.locator(".table-scroll")
    box.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table-scroll').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


PLACES = f"""\
## {LONG_WORD}

### {LONG_WORD}[^1]

*{LONG_WORD}* **{LONG_WORD}** `{LONG_WORD}` [{LONG_WORD}](/{LONG_WORD}/) <https://{LONG_WORD}.example/{LONG_WORD}>

- {LONG_WORD}
  1. {LONG_WORD}

> {LONG_WORD}
>
> — {LONG_WORD}

    {LONG_WORD}{LONG_WORD}

| {LONG_WORD} | b |
|---|---|
| a | {LONG_WORD} |

[[video url="https://{LONG_WORD}.example/" title="{LONG_WORD}"]]

## {"Three hundred signs of heading. " * 9}

## D

[^1]: {LONG_WORD}
"""


def test_no_word_of_eighty_letters_widens_a_phone_wherever_it_stands(client, db, open_page):
    page = open_page(document(client, PLACES, lead=LONG_WORD, quotation=LONG_WORD, quotation_author=LONG_WORD))
    page.locator(".footnote-ref button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    wide = """[...document.querySelectorAll("main *:not(.table-scroll *, svg *, clipPath *)")]
        .filter(element => element.getBoundingClientRect().right > 320 && !element.closest("svg"))
        .map(element => element.outerHTML.slice(0, 60))"""
    assert page.evaluate(wide) == []


def test_overrides_of_the_direction_of_writing_turn_nothing_around(client, db, open_page):
    turned = "\u202eturned\u202c &#x202e;\u2067"
    html = document(client, f"## {turned}\n\n{turned} [{turned}](/a/)", lead=turned, quotation=turned)
    assert not {"\u202e", "\u202c", "\u2067"} & set(html.decode())
