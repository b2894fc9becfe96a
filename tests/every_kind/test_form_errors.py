"""Whoever sends the form with faults in it hears which, where they are, and loses nothing that was typed."""

import pytest
from playwright.sync_api import expect

from tests.every_kind.visiting import opened
from tests.volume.kinds import Kind

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]


@pytest.fixture
def refused(chromium, address_of):
    """The contact page, without script, after a form with a name and nothing else was sent."""
    with opened(chromium, address_of(Kind("contact", "/contact/")), java_script_enabled=False) as page:
        page.fill("[name=name]", "A Visitor")
        page.click(".message-form button")
        yield page


def test_the_errors_are_announced_and_read_first(refused):
    """WCAG 2.2, 4.1.3: they have the focus when the page has come, so that a screen reader begins with them."""
    summary = refused.locator("[role=alert]")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").count() == 2


def test_an_error_leads_to_its_field(refused):
    refused.locator("[role=alert] a").first.click()
    expect(refused.locator("[name=email]")).to_be_focused()


@pytest.mark.parametrize("name", ["email", "body"])
def test_an_error_is_tied_to_its_field(refused, name):
    """WCAG 2.2, 1.3.1 and 3.3.1."""
    field = refused.locator(f"[name={name}]")
    assert field.get_attribute("aria-invalid") == "true"
    named = field.get_attribute("aria-describedby").split()
    assert f"id_{name}_error" in named
    assert all(refused.locator(f"#{id_}").inner_text() for id_ in named)


def test_what_was_typed_is_still_there_and_called_right(refused):
    field = refused.locator("[name=name]")
    assert field.input_value() == "A Visitor"
    assert field.get_attribute("aria-invalid") is None
