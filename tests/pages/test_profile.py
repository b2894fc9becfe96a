"""The profile stands around every page; an empty field is absent."""

import pytest

from pages.models import Page, Profile
from pages.site import current_site
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def store(**fields):
    profile = Profile.load()
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()
    return profile


def test_what_is_filled_in_is_shown_from_the_next_answer_on(client):
    client.get("/contact/")
    store(name="A. Consultant", city="Utrecht", telephone="+31 (0)00", email="hello@example.nl", vat_number="NL00")
    content = client.get("/contact/").content.decode()
    for words in ("A. Consultant", "Utrecht", "hello@example.nl", "NL00"):
        assert words in content


def test_what_is_empty_leaves_no_trace(client):
    store(name="A. Consultant")
    content = client.get("/contact/").content.decode()
    for trace in ("mailto:", "tel:", "BTW", "KvK", "VAT", "chamber of commerce"):
        assert trace not in content


def test_where_messages_go_is_never_shown(client):
    store(message_recipient="private@example.nl")
    assert b"private@example.nl" not in client.get("/contact/").content


def test_there_is_one_profile():
    assert Profile.load() == Profile.load()
    assert Profile.objects.count() == 1


def test_links_to_elsewhere_are_shown_in_their_order(client):
    profile = store(name="A")
    profile.links.create(label="Second", url="https://two.example/", position=2)
    profile.links.create(label="First", url="https://one.example/", position=1)
    content = client.get("/").content.decode()
    assert 0 < content.index("https://one.example/") < content.index("https://two.example/")


def test_menus_follow_the_choice_of_each_page(client):
    create_page(title="In the menu", menu="main")
    create_page(title="Small print", menu="footer")
    create_page(title="Nowhere")
    site = current_site()
    assert [item.title for item in site.menu] == ["In the menu"]
    assert [item.title for item in site.small_print] == ["Small print"]
    assert site.contact.url == "/contact/"


def test_the_title_in_the_menu_goes_before_that_of_the_page():
    create_page(title="A very long title", menu="main", menu_title="Short")
    assert [item.title for item in current_site().menu] == ["Short"]


def test_the_menu_follows_the_order_of_the_pages():
    create_page(title="Second", menu="main", position=9)
    create_page(title="First", menu="main", position=3)
    assert [item.title for item in current_site().menu] == ["First", "Second"]


def test_the_menu_is_remembered_until_something_changes(django_assert_num_queries):
    page = create_page(title="Offer", menu="main")
    current_site()
    with django_assert_num_queries(1):
        current_site()
    page.title = "Services"
    page.save()
    assert [item.title for item in current_site().menu] == ["Services"]
    Page.objects.filter(pk=page.pk).delete()
    assert current_site().menu == ()
