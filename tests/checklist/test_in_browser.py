"""The list beside the buttons follows what is typed."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.admin_look.conftest import write
from tests.factories import create_page

pytestmark = pytest.mark.browser


def test_the_list_follows_what_is_typed(desk, consultant):
    page = create_page(title="Offer", lead="Words.", text="Whole.")
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]))
    lines = desk.locator("[data-findings] li")
    expect(lines).to_have_count(0)
    write(desk, "[a](/nowhere/)")
    expect(lines).to_have_count(1)
    desk.fill("#id_lead", "")
    expect(lines).to_have_count(2)
    write(desk, "Whole.")
    expect(lines).to_have_count(1)


def test_a_line_leads_into_its_field_though_that_is_folded_away(desk, consultant):
    page = create_page(title="Offer", text="Whole.")
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]))
    desk.click("[data-findings] a")
    expect(desk.locator("#id_description")).to_be_visible()


def test_a_new_page_gets_its_list_too(desk, consultant):
    desk.goto(reverse("admin:pages_page_add"))
    write(desk, "#### Deep")
    expect(desk.locator("[data-findings] li")).to_have_count(2)


def test_a_line_about_the_text_leads_into_it(desk, consultant):
    page = create_page(title="Offer", lead="Words.", text="[a](/nowhere/)")
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]))
    desk.click("[data-findings] a[href='#id_text']")
    expect(desk.locator("[data-surface]")).to_be_focused()
