"""A page that moved and moved back is reached by every browser, whatever redirect that remembers."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from publishing.addresses.redirects import MAX_AGE
from tests.factories import create_page

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Browser:
    """Follows redirects, and remembers those that it may."""

    def __init__(self, client):
        self.client, self.remembered = client, {}

    def opens(self, address):
        for _hop in range(5):
            answer = self.remembered.get(address) or self.client.get(address)
            if answer.status_code == 301:
                self.remembered[address] = answer
            if answer.status_code not in (301, 302):
                return answer.status_code
            address = answer.headers["Location"]
        return "in circles"


def rename(page, slug):
    page.slug = slug
    page.save()


def test_within_the_hour_nobody_turns_in_circles(client):
    with time_machine.travel(NOON, tick=False):
        page, browser = create_page(slug="one"), Browser(client)
        rename(page, "two")
        assert browser.opens("/one/") == 200
        rename(page, "one")
        assert browser.opens("/two/") == 200
        assert client.get("/two/").headers["Cache-Control"] == "no-store"


def test_after_the_hour_it_is_an_ordinary_redirect(client):
    with time_machine.travel(NOON, tick=False) as clock:
        page = create_page(slug="one")
        rename(page, "two")
        rename(page, "one")
        clock.shift(timedelta(seconds=MAX_AGE))
        answer = client.get("/two/")
        assert (answer.status_code, answer.headers["Location"]) == (301, "/one/")


def test_what_is_gone_is_asked_for_again(client):
    create_page(slug="one").delete()
    answer = client.get("/one/")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-cache")
