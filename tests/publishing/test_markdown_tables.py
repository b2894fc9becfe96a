"""A table that may be too wide scrolls in a box that the keyboard reaches; one that never is, is no stop on the way."""

import pytest

from publishing.markdown import render


def table(*rows):
    lines = ["|" + "|".join(row) + "|" for row in rows]
    return "\n".join([lines[0], "|" + "-|" * len(rows[0]), *lines[1:]])


def reached(text):
    return 'role="region" tabindex="0"' in render(text, language="nl").html


@pytest.mark.parametrize(
    "text",
    [
        table(["a", "b"], ["1", "2"]),
        table(["Name", "Meaning"], ["a [link](https://example.com/very/long/address/of/it)", "*more* words " * 30]),
        table(["a"]),
    ],
    ids=["short cells", "long text of short words", "no rows"],
)
def test_a_table_that_fits_every_phone_is_no_stop_for_the_keyboard(text):
    assert not reached(text)


@pytest.mark.parametrize(
    "text",
    [
        table(["a"] * 12),
        table(["Name", "w" * 80], ["1", "2"]),
        table(["Name", "Address"], ["a", "https://example.com/very/long/address/of/it"]),
        "> " + table(["a"], ["b"]).replace("\n", "\n> "),
    ],
    ids=["columns", "a long heading", "a long address", "inside a quotation"],
)
def test_a_table_that_may_be_wider_is_reached_by_the_keyboard_and_named(text):
    assert reached(text)
    assert 'aria-label="Tabel 1"' in render(text, language="nl").html


def test_every_cell_of_the_first_row_heads_its_column():
    assert render(table(["a", "b"], ["1", "2"]), language="nl").html.count('<th scope="col">') == 2
