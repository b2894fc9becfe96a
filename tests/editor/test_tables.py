"""A table stays a table under any ordinary key, and its row of dashes is a line that the cursor passes."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TABLE = "| a | b |\n| --- | --- |\n| c | d |\n|  |  |"


@pytest.fixture
def table(editor):
    """A table with the cursor before its headings."""
    editor.open(TABLE)
    editor.press("Control+Home")
    editor.settle()
    return editor


def row_of_cursor(editor):
    return editor.page.evaluate(
        """() => {
            const rows = [...document.querySelector("[data-surface]").children];
            return rows.findIndex((row) => row.contains(getSelection().focusNode));
        }"""
    )


def test_its_row_of_dashes_is_a_thin_line(table):
    assert table.page.locator(".md-dashes").bounding_box()["height"] < 10


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["ArrowDown"], 2),
        (["ArrowDown", "ArrowUp"], 0),
        (["End", "ArrowRight"], 2),
        (["End", "ArrowRight", "ArrowLeft"], 0),
    ],
)
def test_the_arrows_pass_it(table, keys, row):
    for key in keys:
        table.press(key)
        table.settle()
    assert row_of_cursor(table) == row


@pytest.mark.parametrize(
    "keys",
    [
        ["End", "Backspace"],
        ["End", "Delete"],
        ["Delete"],
        ["End", "ArrowRight", "Backspace"],
        ["Control+End", "ArrowUp", "Home", "Backspace"],
        ["Control+End", "ArrowUp", "End", "Delete"],
        ["End", "Control+Backspace"],
    ],
)
def test_a_key_goes_past_what_parts_cells_and_rows(table, keys):
    table.press(*keys)
    assert table.text == TABLE


def test_the_words_of_a_cell_are_deleted_as_everywhere(table):
    table.press("ArrowRight", "ArrowRight", "Delete", "x", "y", "Backspace")
    assert table.text == TABLE.replace("| a |", "| x |")


@pytest.mark.parametrize("key", ["Backspace", "Delete"])
def test_a_row_without_words_goes_as_a_whole(table, key):
    table.press("Control+End", key)
    assert table.text == TABLE.removesuffix("\n|  |  |")
    table.press("Control+z")
    assert table.text == TABLE


def test_what_is_typed_on_the_line_comes_into_the_cell_below_it(table):
    table.page.click(".md-dashes")
    expect(table.page.locator(".md-dashes.is-current")).to_have_count(1)
    table.type("xy")
    assert table.text == TABLE.replace("| c |", "| xyc |")


def test_who_knows_its_signs_may_write_them_there(table):
    table.page.click(".md-dashes")
    table.press("Home", "ArrowRight", "ArrowRight")
    table.type(":")
    assert "| :--- |" in table.text


@pytest.mark.parametrize("key", ["Enter", "Shift+Enter"])
def test_a_new_line_is_a_new_row(table, key):
    table.select("d")
    table.press(key)
    assert table.text == TABLE.replace("| d |", "| d |\n|  |  |")


def test_it_can_be_typed_sign_by_sign_and_taken_back(editor):
    editor.type("| a |\n")
    editor.press("Backspace")
    editor.type("|-")
    editor.press(*["Backspace"] * 8)
    assert editor.text == ""


def test_selected_rows_are_deleted(table):
    table.press("Control+a", "Delete")
    assert table.text == ""
