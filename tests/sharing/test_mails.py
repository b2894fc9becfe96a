"""Mails are plain text that says who, what and where to answer, and that every mail server takes."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from contact.mail import send
from tests.contact.factories import create_message

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
ODD = 'J. "Jan" & <b>Co</b> ’t Élan'
# RFC 5322, 2.1.1.
LONGEST_LINE = 998


@pytest.fixture(autouse=True)
def recipient(settings):
    settings.CONTACT_RECIPIENT = "consultant@example.org"


def mailed(**fields):
    """The mail about such a message."""
    send(create_message(received=MOMENT, **fields))
    return mail.outbox[-1]


def reset_mail(client, owner):
    owner.email = "consultant@example.org"
    owner.save()
    client.post(reverse("admin_password_reset"), {"email": owner.email})
    return mail.outbox[-1]


def read(letter):
    """The mail as a program reads it that got it over the line."""
    return message_from_bytes(letter.message().as_bytes(), policy=policy.default)


def test_a_message_says_who_wrote_what_when_and_where_to_answer(settings):
    settings.LANGUAGE_CODE = "en"
    letter = mailed(name="A Visitor", telephone="030 000 00 00", source="/offer/", body="May I ask?\n\nThanks.")
    assert letter.subject == "Message by the site from A Visitor"
    lines = letter.body.splitlines()
    assert lines[:4] == ["A Visitor wrote by the contact form on 3 November 2026, 09:30:", "", "May I ask?", ""]
    for line in ("Name: A Visitor", "Mail: visitor@example.org", "Telephone: 030 000 00 00", "Came from: /offer/"):
        assert line in lines
    assert lines[-1].startswith("http://localhost:8000/admin/contact/message/")
    assert not [line for line in lines[:-1] if len(line) > 72]


def test_what_was_not_filled_in_takes_no_line(settings):
    settings.LANGUAGE_CODE = "en"
    body = mailed().body
    assert "Telephone" not in body and "Came from" not in body
    assert "\n\n\n" not in body


def test_nothing_is_escaped_as_if_it_were_html():
    letter = mailed(name=ODD, body=f"{ODD} & more")
    assert ODD in letter.subject and f"{ODD} & more" in letter.body
    assert read(letter)["Subject"].strip() == letter.subject
    assert "&amp;" not in read(letter).get_content() and "&#x27;" not in read(letter).get_content()


@pytest.mark.parametrize("body", ["w" * 10_000, "word " * 2_000, "é" * 5_000, "\n.\n.. dots\nFrom here"])
def test_long_lines_and_odd_ones_arrive_as_they_were_typed(body):
    letter = mailed(body=body, name="n" * 120)
    raw = letter.message().as_bytes(linesep="\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= LONGEST_LINE
    assert body.strip() in read(letter).get_content()


def test_a_mail_is_text_alone(client, owner):
    for letter in (mailed(), reset_mail(client, owner)):
        assert read(letter).get_content_type() == "text/plain"
        assert "<" not in letter.body


def test_who_forgot_the_password_reads_what_to_do(client, owner, settings):
    with translation.override("en"):
        letter = reset_mail(client, owner)
    assert letter.subject == "A new password for localhost:8000"
    lines = letter.body.splitlines()
    link = next(line for line in lines if line.startswith("http://localhost:8000/admin/password_reset/"))
    assert client.get(link).status_code == 302
    assert f"Your user name: {owner.username}" in lines
    assert "The link works once, for 3 days." in lines
    assert not [line for line in lines if len(line) > 72 and line != link]
