"""Whoever may edit sees the way to it on the page; visitors see nothing of it."""

import pytest

from tests.factories import create_page

pytestmark = pytest.mark.django_db


def test_the_consultant_can_edit_the_page_she_sees(client, owner_client):
    page = create_page(title="Mine")
    assert f"/admin/pages/page/{page.pk}/change/" in owner_client.get("/mine/").content.decode()


def test_a_visitor_sees_no_bar(client):
    create_page(title="Mine")
    assert "staff-bar" not in client.get("/mine/").content.decode()
