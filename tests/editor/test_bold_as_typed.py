"""Bold and italic are turned on and off while typing, as in every word processor."""

import pytest

pytestmark = pytest.mark.browser

KEYS = pytest.mark.parametrize(("key", "sign"), [("Control+b", "**"), ("Control+i", "*")])


def pressed(editor, command):
    return editor.page.get_attribute(f"[data-command={command}]", "aria-pressed") == "true"


@KEYS
@pytest.mark.parametrize("before", ["", "een "])
def test_what_is_typed_stays_as_it_was_asked_for_and_goes_on_plain(editor, key, sign, before):
    editor.type(before)
    editor.press(key)
    editor.type("vet")
    editor.press(key)
    editor.type(" gewoon")
    assert editor.text == f"{before}{sign}vet{sign} gewoon"


@KEYS
def test_a_space_before_the_second_time_is_left_outside(editor, key, sign):
    editor.press(key)
    editor.type("vet ")
    editor.press(key)
    editor.type("gewoon")
    assert editor.text == f"{sign}vet{sign} gewoon"


@KEYS
def test_a_third_time_goes_on_where_it_was(editor, key, sign):
    editor.press(key)
    editor.type("vet")
    editor.press(key, key)
    editor.type("ter")
    assert editor.text == f"{sign}vetter{sign}"


@KEYS
@pytest.mark.parametrize("before", ["", "een "])
def test_twice_without_a_word_leaves_nothing(editor, key, sign, before):
    editor.type(before)
    editor.press(key, key)
    assert editor.text == before


@pytest.mark.parametrize(
    ("first", "then", "after", "shown"),
    [
        ("Control+b", "Control+i", "***beide** een* niets", ["**beide** een", "beide"]),
        ("Control+i", "Control+b", "***beide* een** niets", ["*beide* een", "beide"]),
    ],
)
def test_both_are_left_one_by_one(editor, first, then, after, shown):
    editor.press("Control+b", "Control+i")
    editor.type("beide")
    editor.press(first)
    editor.type(" een")
    editor.press(then)
    editor.type(" niets")
    assert editor.text == after
    assert editor.page.locator("strong, em").all_text_contents() == shown


def test_the_button_says_what_typing_will_do(editor):
    editor.press("Control+b")
    assert pressed(editor, "bold")
    editor.type("vet")
    assert pressed(editor, "bold")
    editor.press("Control+b")
    assert not pressed(editor, "bold")


def test_within_bold_words_italic_ends_by_itself(editor):
    editor.open("**een *twee* drie**")
    editor.select("twee")
    editor.press("ArrowRight", "Control+i")
    editor.type("n")
    assert editor.text == "**een *twee*n drie**"
    editor.press("Control+b")
    assert editor.text == "een *twee*n drie"
