"""The inbox in the admin."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from django.utils.html import escape
from django_tasks_db.models import DBTaskResult

from contact.mail import not_set_up
from contact.models import MAIL_IS_OVERDUE, Mail, Message, Status
from contact.tasks import delete_old_spam, mail_message
from tests.contact.factories import create_message
from tests.factories import create_user

pytestmark = pytest.mark.django_db

LIST = "/admin/contact/message/"


def form_of(message):
    return f"{LIST}{message.pk}/change/"


def act(client, action, *messages):
    return client.post(LIST, {"action": action, "_selected_action": [message.pk for message in messages]})


def status_of(message):
    return Message.objects.get(pk=message.pk).status


def test_new_messages_stand_first_and_spam_last(owner_client):
    spam, read = create_message(name="Zanzibar", status="spam"), create_message(name="Readon", status="read")
    new = create_message(name="Newton", received=timezone.now() - timedelta(days=9))
    content = owner_client.get(LIST).content.decode()
    places = [content.index(message.name) for message in (new, read, spam)]
    assert places == sorted(places)


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize("query", ["", "?q=visitor", "?status__exact=new", "?mail=problem"])
def test_a_list_costs_at_most_12_queries(owner_client, django_assert_max_num_queries, count, query):
    Message.objects.bulk_create(
        Message(name=f"Visitor {n}", email="v@example.org", body="Hello", language="nl", mail=Mail.FAILED)
        for n in range(count)
    )
    with django_assert_max_num_queries(12):
        assert owner_client.get(LIST + query).status_code == 200


def test_searching_finds_words_of_the_message(owner_client):
    create_message(name="Asker", body="About polders")
    create_message(name="Other")
    content = owner_client.get(f"{LIST}?q=polders").content.decode()
    assert "Asker" in content and "Other" not in content


def test_opening_a_new_message_marks_it_read_and_nothing_else(owner_client):
    for status, after in (("new", "read"), ("answered", "answered"), ("spam", "spam")):
        message = create_message(status=status)
        owner_client.get(form_of(message))
        assert status_of(message) == after


def test_whoever_may_only_look_marks_nothing_read(client):
    message = create_message()
    client.force_login(create_user("contact.view_message"))
    content = client.get(form_of(message)).content.decode()
    assert "send_again" not in content
    assert status_of(message) == "new"


def test_messages_can_be_neither_made_nor_changed_but_deleted(owner_client):
    message = create_message(body="As it was")
    assert owner_client.get(f"{LIST}add/").status_code == 403
    owner_client.post(form_of(message), {"body": "Changed", "name": "Changed", "status": "spam"})
    message.refresh_from_db()
    assert (message.body, message.status) == ("As it was", "new")
    owner_client.post(f"{LIST}{message.pk}/delete/", {"post": "yes"})
    assert not Message.objects.exists()


def test_a_visitors_words_are_no_code_in_the_admin(owner_client):
    message = create_message(name="<script>alert(1)</script>", body="<script>alert(2)</script>", source="/<script>")
    for address in (LIST, form_of(message)):
        assert "<script>alert" not in owner_client.get(address).content.decode()


def test_the_words_stand_in_their_paragraphs(owner_client):
    message = create_message(body="Dear & honoured\n\nBest <3")
    assert "<p>Dear &amp; honoured</p>\n\n<p>Best &lt;3</p>" in owner_client.get(form_of(message)).content.decode()


def test_signs_of_spam_are_shown_where_there_are_any(owner_client):
    assert "None" not in owner_client.get(form_of(create_message())).content.decode()
    message = create_message(spam_score=10, spam_reason="It is odd.")
    assert "It is odd. (10 " in owner_client.get(form_of(message)).content.decode()


def test_the_answer_is_a_mail_with_subject_and_quoted_words(owner_client):
    message = create_message(email="o'brien+x@example.org", body="One\nTwo & three")
    content = owner_client.get(form_of(message)).content.decode()
    address = content.split('class="button" href="')[1].split('"')[0].replace("&amp;", "&")
    assert address.startswith("mailto:o%27brien%2Bx@example.org?subject=")
    assert unquote(address).endswith("> One\r\n> Two & three")
    assert "+" not in address


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("mark_answered", "read", "answered"),
        ("mark_answered", "spam", "spam"),
        ("mark_spam", "new", "spam"),
        ("mark_no_spam", "spam", "new"),
        ("mark_no_spam", "answered", "answered"),
    ],
)
def test_actions_work_from_the_list_and_from_the_message(owner_client, action, before, after):
    one, other = create_message(status=before), create_message(status=before)
    act(owner_client, action, one)
    owner_client.post(form_of(other), {action: "1"})
    assert status_of(one) == status_of(other) == after


def test_whoever_may_only_look_can_change_nothing(client):
    message = create_message(mail=Mail.FAILED)
    client.force_login(create_user("contact.view_message"))
    for action in ("mark_spam", "mark_answered", "send_again"):
        act(client, action, message)
        assert client.post(form_of(message), {action: "1"}).status_code == 403
    message.refresh_from_db()
    assert (message.status, message.mail) == ("new", Mail.FAILED)


def test_spam_marked_by_hand_has_a_reason(owner_client):
    message = create_message()
    act(owner_client, "mark_spam", message)
    message.refresh_from_db()
    assert message.spam_reason


def test_that_no_mail_is_set_up_is_said_once_with_what_to_do_and_in_her_words(owner_client, recipient, settings):
    assert "list-explained" not in owner_client.get(LIST).text
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    for _number in range(3):
        create_message(mail=Mail.NOT_SET_UP, mail_reason=not_set_up())
    listed = owner_client.get(LIST).text
    assert listed.count(escape(not_set_up())) == 1 and "EMAIL_URL" not in listed
    assert escape(not_set_up()) in owner_client.get(form_of(Message.objects.first())).text


@pytest.mark.parametrize("outcome", [Mail.FAILED, Mail.NOT_SET_UP])
def test_mail_that_failed_is_red_and_can_be_sent_again(owner_client, run_jobs, recipient, mailoutbox, outcome):
    message = create_message(mail=outcome, mail_reason="The cable is cut")
    listed, form = owner_client.get(LIST).text, owner_client.get(form_of(message)).text
    assert "mail-problem" in listed and "mail-problem" in form and "The cable is cut" in form
    owner_client.post(form_of(message), {"send_again": "1"})
    run_jobs()
    message.refresh_from_db()
    assert (message.mail, len(mailoutbox)) == (Mail.SENT, 1)
    assert "mail-problem" not in owner_client.get(LIST).content.decode()


def test_mail_that_waits_for_a_worker_that_does_not_run_is_red_as_well(owner_client, run_jobs, recipient, mailoutbox):
    message = create_message()
    assert "mail-problem" not in owner_client.get(LIST).content.decode()
    Message.objects.update(mail_moment=timezone.now() - MAIL_IS_OVERDUE - timedelta(seconds=1))
    for address in (LIST, f"{LIST}?mail=problem", form_of(message)):
        assert "mail-problem" in owner_client.get(address).content.decode()
    act(owner_client, "send_again", message)
    run_jobs()
    assert len(mailoutbox) == 1


def test_mail_that_was_sent_is_not_sent_again(owner_client, run_jobs, recipient, mailoutbox):
    response = act(owner_client, "send_again", create_message(mail=Mail.SENT))
    run_jobs()
    assert mailoutbox == []
    assert list(get_messages(response.wsgi_request)) == []


def test_what_is_no_spam_is_mailed_after_all(owner_client, run_jobs, recipient, mailoutbox):
    act(owner_client, "mark_no_spam", create_message(status="spam", mail=Mail.WITHHELD))
    run_jobs()
    assert len(mailoutbox) == 1


def test_the_start_page_counts_new_messages_and_failed_mail(owner_client, client):
    assert "inbox-notice" not in owner_client.get("/admin/").content.decode()
    create_message(mail=Mail.FAILED)
    create_message(mail=Mail.NOT_SET_UP, status="read")
    create_message(mail=Mail.FAILED, status="spam")
    content = owner_client.get("/admin/").content.decode()
    assert f'href="{LIST}?status__exact=new">1 ' in content
    assert f'href="{LIST}?mail=problem">2 ' in content
    client.force_login(create_user("pages.view_page"))
    assert "inbox-notice" not in client.get("/admin/").content.decode()


def test_spam_is_deleted_after_30_days_and_nothing_else_is(owner_client):
    now = timezone.now()
    create_message(status="spam", spam_since=now - timedelta(days=30, minutes=1))
    kept = [create_message(status="spam", spam_since=now - timedelta(days=30) + timedelta(minutes=1))]
    kept += [create_message(status=status, received=now - timedelta(days=900)) for status in Status if status != "spam"]
    assert delete_old_spam.call() == 1
    assert set(Message.objects.all()) == set(kept)


def test_an_old_message_that_is_marked_as_spam_today_is_kept_as_long_as_any(owner_client):
    message = create_message(received=timezone.now() - timedelta(days=40))
    owner_client.post(LIST, {"action": "mark_spam", "_selected_action": [message.pk]})
    assert Message.objects.get(pk=message.pk).is_spam
    assert delete_old_spam.call() == 0


def test_the_start_page_tells_of_jobs_that_failed(owner_client, client):
    assert "Achtergrondtaken" in owner_client.get("/admin/").content.decode()
    assert "achtergrondta" not in owner_client.get("/admin/").content.decode().split("inbox-notice")[-1][:300]
    job = mail_message.enqueue(0)
    DBTaskResult.objects.filter(pk=job.id).update(status="FAILED", exception_class_path="builtins.ValueError")
    notice = owner_client.get("/admin/").content.decode().split("inbox-notice__failed")[1][:300]
    assert "/admin/django_tasks_database/dbtaskresult/" in notice
    client.force_login(create_user("pages.view_page"))
    assert "inbox-notice" not in client.get("/admin/").content.decode()
