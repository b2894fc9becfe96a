"""What programs look for at a fixed address (RFC 8615)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.look.content import section

pytestmark = pytest.mark.django_db

SITE = "https://www.example.nl"
ADDRESS = "/.well-known/security.txt"
MORNING = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


def fields(client):
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in answer.content.decode().splitlines())


def test_a_hole_is_told_to_the_operator(client, settings):
    settings.OPERATOR_EMAIL = "The operator <operator@example.org>"
    with time_machine.travel(MORNING, tick=False):
        assert fields(client) == {
            "Contact": "mailto:operator@example.org",
            "Expires": "2027-11-02T00:00:00+00:00",
            "Preferred-Languages": "nl, en",
            "Canonical": f"{SITE}{ADDRESS}",
        }


def test_without_an_operator_it_is_told_on_the_contact_page(client):
    assert fields(client)["Contact"] == f"{SITE}/contact/"


def test_where_nobody_would_read_it_there_is_no_such_file(client, settings):
    settings.SITE_URL = "http://localhost:8000"
    assert client.get(ADDRESS).status_code == 404
    settings.OPERATOR_EMAIL = "operator@example.org"
    assert "Canonical" not in fields(client)
    settings.OPERATOR_EMAIL, settings.SITE_URL = "", SITE
    section("contact", status="draft")
    assert client.get(ADDRESS).status_code == 404


def test_it_is_the_same_all_day_and_holds_less_than_a_year(client, settings):
    settings.OPERATOR_EMAIL = "operator@example.org"
    with time_machine.travel(MORNING, tick=False) as clock:
        morning = fields(client)
        expires = datetime.fromisoformat(morning["Expires"])
        assert timedelta(days=360) < expires - MORNING < timedelta(days=365)
        clock.shift(timedelta(hours=18, minutes=59))
        assert fields(client) == morning
        clock.shift(timedelta(minutes=1))
        assert fields(client) != morning


def test_a_manager_of_passwords_finds_where_they_are_changed(owner_client):
    answer = owner_client.get("/.well-known/change-password", follow=True)
    assert answer.redirect_chain == [("/admin/password_change/", 302)]
    assert answer.status_code == 200
