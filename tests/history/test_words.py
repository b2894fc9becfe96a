"""An entry of the log is told in words, whatever version of the site wrote it."""

import json

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

from consultancy.history.verbs import VERBS
from consultancy.history.words import told
from pages.models import Page
from publishing import history
from tests.factories import create_page, create_user
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def sandra(db):
    return create_user(username="sandra", first_name="Sandra")


@pytest.fixture(autouse=True)
def in_english(settings):
    from django.utils import translation

    with translation.override("en"):
        yield


def entry(user, message, flag=CHANGE, title="Silence", model=Page):
    return LogEntry(
        user=user,
        content_type=ContentType.objects.get_for_model(model),
        object_id="1",
        object_repr=title,
        action_flag=flag,
        change_message=message if isinstance(message, str) else json.dumps(message),
    )


def sentences(one):
    return [str(sentence) for sentence in told(one).sentences]


def latest():
    return LogEntry.objects.select_related("user", "content_type").latest("pk")


def test_what_was_done_names_the_person_the_kind_and_the_title(sandra):
    history.note(sandra, create_post(title="Silence"), "published")
    assert sentences(latest()) == ["Sandra published the post “Silence”"]


def test_a_move_says_from_where_and_to_where(sandra):
    history.note(sandra, create_page(title="Silence"), "moved", old="/a/", new="/b/")
    assert sentences(latest()) == ["Sandra moved the page “Silence” from /a/ to /b/"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_words_without_any_detail(sandra, verb):
    history.note(sandra, create_page(title="Silence"), verb)
    (sentence,) = sentences(latest())
    assert sentence.startswith("Sandra ") and "“Silence”" in sentence


def test_a_verb_of_another_version_is_told_as_such(sandra):
    history.note(sandra, create_page(title="Silence"), "levitated", height=3)
    assert "levitated" in sentences(latest())[0]


@pytest.mark.parametrize(
    "message", ["", "[]", "{", "null", "[1]", "[null]", '["x"]', '{"a": 1}', "Plain words.", '[{"changed": null}]',
                '[{"moved": {"old": "/a/"}}]', '[{"changed": {"fields": 3}}]', '[{"scheduled": {"moment": "soon"}}]']
)  # fmt: skip
def test_no_message_breaks_the_words(sandra, message):
    assert all("Sandra" in sentence for sentence in sentences(entry(sandra, message)))
    assert told(entry(sandra, message)).sentences


def test_fields_are_named_and_many_are_counted(sandra):
    one = told(entry(sandra, [{"changed": {"fields": [f"field {number}" for number in range(9)]}}]))
    assert (str(one.sentences[0]), one.fields.endswith("3 more")) == ("Sandra changed the page “Silence”", True)


def test_a_row_beside_the_item_is_a_change_of_the_item(sandra):
    one = told(entry(sandra, [{"added": {"name": "link", "object": "A network"}}]))
    assert (str(one.sentences[0]), one.fields) == ("Sandra changed the page “Silence”", "link")


def test_what_is_made_and_published_at_once_is_told_as_both(sandra):
    assert sentences(entry(sandra, [{"added": {}}, {"published": {}}], ADDITION)) == [
        "Sandra made the page “Silence”",
        "Sandra published the page “Silence”",
    ]


def test_a_deletion_of_django_is_told(sandra):
    assert sentences(entry(sandra, "", DELETION)) == ["Sandra deleted the page “Silence”"]


def test_titles_and_names_are_no_html(sandra):
    sandra.first_name = "<b>S</b>"
    (sentence,) = sentences(entry(sandra, [{"published": {}}], title='<script>"{who}'))
    assert "<b>" not in sentence and "<script>" not in sentence and "{who}" in sentence


def test_a_kind_that_is_no_more_is_told(sandra):
    one = entry(sandra, [{"published": {}}])
    one.content_type = ContentType(app_label="forum", model="thread")
    assert sentences(one) == ["Sandra published something that is no more “Silence”"]


def test_who_wrote_a_message_is_not_told(sandra):
    from contact.models import Message

    assert "Vera" not in sentences(entry(sandra, "", DELETION, title="Vera", model=Message))[0]


def test_what_has_no_user_is_named_as_what_it_is(db):
    page = create_page(title="Silence")
    history.note(history.IMPORT, page, "imported")
    history.note(history.WORKER, page, "purged")
    told_of = [sentences(one)[0] for one in LogEntry.objects.select_related("user", "content_type").order_by("pk")]
    assert told_of == [
        "The import took in the page “Silence”",
        "The site itself deleted the page “Silence” from the bin for good",
    ]


def test_nobody_signs_in_as_the_import(client, db):
    history.note(history.IMPORT, create_page(), "imported")
    assert not client.login(username="~import", password="!")
    assert not history.people().exists()
