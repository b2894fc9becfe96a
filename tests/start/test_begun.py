"""What was begun and never saved stands on the start page, one click from its form."""

import pytest

from tests.autosave.typing import Form
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def test_it_leads_back_to_its_form(owner_client):
    create_page(title="Some page")
    form = Form(owner_client)
    form.send(title="Begun on a train")
    page = owner_client.get("/admin/").text
    assert "Begun on a train" in page
    assert f"/admin/pages/page/add/?uuid={form.uuid}" in page
    assert "Er vraagt vandaag niets" not in page


def test_once_it_is_saved_it_is_an_item_like_others(owner_client):
    form = Form(owner_client)
    form.send(title="Begun on a train")
    form.save(title="Begun on a train")
    assert "Begonnen en niet opgeslagen" not in owner_client.get("/admin/").text
