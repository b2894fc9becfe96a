"""A page about what went wrong is a page of the site, and asks nothing that may be broken."""

import pytest
from django.template.loader import render_to_string

from tests.factories import create_page


@pytest.mark.parametrize("status", ["400", "403", "403_csrf", "500"])
def test_it_needs_no_database(status):
    document = render_to_string(f"{status}.html")
    assert "<h1>" in document
    assert 'href="/"' in document


@pytest.mark.parametrize("template", ["404.html", "410.html"])
def test_what_is_not_there_shows_the_ways_on(rf, db, template):
    create_page(title="Offer", menu="main")
    ways = render_to_string(template, request=rf.get("/nowhere/")).split('class="ways-on"')[1].split("</ul>")[0]
    assert 'href="/offer/"' in ways
    assert 'href="/contact/"' in ways


def test_an_unknown_address_is_answered_with_404(client, db):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert 'class="ways-on"' in answer.content.decode()


def test_what_was_archived_is_not_called_astray(client, db):
    create_page(title="Old offer", status="archived")
    answer = client.get("/old-offer/")
    assert answer.status_code == 404 and "astray" not in answer.text and "zoekgeraakt" not in answer.text
