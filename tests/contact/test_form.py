"""The form on the contact page, as visitors meet it."""

import pytest
from django.db import DatabaseError
from django.test import Client

from contact.models import Mail, Message, Status
from pages.models import Page
from tests.contact.forms import filled_in
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def test_a_message_is_stored_and_the_visitor_is_thanked(client):
    response = client.post("/contact/", filled_in(telephone="030 000 00 00"), follow=True)
    assert response.redirect_chain == [("/contact/bedankt/", 302)]
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    message = Message.objects.get()
    assert (message.name, message.email, message.telephone) == ("A Visitor", "visitor@example.org", "030 000 00 00")
    assert (message.body, message.language) == ("May I ask something?", "nl")
    assert (message.status, message.mail) == (Status.NEW, Mail.WAITING)


def test_no_cookie_is_needed_and_none_is_given():
    strict = Client(enforce_csrf_checks=True)
    assert not strict.get("/contact/").cookies
    response = strict.post("/contact/", filled_in())
    assert response.status_code == 302
    assert not response.cookies
    assert not strict.get("/contact/bedankt/").cookies


def test_what_is_refused_keeps_what_was_typed_and_says_why_at_its_field(client):
    response = client.post("/contact/", filled_in(email="nobody", body=""))
    content = response.content.decode()
    assert response.status_code == 422
    assert 'value="A Visitor"' in content and 'value="nobody"' in content
    for field in ("email", "body"):
        assert f'href="#id_{field}"' in content
        assert f'id="id_{field}_error"' in content
    assert content.count('aria-invalid="true"') == 2
    assert not Message.objects.exists()


def test_a_message_at_its_limit_is_kept_whole_and_one_beyond_it_comes_back(client):
    limit = "é\n" * 5000
    assert client.post("/contact/", filled_in(body="x" + limit[:-2] + "y")).status_code == 302
    assert len(Message.objects.get().body) == 10_000
    response = client.post("/contact/", filled_in(body="x" * 10_001))
    assert response.status_code == 422
    assert "x" * 10_001 in response.content.decode()


def test_a_database_that_fails_keeps_what_was_typed(client, monkeypatch):
    def fail(message):
        raise DatabaseError

    monkeypatch.setattr("contact.views._store", fail)
    response = client.post("/contact/", filled_in())
    assert response.status_code == 503
    assert "May I ask something?" in response.content.decode()


def test_a_second_click_on_the_button_stores_nothing_more(send):
    assert send().status_code == send().status_code == 302
    assert Message.objects.count() == 1
    send(body="Something else")
    assert Message.objects.count() == 2


def test_a_message_tells_from_which_page_of_the_site_it_came(client, sent):
    page = client.get("/contact/", headers={"referer": "http://testserver/offer/training/"}).content.decode()
    assert 'value="/offer/training/"' in page
    assert sent(source="/offer/training/").source == "/offer/training/"
    assert "/x-y/" not in client.get("/contact/", headers={"referer": "http://elsewhere/x-y/"}).content.decode()
    assert sent(source="https://elsewhere/", body="2").source == ""
    assert sent(source="//elsewhere/", body="3").source == ""


def test_no_shared_cache_keeps_a_form(client):
    for response in (client.get("/contact/"), client.post("/contact/", {})):
        assert "private" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/contact/", "/contact/bedankt/"])
@pytest.mark.parametrize("status", ["draft", "archived"])
def test_form_and_thanks_are_hidden_with_their_page(client, address, status):
    Page.objects.filter(section="contact").update(status=status)
    assert client.get(address).status_code == 404
    assert client.post("/contact/", filled_in()).status_code == 404
    assert not Message.objects.exists()


def test_other_methods_are_refused(client):
    assert client.head("/contact/").status_code == 200
    assert client.put("/contact/").status_code == 405
    assert client.post("/contact/bedankt/").status_code == 405


def test_the_page_with_its_form_costs_at_most_6_queries(client, django_assert_num_queries):
    client.get("/contact/")
    with django_assert_num_queries(2):
        client.get("/contact/")


def test_a_preview_of_the_page_shows_the_form(owner_client):
    page = Page.objects.get(section="contact")
    assert 'name="stamp"' in owner_client.get(f"/admin/pages/page/{page.pk}/preview/").content.decode()


def test_the_invitation_in_a_text_leads_to_the_form(client):
    page = create_page(text='[[contact text="Come and talk"]]\n\n[[contact nobody]]')
    content = client.get(page.get_absolute_url()).content.decode()
    assert content.count('class="invitation"') == 1
    assert "Come and talk" in content
    assert '<a class="button" href="/contact/">' in content


def test_an_invitation_in_a_text_is_gone_while_the_contact_page_is_hidden(client):
    create_page(text="[[contact]]")
    assert 'class="button" href="/contact/"' in client.get("/a-page/").content.decode().split("<main")[1]
    contact = Page.objects.get(section="contact")
    contact.status = "archived"
    contact.save()
    assert "/contact/" not in client.get("/a-page/").content.decode()
