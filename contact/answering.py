"""Answering a message in the mail program of whoever reads it."""

from urllib.parse import quote, urlencode

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contact.models import Message

# Mail programs take addresses of about 2,000 signs.
QUOTED = 800


def answer_url(message: Message) -> str:
    """A `mailto:` with subject and quoted words, in the language of the page the message was written on."""
    with translation.override(message.language):
        day = date_format(timezone.localtime(message.received), "j F Y")
        subject = _("Your message of %(day)s") % {"day": day}
    words = message.body if len(message.body) <= QUOTED else f"{message.body[:QUOTED]} …"
    quoted = "\r\n".join(f"> {line}" for line in words.splitlines())
    parts = urlencode({"subject": subject, "body": f"\r\n\r\n{quoted}"}, quote_via=quote)
    return f"mailto:{quote(message.email, safe='@')}?{parts}"
