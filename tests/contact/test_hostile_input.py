"""Nothing a visitor types becomes a header of a mail, code on a page or an error of the site."""

from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from django.core import mail

from contact.models import Message
from tests.contact.forms import filled_in

pytestmark = pytest.mark.django_db

INJECTION = "x\r\nBcc: victim@example.org\r\n\r\nhello"
LINES = ["name", "telephone", "source"]


@pytest.mark.parametrize("field", LINES)
def test_a_line_of_a_header_becomes_part_of_a_single_line(sent, run_jobs, recipient, field):
    value = f"/{INJECTION}" if field == "source" else INJECTION
    message = sent(**{field: value})
    assert getattr(message, field).split() == value.split()
    assert "\n" not in getattr(message, field) and "\r" not in getattr(message, field)


def test_a_mail_has_the_headers_of_the_site_and_no_other(sent, run_jobs, recipient):
    sent(name=INJECTION, telephone=INJECTION, body=INJECTION)
    run_jobs()
    message = mail.outbox[0].message()
    assert set(message) == {
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Reply-To", "Date"),
        "Message-ID",
    }
    assert message["To"] == "consultant@example.org"
    assert mail.outbox[0].recipients() == ["consultant@example.org"]


@pytest.mark.parametrize("address", ["a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", "a@b\n.nl"])
def test_an_address_that_is_more_than_one_is_refused(send, address):
    assert send(email=address).status_code == 422
    assert not Message.objects.exists()


@pytest.mark.parametrize("name", ["Zoë Ünsal", 'A "quoted", <b@example.org>', "é" * 120, "名前", "a@b.nl, c@d.nl"])
def test_any_name_becomes_one_address_to_answer_to(sent, run_jobs, recipient, name):
    sent(name=name)
    run_jobs()
    ((_name, address),) = getaddresses([str(make_header(decode_header(mail.outbox[0].message()["Reply-To"])))])
    assert address == "visitor@example.org"
    assert Message.objects.get().mail == "sent"


@pytest.mark.parametrize("field", ["name", "telephone", "body", "homepage", "stamp", "source", "email"])
@pytest.mark.parametrize(
    "value", ["\x00", "\ud800", "\u202eabc", "😀" * 50, "<script>alert(1)</script>", " ", "\x1b[2J"]
)
def test_no_sign_is_an_error_of_the_site(client, field, value):
    data = {**filled_in(), field: value.encode("utf-8", "surrogatepass")}
    response = client.post("/contact/", data)
    assert response.status_code in (302, 422)
    assert "<script>alert" not in response.content.decode()


def test_control_characters_are_taken_out_of_the_text(sent):
    assert sent(body="one\r\ntwo\x00\x1b\rthree\tfour").body == "one\ntwo\nthree\tfour"


def test_a_body_that_is_no_form_is_refused(client):
    assert client.post("/contact/", b"\xff\xfe{", content_type="application/json").status_code == 422
    assert client.post("/contact/", b"broken", content_type="multipart/form-data; boundary=x").status_code in (400, 422)


@pytest.mark.parametrize("referrer", ["http://[", "//", "http://[::1", "\x00", "x" * 5000])
def test_where_a_visitor_came_from_may_be_anything(client, referrer):
    assert client.get("/contact/", headers={"referer": referrer}).status_code == 200


def test_only_utf_8_is_read(client):
    body = '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\na@+2AA-.nl\r\n--b--\r\n'
    kind = "multipart/form-data; boundary=b; charset=utf-7"
    assert client.generic("POST", "/contact/", body, content_type=kind).status_code == 400


def test_what_was_taken_for_spam_does_not_stand_in_the_way_of_a_better_try(send):
    send(homepage="https://filled.example")
    send()
    assert sorted(Message.objects.values_list("status", flat=True)) == ["new", "spam"]
