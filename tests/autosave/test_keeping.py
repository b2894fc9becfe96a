"""What is typed is kept every few seconds: shortly, for one person, and only whole."""

import json
import time

import pytest
from django.contrib.auth.models import Permission
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from publishing import markdown
from publishing.autosave import autosaves
from publishing.autosave.views import LONGEST
from publishing.models import Autosave
from tests.autosave.typing import ADDRESS, Form, typed_of
from tests.factories import create_owner, create_page, create_user

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_kept_as_it_was_typed(owner_client):
    page = create_page(title="Offer", text="Old")
    form = Form(owner_client, page)
    answer = form.send(text="Typed with care", published_at_0="next week", title="")
    assert answer.status_code == 200
    assert typed_of(page)["text"] == ["Typed with care"]
    assert (typed_of(page)["published_at_0"], typed_of(page)["title"]) == (["next week"], [""])
    page.refresh_from_db()
    assert page.text == "Old"


def test_it_counts_up_and_keeps_the_last(owner_client):
    page = create_page()
    form = Form(owner_client, page)
    versions = [form.send(text=text).json()["version"] for text in ("One", "One two", "One two three")]
    assert versions == [versions[0], versions[0] + 1, versions[0] + 2]
    assert typed_of(page)["text"] == ["One two three"]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("status", ["draft", "published"])
