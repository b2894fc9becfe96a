"""The mail that tells the consultant of a message, and what became of it."""

import logging
import smtplib
import socket
from email.utils import formataddr
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.encoding import punycode
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from contact.models import Mail, Message

logger = logging.getLogger(__name__)

# Backends by which a mail reaches nobody.
_NOWHERE = {f"django.core.mail.backends.{name}.EmailBackend" for name in ("console", "dummy")}
# Seconds for the whole of it: EMAIL_TIMEOUT bounds each answer, and a server may give one letter at a time.
DEADLINE = 30
# A flood in the inbox need not become one in the mailbox, which would have the mail server refuse the site.
MAILS_AN_HOUR = 100


def has_room() -> bool:
    """Whether another mail may go out this hour."""
    return Message.objects.mailed_lately().count() < MAILS_AN_HOUR


def send(message: Message) -> str:
    """Mail a stored message, keep what became of that beside it, and give it (of `Mail`). Never raises for mail."""
    with translation.override(settings.LANGUAGE_CODE):
        outcome, reason = _attempt(message)
    message.record_mail(outcome, reason)
    return str(outcome)


def not_set_up() -> str:
    """What keeps any mail from being sent, and what to do about it, to whoever reads the messages; else empty."""
    return _not_set_up(_recipient())


def _recipient():
    return import_string(settings.MESSAGE_RECIPIENT)()


def _not_set_up(recipient):
    if settings.EMAIL_BACKEND in _NOWHERE:
        return _("This site sends no mail yet, so look here for messages. Ask whoever looks after it to set up mail.")
    return "" if recipient else _("Nobody is named to send it to: fill in a mail address in the profile.")


def _attempt(message):
    recipient = _recipient()
    if reason := _not_set_up(recipient):
        return Mail.NOT_SET_UP, reason
    try:
        _within(DEADLINE, _mail(message, recipient).send)
    # Whatever a mail server or a library makes of it, the message stays and the reason is shown.
    except Exception as error:
        logger.warning("The mail about message %s was not sent: %s", message.pk, error.__class__.__name__)
        return Mail.FAILED, _in_words(error)
    return Mail.SENT, ""


def _mail(message, recipient):
    return EmailMessage(
        subject=_("Message by the site from %(name)s") % {"name": message.name},
        body=render_to_string("contact/mail.txt", {"message": message, "site_url": settings.SITE_URL}),
        to=[recipient],
        reply_to=[formataddr((message.name, _in_ascii(message.email)))],
    )


def _in_ascii(address):
    """An address as every mail server takes it: its domain in the form of RFC 3492."""
    user, _at, domain = address.rpartition("@")
    return f"{user}@{punycode(domain)}"


def _within(seconds, call):
    """Do something that may hang in a thread that is left behind then; raises TimeoutError, or what it raised."""
    raised = []

    def run():
        try:
            call()
        except Exception as error:
            raised.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if raised:
        raise raised[0]


def _in_words(error):
    match error:
        case smtplib.SMTPAuthenticationError():
            return _("The mail server refuses the name and password of this site.")
        case smtplib.SMTPRecipientsRefused():
            return _("The mail server takes no mail for this address.")
        case TimeoutError():
            return _("The mail server did not answer in time.")
        case socket.gaierror() | ConnectionError() | smtplib.SMTPServerDisconnected():
            return _("The mail server can't be reached, or broke off.")
    return _("The mail server did not take it (%(reason)s).") % {"reason": f"{type(error).__name__}: {error}"}
