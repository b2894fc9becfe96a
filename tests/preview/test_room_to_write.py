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


def test_what_there_is_to_do_beside_writing_is_one_row(form):
    rows = {row_of(form, f".form-tools {one}") for one in (".viewsitelink", ".historylink", "summary")}
    assert len(rows) == 1


@pytest.mark.parametrize("width", [1280, 1440])
def test_the_bar_of_the_preview_is_one_row(form, width):
    form.set_viewport_size({**LAPTOP, "width": width})
    rows = {row_of(form, f".preview-bar {one}") for one in ("[data-width='390']", "[data-preview-close]")}
    assert len(rows) == 1


def test_a_link_that_was_just_made_is_shown(form):
    assert form.locator("#shared input[readonly]").is_hidden()
    form.click("#shared summary")
    form.click("#shared > form button")
    form.wait_for_selector("#shared li:nth-child(2) input[readonly]")
