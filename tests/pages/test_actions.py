"""The button of a page leads where visitors may go, or is not there."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pages.models import Page, Section
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def content(client):
    return client.get("/a-page/").content.decode()


def test_it_leads_to_the_contact_page(client):
    create_page(action_kind="contact", action_label="Let us meet")
    assert "Let us meet" in content(client)


def test_it_is_gone_while_the_contact_page_is_hidden(client):
    create_page(action_kind="contact", action_label="Let us meet")
    contact = Page.objects.get(section=Section.CONTACT)
    contact.status = "draft"
    contact.save()
    assert "Let us meet" not in content(client)


@pytest.mark.parametrize(("status", "shown"), [("published", True), ("draft", False), ("archived", False)])
def test_it_leads_to_an_own_page_that_is_public(client, status, shown):
    target = create_page(title="Offer", status=status)
    create_page(
        action_kind="page", action_label="Go on", action_page=target, second_label="Or here", second_page=target
    )
    assert ("Go on" in content(client)) == ("Or here" in content(client)) == shown


def test_it_is_gone_once_the_page_it_leads_to_has_ended(client):
    target = create_page(title="Offer", expires_at=timezone.now())
    create_page(action_kind="page", action_label="Go on", action_page=target)
    assert "Go on" not in content(client)


def test_it_goes_with_the_page_it_led_to():
    target = create_page(title="Offer")
    page = create_page(action_kind="page", action_label="Go", action_page=target, second_label="Or", second_page=target)
    target.delete()
    page.refresh_from_db()
    page.full_clean()
    assert (page.action_kind, page.second_label) == ("", "")


def test_it_leads_elsewhere(client):
    create_page(action_kind="url", action_label="Go", action_url="https://elsewhere.example/")
    page = Page.objects.get(slug="a-page")
    page.action_kind = "address"
    page.save()
    assert 'href="https://elsewhere.example/"' in content(client)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"action_kind": "contact"}, "action_label"),
        ({"action_kind": "page", "action_label": "Go"}, "action_page"),
        ({"action_kind": "address", "action_label": "Go"}, "action_url"),
        ({"action_kind": "address", "action_label": "Go", "action_url": "javascript:alert(1)"}, "action_url"),
        ({"second_label": "Go"}, "second_label"),
    ],
)
def test_half_a_button_is_refused_at_its_field(fields, wrong):
    with pytest.raises(ValidationError) as refused:
        Page(title="Mine", **fields).full_clean()
    assert wrong in refused.value.message_dict
