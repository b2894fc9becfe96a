"""A site in Dutch with its home, a page and a contact page in English as well, all public."""

from types import SimpleNamespace

import pytest

from pages.models import Page, Section
from tests.factories import create_page
from tests.look.content import fill_profile


@pytest.fixture
def bilingual(db):
    """The pages of that site: `front` and `home`, `offer` and `services`, `contact` and `write`."""
    fill_profile(tagline="Samen verder", invitation_title="Zullen we praten?", invitation_label="Maak kennis")
    front, contact = (Page.objects.get(section=section) for section in (Section.HOME, Section.CONTACT))
    home = create_page(title="Welcome in", slug="en", language="en", menu_title="Start")
    offer = create_page(title="Aanbod", menu="main")
    write = create_page(title="Write to me", slug="contact", parent=home, language="en", translation_of=contact)
    services = create_page(
        title="Services", parent=home, language="en", translation_of=offer, menu="main", on_home=True
    )
    return SimpleNamespace(front=front, home=home, offer=offer, services=services, contact=contact, write=write)
