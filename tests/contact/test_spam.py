"""What looks like spam gets points with their reasons, and nobody is refused for it."""

import pytest
from django.utils import translation

from contact.models import Mail, Message, Status
from tests.contact.forms import stamp_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ({}, 0),
        ({"body": "See https://example.org"}, 10),
        ({"stamp": ""}, 30),
        ({"stamp": "1790000000:forged"}, 30),
        ({"seconds_ago": 1}, 30),
        ({"seconds_ago": 2 * 24 * 3600}, 10),
        ({"homepage": "https://example.org"}, 60),
        ({"body": "http://a http://b www.c"}, 30),
        ({"body": "<a href=x>y</a> [url=z]"}, 30),
        ({"name": "https://example.org"}, 40),
    ],
    ids=["nothing", "a link", "no stamp", "forged", "fast", "old", "honeypot", "links", "code", "name"],
)
def test_each_sign_counts_with_its_reason(send, fields, points):
    fields = dict(fields)
    if seconds_ago := fields.pop("seconds_ago", None):
        fields["stamp"] = stamp_of(seconds_ago)
    assert send(**fields).status_code == 302
    message = Message.objects.get()
    assert message.spam_score == points
    assert bool(message.spam_reason) == bool(points)


def test_enough_signs_make_spam_and_spam_is_not_mailed(sent, run_jobs, recipient, mailoutbox):
    message = sent(stamp="", body="http://a http://b http://c")
    run_jobs()
    assert (message.status, message.mail) == (Status.SPAM, Mail.WITHHELD)
    assert len(message.spam_reason.splitlines()) == 2
    assert mailoutbox == []


def test_a_person_whose_form_was_open_for_days_is_no_spam(sent):
    assert sent(stamp=stamp_of(9 * 24 * 3600), body="See https://example.org").status == Status.NEW


def test_the_reasons_are_in_the_language_of_the_site(sent, settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("nl"):
        assert sent(stamp="").spam_reason == "The form came without its time stamp."