def test_it_costs_few_queries(owner_client, times, status):
    form = Form(owner_client, create_page(status=status))
    for _ in range(times - 1):
        form.send()
    with CaptureQueriesContext(connection) as queries:
        assert form.send(text="More").status_code == 200
    assert len(queries) <= 8
    writes = [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert len(writes) == 1


def test_it_is_quick_for_a_long_text_and_renders_nothing(owner_client, monkeypatch):
    form = Form(owner_client, create_page())
    form.send(text="w" * 30_000)
    monkeypatch.setattr(markdown, "render", lambda *_args, **_options: pytest.fail("rendered"))
    spent = []
    for _ in range(5):
        before = time.process_time()
        form.send(text="word and " * 3_333)
        spent.append(time.process_time() - before)
    assert min(spent) < 0.05


def test_nothing_is_kept_for_who_is_signed_out(owner_client, client):
    form = Form(owner_client, create_page())
    body = json.dumps(form.body())
    owner_client.logout()
    assert owner_client.post(ADDRESS, body, content_type="application/json").status_code == 401
    assert not Autosave.objects.exists()


def test_nothing_of_one_person_is_kept_for_the_next_at_the_same_desk(owner_client):
    form = Form(owner_client, create_page())
    body = json.dumps(form.body())
    owner_client.force_login(create_owner())
    answer = owner_client.post(ADDRESS, body, content_type="application/json")
    assert answer.status_code == 401
    assert answer.json()["problem"]
    assert not Autosave.objects.exists()


def test_who_may_no_longer_change_it_is_told(client):
    writer = create_user("pages.view_page", "pages.change_page", "pages.publish_page")
    client.force_login(writer)
    form = Form(client, create_page())
    writer.user_permissions.remove(Permission.objects.get(codename="publish_page"))
    answer = form.send(text="Too late")
    assert answer.status_code == 403
    assert answer.json()["problem"]
    assert not Autosave.objects.exists()


def test_a_new_item_asks_for_the_permission_to_add(client):
    writer = create_user("pages.add_page", "pages.change_page")
    client.force_login(writer)
    form = Form(client)
    assert form.send(title="New").status_code == 200
    writer.user_permissions.remove(Permission.objects.get(codename="add_page"))
    assert form.send(title="Newer").status_code == 403


@pytest.mark.parametrize("cut", [1, 40, 4000])
def test_a_body_that_was_cut_off_is_not_kept(owner_client, cut):
    page = create_page()
    form = Form(owner_client, page)
    form.send(text="Whole")
    form.fields["text"] = "word " * 2000
    assert form.send(json.dumps(form.body())[:-cut]).status_code == 400
    assert typed_of(page)["text"] == ["Whole"]


@pytest.mark.parametrize(
    "wrong",
    [
        *({"kind": "auth.user"}, {"kind": []}, {"uuid": "x"}, {"uuid": 3}, {"based_on": -1}, {"version": "x"}),
        *({"version": 2**64}, {"fields": []}, {"fields": {"text": [1]}}, {"fields": None}, {"user": None}),
        *({"fields": {"text": ["x"] * 2000}}, {"based_on": float("inf")}, {"version": float("nan")}),
    ],
)
def test_what_is_no_such_request_is_refused(owner_client, wrong):
    form = Form(owner_client, create_page())
    assert form.send(json.dumps({**form.body(), **wrong})).status_code == 400
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("tab", ["\ud800", "\0"])
def test_what_no_database_holds_stands_in_no_way(owner_client, tab):
    page = create_page()
    form = Form(owner_client, page)
    assert form.send(json.dumps({**form.body(), "tab": tab, "fields": {"text": ["Typed" + tab]}})).status_code == 200
    assert typed_of(page)["text"][0].startswith("Typed")


@pytest.mark.parametrize("body", ["", "[]", "null", "{}", "[" * 100_000])
def test_what_is_no_json_object_of_a_form_is_refused(owner_client, body):
    assert owner_client.post(ADDRESS, body, content_type="application/json").status_code == 400


def test_a_text_that_is_too_long_to_be_saved_is_kept_all_the_same(owner_client):
    page = create_page()
    assert Form(owner_client, page).send(text="w" * (markdown.MAX_LENGTH + 1)).status_code == 200
    assert len(typed_of(page)["text"][0]) == markdown.MAX_LENGTH + 1


def test_far_too_much_is_refused_with_a_sentence(owner_client):
    answer = Form(owner_client, create_page()).send(text="w" * LONGEST)
    assert answer.status_code == 413
    assert answer.json()["problem"]
    assert not Autosave.objects.exists()


def test_signs_that_a_database_can_not_hold_are_left_out(owner_client):
    page = create_page()
    Form(owner_client, page).send(text="a\0b\ud83dc 😀")
    assert typed_of(page)["text"] == ["ab�c 😀"]


@pytest.mark.parametrize("error", ["database is locked", "database or disk is full"])
def test_a_database_that_can_not_keep_it_is_told_of(owner_client, monkeypatch, error):
    form = Form(owner_client, create_page())

    def fail(*_arguments):
        raise OperationalError(error)

    monkeypatch.setattr(autosaves, "keep", fail)
    answer = form.send(text="Typed with care")
    assert answer.status_code == 503
    assert answer.json()["problem"]


def test_what_is_no_field_of_an_item_is_not_kept(owner_client):
    page = create_page()
    Form(owner_client, page).send(csrfmiddlewaretoken="x", _save="", uuid="y")
    assert {"csrfmiddlewaretoken", "_save", "uuid"}.isdisjoint(typed_of(page))


def test_it_costs_no_more_where_somebody_else_has_saved(owner_client, client):
    page = create_page()
    Form(owner_client, page).save(text="First")
    form = Form(owner_client, page)
    colleague = type(client)()
    colleague.force_login(create_owner(username="els"))
    Form(colleague, page).save(text="Hers")
    form.send(text="Mine")
    with CaptureQueriesContext(connection) as queries:
        assert form.send(text="Mine too").json()["newer"]
    assert len(queries) <= 8


def test_others_at_work_are_named(owner_client, client):
    page = create_page()
    colleague = type(client)()
    colleague.force_login(create_owner(username="els", first_name="Els", last_name="Example"))
    Form(colleague, page).send(text="Hers")
    assert "Els Example" in Form(owner_client, page).send(text="Mine").json()["others"]


def test_others_are_no_longer_named_after_a_while(owner_client, client, time_machine):
    page = create_page()
    colleague = type(client)()
    colleague.force_login(create_owner(username="els", first_name="Els"))
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    Form(colleague, page).send(text="Hers")
    time_machine.move_to("2026-11-24T12:02:01Z", tick=False)
    assert Form(owner_client, page).send(text="Mine").json()["others"] == ""


def test_a_get_is_refused(owner_client):
    assert owner_client.get(ADDRESS).status_code == 405
