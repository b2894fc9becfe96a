"""On a phone what is used most stands in one row, and nothing is out of sight without a sign."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BUTTONS = "[role=toolbar] button:visible"


@pytest.fixture
def phone(editor):
    editor.page.set_viewport_size({"width": 390, "height": 844})
    yield editor.open("een")
    editor.page.set_viewport_size({"width": 1200, "height": 900})


def boxes(editor):
    return [button.bounding_box() for button in editor.page.locator(BUTTONS).all()]


def test_what_is_used_most_stands_in_one_row(phone):
    commands = phone.page.locator(BUTTONS).evaluate_all("all => all.map((one) => one.dataset.command)")
    assert commands == ["heading2", "bold", "link", "list", "image", "more"]
    assert len({box["y"] for box in boxes(phone)}) == 1


def test_the_others_unfold_below_it_all_in_sight(phone):
    more = phone.page.locator("[data-command=more]")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    assert len(boxes(phone)) == 15
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] >= 44 for box in boxes(phone))
    more.click()
    assert len(boxes(phone)) == 6


def test_a_table_brings_its_own_button(phone):
    phone.open("| a |\n| --- |\n| b |")
    phone.button("column")
    assert phone.text == "| a |  |\n| --- | --- |\n| b |  |"


def test_where_there_is_room_nothing_is_put_away(editor):
    expect(editor.page.locator("[data-command=more]")).to_be_hidden()
    expect(editor.page.locator("[data-command=undo]")).to_be_visible()
