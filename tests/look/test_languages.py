"""Every piece says in which language it is, where that is not the language around it."""

import pytest

from pages.models import Section
from tests.factories import create_page
from tests.look.content import section

pytestmark = pytest.mark.django_db


def test_a_page_says_its_language(client):
    create_page(title="Mine", language="en")
    assert '<html lang="en">' in client.get("/mine/").content.decode()
    assert '<html lang="nl">' in client.get("/").content.decode()


def test_an_english_card_on_a_dutch_page_says_so(client):
    create_page(title="Dutch", language="nl", on_home=True)
    create_page(title="English", language="en", on_home=True)
    assert client.get("/").content.decode().count('<li class="card" lang="en">') == 1


def test_an_english_page_in_a_dutch_menu_says_so(client):
    create_page(title="English", language="en", menu="main")
    assert '<a href="/english/" lang="en">English</a>' in client.get("/").content.decode()
    assert '<a href="/english/" aria-current="page">English</a>' in client.get("/english/").content.decode()


def test_a_dutch_menu_on_an_english_page_says_so(client):
    section(Section.CONTACT, title="Contact", language="nl")
    create_page(title="English", language="en")
    assert '<a href="/contact/" lang="nl">' in client.get("/english/").content.decode()
