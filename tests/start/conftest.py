"""A start page, and the consultant's name."""

import pytest
from django.urls import reverse

from tests.factories import create_page


@pytest.fixture
def start(client):
    """What somebody's start page shows, as the view hands it to its template."""

    def show(user):
        client.force_login(user)
        return client.get(reverse("admin:index")).context["start"]

    return show


@pytest.fixture
def some_page(db):
    """So that the site is not a new one."""
    return create_page(title="Some page", lead="What it is about.")
