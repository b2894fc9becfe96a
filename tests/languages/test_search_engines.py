"""What search engines are told of pages in another language."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.factories import create_page
from tests.factories_blog import create_post
from tests.sharing.test_sitemap import places
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def told(client, *addresses):
    """The last change of each address in the sitemap."""
    found = {where.removeprefix("http://localhost:8000"): moment for where, moment in places(client).items()}
    return [found[address] for address in addresses]


@pytest.mark.parametrize("create", [create_post, lambda **fields: create_testimonial(on_home=True, **fields)])
def test_each_home_changes_with_what_it_shows_in_its_language(client, bilingual, create):
    dutch, english = told(client, "/", "/en/")
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        create(slug="new", language="en")
        assert told(client, "/")[0] == dutch
        assert told(client, "/en/")[0] > english


def test_the_only_home_changes_with_all(client):
    before = told(client, "/")
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        create_post(language="en")
        assert told(client, "/") > before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_about_her_is_known_in_both_languages(settings, language):
    settings.LANGUAGE_CODE = language
    other = {"nl": "en", "en": "nl"}[language]
    home = create_page(title="Home", slug=other, language=other)
    offer = create_page(title="Offer")
    for slug in ("over-mij", "about-me"):
        assert create_page(slug=slug).schema_type == "AboutPage"
        assert create_page(slug=slug, parent=home).schema_type == "AboutPage"
        assert create_page(slug=slug, parent=offer).schema_type == "WebPage"
