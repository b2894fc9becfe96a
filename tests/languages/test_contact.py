"""Whoever writes from the contact page in another language is answered in it."""

import pytest

from contact.models import Message
from tests.contact.forms import filled_in

pytestmark = pytest.mark.django_db


def test_the_form_stands_on_the_page_in_the_language(client, bilingual):
    answer = client.get("/en/contact/")
    assert "Your message" in answer.content.decode()
    assert '<form class="message-form" method="post" action="/contact/"' in answer.content.decode()
    assert "private" in answer["Cache-Control"]


def test_a_message_from_there_is_thanked_for_in_the_language(client, bilingual):
    answer = client.post("/contact/", filled_in(language="en"), follow=True)
    assert "Thank you, your message has arrived" in answer.content.decode()
    assert Message.objects.get().language == "en"


def test_from_there_the_way_on_is_in_the_language_too(client, bilingual):
    assert 'class="button" href="/en/"' in client.get("/contact/bedankt/?language=en").content.decode()
    assert 'class="button" href="/"' in client.get("/contact/bedankt/").content.decode()


def test_what_is_refused_comes_back_in_the_language(client, bilingual):
    answer = client.post("/contact/", filled_in(language="en", body=""))
    assert answer.status_code == 422
    assert "Write your message." in answer.content.decode()


@pytest.mark.parametrize("language", ["xx", "nl", ""])
def test_any_other_language_is_that_of_the_contact_page(client, bilingual, language):
    answer = client.post("/contact/", filled_in(language=language), follow=True)
    assert answer.redirect_chain == [("/contact/bedankt/", 302)]


def test_a_hidden_page_answers_nobody(client, bilingual):
    bilingual.write.status = "draft"
    bilingual.write.save()
    assert '<html lang="nl">' in client.get("/contact/bedankt/?language=en").content.decode()
