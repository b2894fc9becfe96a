"""The own details are changed by whoever knows the present password."""

from django.urls import reverse

DETAILS = {"first_name": "Anna", "last_name": "", "email": "new@example.org"}


def send(client, password):
    return client.post(reverse("admin:account"), {**DETAILS, "present_password": password})


def test_a_wrong_password_changes_nothing_and_keeps_what_was_typed(owner_client, owner):
    answer = send(owner_client, "not the password")
    owner.refresh_from_db()
    assert (owner.first_name, owner.email) == ("", "")
    assert 'value="new@example.org"' in answer.text
    assert answer.wsgi_request.user.first_name == ""


def test_the_present_password_stores_the_details_and_nothing_else(owner_client, owner):
    password = owner.password
    assert send(owner_client, "a long password of a test").status_code == 302
    owner.refresh_from_db()
    assert (owner.first_name, owner.email, owner.username) == ("Anna", "new@example.org", "consultant")
    assert owner.password == password


def test_a_mail_address_is_demanded(owner_client, owner):
    answer = owner_client.post(reverse("admin:account"), {"present_password": "a long password of a test"})
    assert answer.context["form"].errors.keys() == {"email"}


def test_a_visitor_is_asked_to_sign_in(client, db):
    assert client.get(reverse("admin:account")).status_code == 302
