"""Against mail servers that hang, refuse or lie: the message stays, with what became of its mail."""

import time

import pytest

from contact import mail
from contact.models import Mail
from tests.contact import servers
from tests.contact.servers import mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailed_by(sent, run_jobs, recipient, settings, monkeypatch):
    """What a message looks like once it was mailed by such a server; patience is short here."""

    def mailed_by(talk):
        with mail_server(talk) as port:
            settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
            settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 0.3
            monkeypatch.setattr(mail, "DEADLINE", 1)
            message = sent()
            run_jobs()
        message.refresh_from_db()
        return message

    return mailed_by


@pytest.mark.parametrize(
    "talk",
    [
        servers.hangs,
        servers.dribbles,
        servers.speaks_nonsense,
        servers.breaks_off,
        servers.refuses_everything,
        servers.answers(to_data=b"550 not that\r\n"),
        servers.answers(to_data=b"452 disk full\r\n"),
        servers.answers(to_data=b"gibberish\r\n"),
    ],
    ids=["hangs", "dribbles", "nonsense", "breaks off", "refuses", "refuses the letter", "is full", "lies"],
)
def test_a_bad_server_costs_no_message_and_little_time(mailed_by, talk):
    began = time.monotonic()
    message = mailed_by(talk)
    assert time.monotonic() - began < 5
    assert message.mail == Mail.FAILED
    assert message.mail_reason
    assert message.body == "May I ask something?"


def test_a_good_server_gets_the_letter(mailed_by):
    assert mailed_by(servers.answers(to_data=b"250 taken\r\n")).mail == Mail.SENT
