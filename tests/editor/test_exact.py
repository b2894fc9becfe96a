"""The Markdown in the field is what was typed, whatever it is shown as."""

import random

import pytest

pytestmark = pytest.mark.browser

HOSTILE = {
    "tabs": "\tcode\n\t- point\ta\tb",
    "trailing spaces": "a  \n  \nb \n\n\n c ",
    "no end of line": "a",
    "many ends of lines": "\n\n\na\n\n\n",
    "spaces that do not break": "5\u00a0km\u202f%\u200b\u2028x\ufeff",
    "emoji": "👩‍👩‍👧‍👦 e\u0301 🇳🇱 **👍🏽**",
    "right to left": "مرحبا **بالعالم** \u202eabc\u202c\n\n## שלום",
    "HTML": "<b>x</b> &amp; &lt; <script>alert(1)</script> <img src=x onerror=alert(1)>",
    "insertables": '[[afbeelding a alt="een \\"b\\" <i>" groot]]\n[[ bestand  b ]] \n[[invullen text=“x”]]\nx [[geen]]',
    "footnotes": "a[^1] b[^x]\n\n[^1]: *noot*\n    verder",
    "tables": "| a | b \\| c |\n|---|:-:|\n| **x** | |\nna | x",
    "fences": "```py\n**a**\n~~~\n```\n**b**\n~~~\n## geen kop",
    "brackets": "[" * 3000 + "](" * 1000,
    "headings": "#x\n# a #\n####### b\n## \nsetext\n---\n***",
    "signs": "***a** b* __c__ ~~d~~ \\*e\\* `f``g` ![h](i) [j][k] <https://l.nl> *a **b* c**",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_that_is_only_opened_is_untouched(editor, text):
    editor.open(text)
    assert editor.text == text
    assert editor.page.evaluate("new FormData(document.forms[0]).get('text')").replace("\r\n", "\n") == text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_key_at_the_end_adds_that_key_alone(editor, text):
    editor.open(text)
    last = text.split("\n")[-1]
    editor.type("x")
    parted = "\n\n" if last.startswith("[[") and last.strip().endswith("]]") else ""
    assert editor.text == f"{text}{parted}x"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_undone_leaves_the_text_as_it_was(editor, text):
    editor.open(text)
    editor.press("Control+a", "Delete")
    assert editor.text == ""
    editor.press("Control+z")
    assert editor.text == text


def test_lines_that_end_as_on_windows_are_sent_as_a_field_sends_them(editor):
    editor.open("a\r\n\r\n## b\rc")
    assert editor.text == "a\n\n## b\nc"


def test_a_text_of_the_greatest_length_is_untouched_and_can_be_changed(editor):
    text = ("Een **zin** met [een link](/over/) en nog wat woorden.\n\n" * 5000)[:250_000]
    editor.open(text)
    assert editor.text == text
    editor.type("x")
    assert editor.text == f"{text}x"


def test_what_is_typed_sign_by_sign_is_the_text(editor):
    text = 'Een *zin* met **vet**, `code`, [link](/a/ "t")[^1] en 5 > 3 & x_y_z | ~~weg~~ \\* 👍 één ¿'
    editor.type(text)
    assert editor.text == text
    assert editor.shown == text


def test_other_scripts_may_write_into_the_field(editor):
    editor.open("Een\n\nTwee")
    editor.page.evaluate(
        """() => {
            const field = document.querySelector("#id_text");
            field.value = "Een\\n\\n## Drie\\n\\nTwee";
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    assert editor.shown == "Een\n\n## Drie\n\nTwee"
    assert editor.page.locator(".md-heading").count() == 1


def test_every_change_fires_one_input_event_of_the_field_that_reaches_the_form(editor):
    editor.page.evaluate(
        """() => {
            window.seen = [];
            document.forms[0].addEventListener("input", ({ target }) => seen.push([target.id, target.value]));
        }"""
    )
    editor.type("ab")
    editor.press("Enter", "Control+z")
    assert editor.page.evaluate("seen") == [["id_text", text] for text in ("a", "ab", "ab\n\n", "ab")]


KEYS = [
    *("a", "b", " ", "*", "#", "-", "|", "`", "[", ">"),
    *("Enter", "Shift+Enter", "Backspace", "Delete", "Control+Backspace", "Control+Delete"),
    *(
        "ArrowLeft",
        "ArrowRight",
        "ArrowUp",
        "ArrowDown",
        "Home",
        "End",
        "Shift+ArrowLeft",
        "Shift+ArrowDown",
        "Shift+Home",
    ),
    *("Control+b", "Control+i", "Control+Alt+2", "Control+Shift+8", "Control+Shift+9", "Control+z", "Control+Shift+z"),
]


@pytest.mark.parametrize("seed", range(3))
def test_any_keys_leave_rows_and_field_alike_and_can_all_be_undone(editor, seed):
    text = 'Een **b**\n\n- c\n- d\n\n[[afbeelding x alt="y"]]\n\n> e\n\n| f | g |\n|---|---|\n| h | i |'
    editor.open(text)
    chosen = random.Random(seed)  # noqa: S311
    for _ in range(60):
        editor.press(chosen.choice(KEYS))
        rows = editor.page.evaluate(
            """[...document.querySelector("[data-surface]").children].map((row) =>
                row.querySelector(".md-chip")?.dataset.line ?? row.textContent).join("\\n")"""
        )
        assert rows == editor.text
    for _ in range(120):
        editor.press("Control+z")
    assert editor.text == text
