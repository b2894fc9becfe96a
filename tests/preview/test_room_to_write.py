"""What stands above and beside a text leaves room for it on an ordinary laptop."""

import pytest
from django.urls import reverse

from tests.factories import create_page

pytestmark = pytest.mark.browser

LAPTOP = {"width": 1280, "height": 800}


@pytest.fixture
def form(desk, consultant, client):
    """A public page that has changes waiting and was shown to somebody."""
    page = create_page(title="Offer", lead="In short.", text="One.")
    address = reverse("admin:pages_page_change", args=[page.pk])
    desk.set_viewport_size(LAPTOP)
    desk.goto(address)
    desk.fill("#id_title", "Offer, better")
    desk.click("[name=_save]")
    desk.wait_for_selector(".messagelist")
    client.post(reverse("admin:pages_page_share", args=[page.pk]), {"days": "14"})
    desk.goto(address)
    return desk


def row_of(page, selector):
    return round(page.locator(selector).bounding_box()["y"] / 8)


def test_the_text_begins_above_the_fold(form):
    bar = form.locator(".save-bar").bounding_box()
    assert form.locator("[data-surface]").bounding_box()["y"] < bar["y"]


def test_what_was_changed_and_what_there_is_to_do_beside_writing_take_two_rows(form):
    tools = (".state-changes summary", ".viewsitelink", ".historylink", ".shared summary")
    assert len({row_of(form, one) for one in tools}) <= 2


def test_the_button_of_the_preview_is_gone_while_it_is_open(form):
    assert form.locator("[data-preview-open]").is_hidden()
    form.click("[data-preview-close]")
    assert form.locator("[data-preview-open]").is_visible()


def test_on_a_phone_the_bar_is_one_row_and_says_beside_it_that_all_is_kept(form):
    form.set_viewport_size({"width": 390, "height": 844})
    form.reload()
    rows = {row_of(form, f".save-bar {one}") for one in ("[name=_save]", "[name=_publish]", "[data-preview-open]")}
    assert len(rows) == 1
    empty = form.locator(".save-bar").bounding_box()
    form.fill("#id_lead", "In a word.")
    form.evaluate("window.dispatchEvent(new Event('focus'))")
    form.wait_for_selector("[data-autosave-status]:not(:empty)")
    assert form.locator(".save-bar").bounding_box() == empty
    kept = form.locator("[data-autosave-status]").bounding_box()
    assert kept["x"] > 0 and kept["x"] + kept["width"] <= 390 and kept["y"] + kept["height"] <= empty["y"] + 2


@pytest.mark.parametrize("width", [1280, 1400, 1440])
def test_the_bar_of_the_preview_is_one_row(form, width):
    form.set_viewport_size({**LAPTOP, "width": width})
    rows = {row_of(form, f".preview-bar {one}") for one in ("[data-width='390']", "[data-preview-close]")}
    assert len(rows) == 1


def test_a_link_that_was_just_made_is_shown(form):
    assert form.locator("#shared input[readonly]").is_hidden()
    form.click("#shared summary")
    form.click("#shared > form button")
    form.wait_for_selector("#shared li:nth-child(2) input[readonly]")
