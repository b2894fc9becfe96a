"""What is not public shows nowhere: every public address is asked for words that only such a page holds."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import get_resolver

from pages.models import Page, Section
from tests.factories import create_page

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
HIDDEN = [
    {"status": "draft"},
    {"status": "archived", "published_at": NOW - timedelta(days=1)},
    {"status": "published", "published_at": NOW + timedelta(minutes=1)},
    {"status": "published", "published_at": NOW - timedelta(days=1), "expires_at": NOW},
]
ADDRESSES = ["/", "/contact/", "/offer/", "/offer/open/", "/sitemap.xml", "/robots.txt", "/healthz", "/nowhere/"]


@pytest.fixture(params=HIDDEN, ids=["draft", "archived", "scheduled", "expired"])
def hidden(request):
    """A page that is not public, in every place where a page can show."""
    with time_machine.travel(NOW, tick=False):
        top = create_page(title="Offer")
        secret = create_page(
            title="Zwijgzaam",
            slug="zwijgzaam",
            lead="Zwijgzaam",
            text="Zwijgzaam",
            parent=top,
            menu="main",
            on_home=True,
            **request.param,
        )
        create_page(title="Below", slug="below", parent=secret)
        button = {"second_label": "Zwijgzaam", "second_page": secret}
        create_page(
            title="Open", parent=top, action_kind="page", action_label="Zwijgzaam", action_page=secret, **button
        )
        yield secret


@pytest.mark.parametrize("address", [*ADDRESSES, "/offer/zwijgzaam/below/"])
def test_no_public_address_shows_what_is_not_public(client, hidden, address):
    content = client.get(address).content.decode()
    assert "Zwijgzaam" not in content
    assert "zwijgzaam/" not in content.replace("zwijgzaam/below/", "")


def test_its_own_address_is_not_found(client, hidden):
    assert client.get("/offer/zwijgzaam/").status_code == 404


def test_the_same_words_do_show_once_it_is_public(client, hidden):
    hidden.status, hidden.published_at, hidden.expires_at = "published", NOW, None
    hidden.save()
    showing = {address for address in ADDRESSES if b"wijgzaam" in client.get(address).content}
    assert showing >= {"/", "/offer/", "/offer/open/", "/sitemap.xml"}


def test_every_public_address_of_the_site_is_asked():
    """Whoever adds an address says here that it was thought of."""
    names = {pattern.name for pattern in get_resolver().url_patterns if getattr(pattern, "name", None)}
    admin = {name for name in names if name.startswith(("admin", "password"))}
    assert names - admin == {
        *(
            "home",
            # For whoever has the link only: tests/preview/test_concept_link.py.
            "concept",
            "page",
            "sitemap",
            "robots",
            "favicon",
            "healthz",
            "media",
            "style_sheet",
            "contact",
            "contact_thanks",
        ),
        # Asked for what is not public in tests of their own rooms.
        *("sitemap_part", "security_txt", "change_password", "card", "icon"),
        *("posts", "post", "year", "topic", "feed", "topic_feed", "testimonials", "testimonial", "search"),
    }


def test_home_itself_is_never_hidden():
    assert Page.objects.published().filter(section=Section.HOME).exists()
