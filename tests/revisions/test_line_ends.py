"""A browser sends every line with an end of its own (RFC 7578, 4.6); that is no change of anybody's text."""

import pytest
from django.contrib.admin.models import LogEntry

from publishing.models import Revision
from tests.admin.forms import filled_in
from tests.factories import create_page

pytestmark = pytest.mark.django_db

TEXT = "One line\n\n## A heading\n\nand another"


def saved(client, page, **changes):
    address = f"/admin/pages/page/{page.pk}/change/"
    fields = filled_in(client, address, **changes)
    return client.post(address, {**fields, "text": fields["text"].replace("\n", "\r\n"), "_save": ""})


@pytest.fixture
def page():
    return create_page(title="Offer", text=TEXT, lead="A lead", status="draft")


def test_a_text_is_kept_with_the_line_ends_that_it_had(owner_client, page):
    saved(owner_client, page, title="Another offer", lead="A lead\r\nof two lines")
    page.refresh_from_db()
    assert (page.text, page.lead) == (TEXT, "A lead\nof two lines")
    assert {revision.content["text"] for revision in Revision.objects.all()} == {TEXT}


def test_the_history_does_not_call_it_changed(owner_client, page):
    saved(owner_client, page, title="Another offer")
    message = " ".join(entry.get_change_message() for entry in LogEntry.objects.all())
    assert "titel" in message.lower()
    assert "tekst" not in message.lower()
