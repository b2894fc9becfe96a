"""Two editors at work at once never wait for each other longer than a write takes, and never see a locked database."""

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.admin import PageAdmin
from pages.models import Page
from publishing.models import Autosave, Revision
from tests.autosave.typing import Form, typed_of
from tests.factories import create_owner, create_page

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite has one lock for all that is written"),
]

PREVIEW = "/admin/editor/preview/"


def signed_in(username):
    client = Client()
    client.force_login(create_owner(username=username))
    return client


@pytest.fixture
def writing():
    """A connection of somebody else, in the middle of a write."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def written(queries):
    return [query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "PRAGMA"))]


def test_opening_and_previewing_write_nothing_and_typing_writes_once():
    client, page = signed_in("consultant"), create_page()
    form = Form(client, page)
    with CaptureQueriesContext(connection) as queries:
        client.get(form.address)
        client.post(PREVIEW, {"content": "Words", "checklist": "pages.page", "key": page.pk})
    assert written(queries) == []
    for _first_and_next in range(2):
        with CaptureQueriesContext(connection) as queries:
            form.send(text="Words")
        assert len(written(queries)) == 1


def test_while_somebody_writes_one_reads_and_previews(request):
    client, page = signed_in("consultant"), create_page(text="Words")
    request.getfixturevalue("writing")
    assert Form(client, page).value("text") == "Words"
    assert client.post(PREVIEW, {"content": "**Words**"}).status_code == 200


def test_a_database_that_stays_locked_is_told_of_and_goes_on_later(request):
    client, page = signed_in("consultant"), create_page()
    form = Form(client, page)
    other = request.getfixturevalue("writing")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    answer = form.send(text="Typed with care")
    assert answer.status_code == 503
    assert answer.json()["problem"]
    other.execute("ROLLBACK")
    assert form.send().status_code == 200
    assert typed_of(page)["text"] == ["Typed with care"]
    connection.close()


def test_a_full_disk_is_told_of():
    client, page = signed_in("consultant"), create_page()
    form = Form(client, page)
    with connection.cursor() as cursor:
        # Other tests leave empty pages behind, which would hold it.
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    answer = form.send(text="word " * 40_000)
    assert answer.status_code == 503
    assert answer.json()["problem"]
    assert not Autosave.objects.exists()
    connection.close()


def edit(form, page, until, rounds):
    """One editor: types, looks at the preview, and saves now and then; gives what was answered."""
    answers = []
    try:
        while len(answers) < 2 * rounds or time.monotonic() < until:
            text = f"{form.tab} {len(answers)}. " + "word " * 2_000
            typed = {"content": text, "checklist": "pages.page", "key": page.pk}
            answers += [form.client.post(PREVIEW, typed).status_code, form.send(text=text).status_code]
            if len(answers) % 10 == 0:
                answers.append(form.save().status_code)
                form.based_on = Revision.objects.of(page).latest("pk").pk
                answers.append(form.client.post(PREVIEW, typed).status_code)
        return answers
    finally:
        connections.close_all()


def save_and_close(form):
    """A new item is sent."""
    try:
        form.save(title="New", text="Some words")
    finally:
        connections.close_all()


def hammer(*, editors, rounds, seconds=0):
    """People at work, each on a page of their own, as fast as they can; gives what they were answered."""
    pages = [create_page(title=f"Page {number}", status="draft") for number in range(editors)]
    # What a test sees of an answer's context is of all threads together.
    forms = [Form(signed_in(f"editor-{page.pk}"), page, tab=f"tab-{page.pk}") for page in pages]
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(editors) as pool:
        done = pool.map(edit, forms, pages, [until] * editors, [rounds] * editors)
        return [answer for answers in done for answer in answers]


def test_two_editors_at_once_never_meet_a_locked_database():
    assert set(hammer(editors=2, rounds=8)) == {200}
    assert {page.text[:4] for page in Page.objects.filter(section="")} == {"tab-"}


def test_a_new_item_that_is_sent_twice_at_the_same_time_is_made_once(monkeypatch):
    form, ask = Form(signed_in("consultant")), PageAdmin._saved_already
    once_more = threading.Thread(target=save_and_close, args=[form])

    def ask_and_meet_the_other(admin, request):
        saved = ask(admin, request)
        if not once_more.ident:
            once_more.start()
            # It comes through here, or waits for this one to be saved.
            once_more.join(timeout=1)
        return saved

    monkeypatch.setattr(PageAdmin, "_saved_already", ask_and_meet_the_other)
    save_and_close(form)
    once_more.join()
    assert Page.objects.filter(title="New").count() == 1


@pytest.mark.long
def test_four_editors_hammering_never_meet_a_locked_database():
    answers = hammer(editors=4, rounds=8, seconds=20)
    assert len(answers) > 100
    assert set(answers) == {200}
