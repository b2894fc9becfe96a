"""Ctrl+S saves, wherever in the form the keyboard is, and shows visitors nothing."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from pages.models import Page
from publishing.models import Status
from tests.factories import create_page

pytestmark = pytest.mark.browser

SAVED = ".messagelist .success"


@pytest.mark.parametrize("key", ["Control+s", "Meta+s"])
@pytest.mark.parametrize("field", ["#id_title", "[data-surface]"])
def test_it_saves_a_new_page_as_a_draft(desk, consultant, field, key):
    desk.goto(reverse("admin:pages_page_add"))
    desk.fill("#id_title", "New")
    desk.focus(field)
    desk.keyboard.press(key)
    desk.wait_for_selector(SAVED)
    assert Page.objects.get(title="New").status == Status.DRAFT


def test_it_leaves_what_visitors_see_alone(desk, consultant):
    page = create_page(title="Offer", text="One.")
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]))
    desk.focus("[data-surface]")
    desk.keyboard.type("More. ")
    desk.keyboard.press("Control+s")
    desk.wait_for_selector(SAVED)
    expect(desk.locator("#id_text")).to_have_value("More. One.")
    assert Page.objects.get(pk=page.pk).text == "One."


def test_in_a_dialog_it_saves_nothing(desk, consultant):
    desk.goto(reverse("admin:pages_page_add"))
    desk.fill("#id_title", "New")
    desk.focus("[data-surface]")
    desk.keyboard.press("Control+k")
    desk.wait_for_selector("dialog[open]")
    desk.keyboard.press("Control+s")
    expect(desk.locator("dialog[open]")).to_be_visible()
    assert not Page.objects.filter(title="New").exists()
