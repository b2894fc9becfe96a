"""Keys do what one expects of them who knows no Markdown, and what one typed who does."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("start", "keys", "text"),
    [
        ("Een", ["Enter", "T"], "Een\n\nT"),
        ("Een", ["Enter", "Enter", "T"], "Een\n\nT"),
        ("Een", ["Enter", "Enter", "Enter", "T"], "Een\n\n\nT"),
        ("Een", ["Shift+Enter", "T"], "Een\\\nT"),
        ("## Kop", ["Enter", "T"], "## Kop\n\nT"),
        ("- a", ["Enter", "b"], "- a\n- b"),
        ("  - a", ["Enter", "b"], "  - a\n  - b"),
        ("9. a", ["Enter", "b"], "9. a\n10. b"),
        ("- a", ["Enter", "Enter", "T"], "- a\n\nT"),
        ("> a", ["Enter", "b"], "> a\n>\n> b"),
        ("> a", ["Enter", "Enter", "T"], "> a\n\nT"),
        ("| a | b |\n|---|---|\n| c | d |", ["Enter", "e"], "| a | b |\n|---|---|\n| c | d |\n| e |  |"),
        ("| a |\n|---|\n|  |", ["Enter", "T"], "| a |\n|---|\n\nT"),
        ("```\na", ["Enter", "b"], "```\na\nb"),
        ("a\n\nb", ["Home", "Backspace"], "a\nb"),
        ("a\nb", ["Control+Home", "End", "Delete"], "ab"),
        ("een twee", ["Control+Backspace"], "een "),
        ("een", ["Shift+Home", "T"], "T"),
        ("a\n\nb", ["Control+a", "T"], "T"),
        ("a\nb\nc", ["Shift+ArrowUp", "Shift+ArrowUp", "Delete"], "a"),
    ],
)
def test_keys_make_this_text(editor, start, keys, text):
    editor.open(start)
    editor.press(*keys)
    assert editor.text == text


def test_a_word_is_one_step_back(editor):
    editor.type("een twee")
    editor.press("Control+z")
    assert editor.text == "een "
    editor.press("Control+z")
    assert editor.text == ""
    editor.press("Control+y", "Control+Shift+z")
    assert editor.text == "een twee"


def test_a_text_of_any_length_can_be_undone_to_its_beginning(editor):
    text = " ".join(f"woord{number}" for number in range(150))
    for word in text.split(" "):
        editor.page.keyboard.insert_text(f"{word} ")
    for _ in range(150):
        editor.press("Control+z")
    assert editor.text == ""


def test_undoing_puts_the_cursor_where_it_was(editor):
    editor.open("een twee drie")
    editor.select("twee")
    editor.press("Delete", "Control+z", "x")
    assert editor.text == "een x drie"


def test_what_a_keyboard_composes_is_one_text_in_the_end(editor):
    editor.open("## Kop: ")
    session = editor.page.context.new_cdp_session(editor.page)
    for part in ("h", "he", "hé"):
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
        assert editor.text == f"## Kop: {part}"
    session.send("Input.insertText", {"text": "hét"})
    assert editor.text == "## Kop: hét"
    editor.press("Control+z")
    assert editor.text == "## Kop: "


def test_tab_leaves_the_text(editor):
    editor.press("Tab")
    assert editor.page.evaluate("document.activeElement.dataset.surface") is None
    assert editor.text == ""


def test_what_is_copied_is_the_markdown(editor):
    editor.open('Een **zin**\n\n[[afbeelding a alt="b"]]')
    editor.page.evaluate(
        """() => document.addEventListener("copy", (event) => setTimeout(() => 0) &&
            (window.copied = event.clipboardData.getData("text/plain")))"""
    )
    editor.press("Control+a", "Control+c")
    assert editor.page.evaluate("copied") == 'Een **zin**\n\n[[afbeelding a alt="b"]]'


@pytest.mark.parametrize("sign", ["[", "![", "*", "`", "<", "_", "~~", "[a](", "\\", "*a _b ", "| ", "> "])
def test_no_line_makes_typing_slow(editor, sign):
    editor.open(sign * 300)
    editor.page.evaluate("() => (window.began = performance.now())")
    editor.type("x")
    # A parser that tries every pairing takes minutes, a busy machine takes its time.
    assert editor.page.evaluate("performance.now() - began") < 5_000


def test_a_key_in_a_long_text_is_at_once_in_the_field(editor):
    editor.open("Een **zin** met [een link](/over/) en *nadruk*, zoals in een gewone tekst.\n\n" * 400)
    editor.page.evaluate(
        """() => {
            window.times = [];
            addEventListener("beforeinput", () => (window.began = performance.now()), { capture: true });
            document.querySelector("#id_text").addEventListener("input", () => times.push(performance.now() - began));
        }"""
    )
    editor.type("een twee drie")
    times = sorted(editor.page.evaluate("times"))
    assert times[len(times) // 2] < 50
