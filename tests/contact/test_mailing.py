"""A message is stored first and mailed by a job after; what became of the mail is kept beside it."""

import smtplib
import socket
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from contact.models import Mail, Message
from contact.tasks import mail_again, mail_message
from pages.models import Profile

pytestmark = pytest.mark.django_db


def test_the_mail_goes_to_the_consultant_and_its_answer_to_the_visitor(sent, run_jobs, recipient):
    message = sent(telephone="030 000 00 00")
    assert mail.outbox == []
    run_jobs()
    (letter,) = mail.outbox
    assert letter.to == ["consultant@example.org"]
    assert letter.reply_to == ["A Visitor <visitor@example.org>"]
    assert "A Visitor" in letter.subject
    for part in ("May I ask something?", "030 000 00 00", f"http://localhost:8000{message.get_admin_url()}"):
        assert part in letter.body
    message.refresh_from_db()
    assert message.mail == Mail.SENT
    assert message.mail_moment


def test_the_profile_says_where_messages_go_before_the_environment_does(sent, run_jobs, recipient):
    profile = Profile.objects.create(email="shown@example.org")
    sent(body="1")
    run_jobs()
    profile.message_recipient = "hidden@example.org"
    profile.save()
    sent(body="2")
    run_jobs()
    assert [letter.to for letter in mail.outbox] == [["shown@example.org"], ["hidden@example.org"]]


def test_without_a_recipient_mail_is_not_set_up(sent, run_jobs):
    message = sent()
    run_jobs()
    message.refresh_from_db()
    assert message.mail == Mail.NOT_SET_UP
    assert message.mail_reason


@pytest.mark.parametrize("backend", ["console", "dummy"])
def test_a_mail_that_is_only_written_to_the_log_is_not_set_up(sent, run_jobs, recipient, settings, backend):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    message = sent()
    run_jobs()
    message.refresh_from_db()
    assert message.mail == Mail.NOT_SET_UP


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TimeoutError(), "did not answer in time"),
        (ConnectionRefusedError(), "can't be reached"),
        (socket.gaierror(), "can't be reached"),
        (smtplib.SMTPServerDisconnected(), "can't be reached"),
        (smtplib.SMTPAuthenticationError(535, b"no"), "name and password"),
        (smtplib.SMTPRecipientsRefused({}), "takes no mail for this address"),
        (ValueError("x" * 1000), "did not take it"),
    ],
)
def test_a_failure_is_kept_in_plain_words_and_the_message_stays(
    sent, run_jobs, recipient, settings, monkeypatch, error, words
):
    def fail(letter):
        raise error

    settings.LANGUAGE_CODE = "en"
    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    message = sent()
    with translation.override("nl"):
        run_jobs()
    message.refresh_from_db()
    assert message.mail == Mail.FAILED
    assert words in message.mail_reason


def test_it_can_be_sent_again_once_the_mail_is_mended(sent, run_jobs, settings):
    message = sent()
    run_jobs()
    settings.CONTACT_RECIPIENT = "consultant@example.org"
    message.refresh_from_db()
    mail_again(message)
    run_jobs()
    message.refresh_from_db()
    assert message.mail == Mail.SENT
    assert message.mail_reason == ""


def test_a_job_that_runs_twice_mails_once(sent, run_jobs, recipient):
    message = sent()
    mail_message.enqueue(message.pk)
    run_jobs()
    assert len(mail.outbox) == 1
    assert DBTaskResult.objects.successful().count() == 2


def test_a_message_that_was_deleted_in_the_meantime_fails_nothing(sent, run_jobs, recipient):
    sent().delete()
    run_jobs()
    assert DBTaskResult.objects.successful().count() == 1
    assert mail.outbox == []


def test_message_and_job_are_stored_together_or_not_at_all(client, send, monkeypatch):
    from django.db import DatabaseError

    def fail(*arguments):
        raise DatabaseError

    monkeypatch.setattr("django_tasks_db.backend.DatabaseBackend.enqueue", fail)
    assert send().status_code == 503
    assert not Message.objects.exists()


def test_of_a_flood_what_is_too_much_is_mailed_later(sent, run_jobs, recipient, monkeypatch):
    monkeypatch.setattr("contact.mail.MAILS_AN_HOUR", 2)
    for number in range(3):
        sent(body=f"Number {number}")
    run_jobs()
    assert len(mail.outbox) == 2
    last = Message.objects.latest("pk")
    assert last.mail == Mail.WAITING and last.mail_reason
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1)):
        run_jobs()
    assert len(mail.outbox) == 3
    assert Message.objects.get(pk=last.pk).mail == Mail.SENT


def test_an_address_with_an_accent_in_its_domain_is_answered_by_mail_too(sent, run_jobs, recipient):
    sent(email="jan@müller.example")
    run_jobs()
    assert mail.outbox[0].reply_to == ["A Visitor <jan@xn--mller-kva.example>"]


def test_of_a_message_that_was_deleted_meanwhile_nothing_is_kept(sent, run_jobs, recipient):
    message = sent()
    Message.objects.all().delete()
    message.record_mail(Mail.SENT)
    assert not Message.objects.exists()
