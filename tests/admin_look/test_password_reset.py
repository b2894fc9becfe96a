"""Who forgot the password gets a link by mail, and with it a new one."""

import re

import pytest
from django.core import mail
from django.urls import reverse

NEW = "an entirely new long password"


@pytest.fixture
def reader(owner):
    owner.email = "consultant@example.org"
    owner.save()
    return owner


def ask(client, email="consultant@example.org", **headers):
    return client.post(reverse("admin_password_reset"), {"email": email}, **headers)


def link_in_the_mail():
    return re.search(r"http\S+", mail.outbox[0].body)[0]


def test_the_login_page_leads_to_the_reset(client, db):
    assert reverse("admin_password_reset") in client.get(reverse("admin:login")).text


def test_the_link_in_the_mail_sets_a_new_password(client, reader):
    ask(client)
    form = client.get(link_in_the_mail(), follow=True)
    done = client.post(form.wsgi_request.path, {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert done.status_code == 200
    assert client.login(username="consultant", password=NEW)


def test_the_link_works_once(client, reader):
    ask(client)
    form = client.get(link_in_the_mail(), follow=True)
    client.post(form.wsgi_request.path, {"new_password1": NEW, "new_password2": NEW})
    assert b"new_password1" not in client.get(link_in_the_mail(), follow=True).content


def test_the_link_leads_to_the_sites_own_address(client, reader, settings):
    ask(client, HTTP_HOST="127.0.0.1")
    assert link_in_the_mail().startswith(settings.SITE_URL)


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, reader):
    known, unknown = ask(client), ask(client, email="somebody@example.org")
    assert known.headers["Location"] == unknown.headers["Location"]
    assert len(mail.outbox) == 1
