"""An hour of typing in what is live: visitors get the same answers, byte for byte, until it is published."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from publishing.models import Autosave, Revision
from tests.admin.forms import filled_in
from tests.autosave.typing import Form
from tests.factories import create_page
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
# Every four seconds would be 900; each is the same.
KEPT, SAVED_EVERY = 90, 30


def seen(addresses):
    answers = [Client().get(address) for address in addresses]
    return [(answer.status_code, answer.content, dict(answer.headers)) for answer in answers]


def test_visitors_get_the_same_answers_byte_for_byte(owner_client):
    with time_machine.travel(NOON - timedelta(days=9), tick=False):
        page, _post = create_page(title="Offer", text="What we do."), create_post(title="News", text="[a](/offer/)")
    address = f"/admin/pages/page/{page.pk}/change/"
    public = ["/", "/offer/", "/blog/news/", "/sitemap.xml", "/feed.xml", "/zoeken/?q=words"]
    with time_machine.travel(NOON, tick=False) as clock:
        before = seen(public)
        form = Form(owner_client, page)
        for number in range(KEPT):
            clock.shift(timedelta(seconds=40))
            assert form.send(text=f"Words {number}", title=f"Better {number}").status_code == 200
            if number % SAVED_EVERY == 0:
                owner_client.post(address, filled_in(owner_client, address, text=f"Words {number}"))
                form = Form(owner_client, page)
        assert seen(public) == before
        assert Autosave.objects.count() == 1
        assert Revision.objects.pending().count() == 1
        owner_client.post(address, filled_in(owner_client, address, title="Better", status="published"))
        assert seen(public) != before
