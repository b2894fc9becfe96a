"""A testimonial that is not public, or not any more, shows nowhere."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from testimonials.models import Theme
from tests.factories import create_page
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
HIDDEN = {
    "draft": {"status": "draft"},
    "archived": {"status": "archived", "published_at": NOW - timedelta(days=1)},
    "scheduled": {"status": "published", "published_at": NOW + timedelta(minutes=1)},
    "expired": {"status": "published", "published_at": NOW - timedelta(days=1), "expires_at": NOW},
}
ADDRESSES = [
    *("/", "/ervaringen/", "/ervaringen/open/", "/with-voice/", "/contact/", "/blog/", "/feed.xml"),
    *("/sitemap.xml", "/robots.txt", "/healthz", "/nowhere/"),
]


@pytest.fixture
def site():
    """A public testimonial among whose neighbours the one called Zwijgzaam would stand, and a text that holds it."""
    with time_machine.travel(NOW, tick=False):
        theme = Theme.objects.create(name="Zwijgtheme")
        create_testimonial(name="Open", position=10)
        secret = create_testimonial(
            name="Zwijgzaam", text="Zwijgzaam", slug="zwijgzaam", on_home=True, position=20, themes=[theme]
        )
        create_page(title="With voice", text="Before\n\n[[ervaring zwijgzaam]]\n\nAfter")
        yield secret


@pytest.fixture(params=HIDDEN.values(), ids=HIDDEN)
def hidden(request, site):
    """The same, not public: it was, and somebody has just taken it off."""
    for field, value in request.param.items():
        setattr(site, field, value)
    site.save()
    return site


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_public_address_shows_what_is_not_public(client, hidden, address):
    assert "zwijg" not in client.get(address).content.decode().lower()


def test_its_own_address_and_theme_are_not_found(client, hidden):
    assert client.get("/ervaringen/zwijgzaam/").status_code == 404
    assert client.get("/ervaringen/?thema=zwijgtheme").status_code == 404


def test_the_same_words_do_show_while_it_is_public(client, site):
    showing = {address for address in ADDRESSES if b"wijg" in client.get(address).content}
    assert showing == {"/", "/ervaringen/", "/ervaringen/open/", "/with-voice/", "/sitemap.xml"}


def test_what_was_public_and_moved_before_it_was_hidden_leads_nowhere(client, site):
    site.slug = "other"
    site.save()
    site.status = "archived"
    site.save()
    assert client.get("/ervaringen/zwijgzaam/").status_code == 404
    assert "wijg" not in client.get("/with-voice/").content.decode()


def test_a_scheduled_one_appears_everywhere_at_its_moment(client, site):
    site.published_at = NOW + timedelta(minutes=1)
    site.save()
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        for address in ("/", "/ervaringen/", "/with-voice/", "/sitemap.xml"):
            assert b"wijgzaam" in client.get(address).content, address


def test_one_with_an_end_goes_everywhere_at_its_moment(client, site):
    site.expires_at = NOW + timedelta(minutes=1)
    site.save()
    assert b"wijgzaam" in client.get("/with-voice/").content
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        for address in ADDRESSES:
            assert b"wijgzaam" not in client.get(address).content, address


def test_one_that_is_archived_while_a_page_that_holds_it_is_being_read_is_gone_at_the_next_look(client, site):
    assert b"Zwijgzaam" in client.get("/with-voice/").content
    type(site).objects.filter(pk=site.pk).update(status="archived")
    content = client.get("/with-voice/").content
    assert b"wijgzaam" not in content
    assert b"Before" in content and b"After" in content
