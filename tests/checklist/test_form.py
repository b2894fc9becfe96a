"""The findings stand beside the buttons of the form, each a link to its field."""

import re

import pytest

from tests.factories import create_page

pytestmark = pytest.mark.django_db


def listed(client, page):
    text = client.get(f"/admin/pages/page/{page.pk}/change/").text
    return re.search(r'<section class="checklist".*?</section>', text, re.DOTALL)[0]


def test_what_is_amiss_leads_to_its_field(owner_client):
    page = create_page(text="[a](/nowhere/)")
    assert re.findall(r'href="(#id_\w+)"', listed(owner_client, page)) == ["#id_text", "#id_description"]


def test_what_keeps_it_from_being_published_is_said_in_words(owner_client):
    page = create_page(text="[a](/nowhere/)", lead="Words.", status="draft")
    assert re.search(r'<li class="breaks">.*<b>.+</b>', listed(owner_client, page))


def test_where_nothing_is_amiss_that_is_said(owner_client):
    assert "<li" not in listed(owner_client, create_page(lead="Words."))


def test_what_was_typed_is_no_markup(owner_client):
    page = create_page(lead="Words.", text="#### <b>&\n\n![a](https://example.org/<i>)")
    assert "<b>&" not in listed(owner_client, page)


def test_a_new_page_has_no_findings_yet(owner_client):
    assert re.search(r'<section class="checklist"[^>]* hidden>', owner_client.get("/admin/pages/page/add/").text)
