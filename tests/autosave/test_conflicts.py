"""Two people or two tabs on one item: seen before it is saved, both texts shown, neither lost."""

import pytest
from django.utils.text import capfirst

from pages.models import Page
from pages.moving import Place, move
from publishing.models import Autosave, Revision
from publishing.versions.revisions import working_copy
from tests.autosave.typing import Form
from tests.factories import create_owner, create_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(client):
    browser = type(client)()
    browser.force_login(create_owner(username="els", first_name="Els", last_name="Example"))
    return browser


@pytest.fixture
def page():
    return create_page(title="Offer", text="What we do.", status="draft")


def text_of(page):
    return Page.objects.get(pk=page.pk).text


def put_aside_texts():
    return [one.content["text"] for one in Revision.objects.filter(kind=Revision.Kind.TYPED)]


def test_what_somebody_else_saved_is_not_saved_over(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.")
    answer = mine.save(text="What I do.")
    assert text_of(page) == "What she does."
    assert answer.context["adminform"].form["text"].value() == "What I do."
    assert "Els Example" in answer.text
    assert "What she does.</del>" in answer.text
    assert Autosave.objects.get().typed["text"] == ["What I do."]


def test_it_is_seen_before_it_is_saved(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.")
    newer = mine.send(text="What I do.").json()["newer"]
    assert newer["who"] == "Els Example"
    assert "Els Example" in newer["said"]


def test_the_own_text_can_be_saved_and_the_other_stays_among_the_versions(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.")
    refused = mine.save(text="What I do.")
    conflict = refused.context["writing"].conflict
    mine.version = refused.context["writing"].version
    mine.save("_mine", conflict.latest)
    assert text_of(page) == "What I do."
    assert "What she does." in [one.content["text"] for one in Revision.objects.of(page)]
    assert not Autosave.objects.exists()


def test_what_is_saved_while_one_chooses_is_seen_again(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.")
    conflict = mine.save(text="What I do.").context["writing"].conflict
    Form(colleague, page).save(text="What she does now.")
    answer = mine.save("_mine", conflict.latest)
    assert text_of(page) == "What she does now."
    assert answer.context["writing"].conflict


def test_the_other_text_can_be_opened_and_the_own_one_is_kept(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.")
    mine.send(text="What I do.")
    answer = mine.save("_theirs", "1", text="What I do, really.")
    assert answer.context["adminform"].form["text"].value() == "What she does."
    assert put_aside_texts() == ["What I do, really."]
    assert not Autosave.objects.exists()


def test_what_was_typed_in_another_tab_is_not_saved_over(owner_client, page):
    one, two = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="two")
    assert one.send(text="In the one.").status_code == 200
    answer = two.send(text="In the other.")
    assert answer.status_code == 409
    assert answer.json()["problem"]
    refused = two.save()
    assert text_of(page) == "What we do."
    assert refused.context["writing"].conflict.changed
    assert Autosave.objects.get().typed["text"] == ["In the one."]


def test_of_two_tabs_the_one_that_is_chosen_is_saved_and_the_other_kept(owner_client, page):
    one, two = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="two")
    one.send(text="In the one.")
    refused = two.save(text="In the other.")
    two.save("_mine", refused.context["writing"].conflict.latest)
    assert text_of(page) == "In the other."
    assert put_aside_texts() == ["In the one."]
    assert not Autosave.objects.exists()


def test_of_two_tabs_the_other_can_be_gone_on_with(owner_client, page):
    one, two = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="two")
    one.send(text="In the one.")
    answer = two.save("_theirs", "1", text="In the other.")
    assert answer.context["adminform"].form["text"].value() == "In the one."
    assert put_aside_texts() == ["In the other."]


def test_a_tab_of_before_a_save_is_told(owner_client, page):
    one, two = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="two")
    one.send(text="In the one.")
    two.version = one.version
    one.save()
    assert two.send(text="In the other.").json()["newer"]["said"]
    assert two.save().context["writing"].conflict
    assert text_of(page) == "In the one."


def test_looking_at_both_saves_nothing(owner_client, page):
    Form(owner_client, page).save("_compare", "1", text="What I do.")
    assert text_of(page) == "What we do."
    assert not Revision.objects.of(page).saved().exists()


def test_a_form_whose_text_waits_since_before_a_save_shows_the_save_and_the_way_to_both(
    owner_client, colleague, page, time_machine
):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    Form(owner_client, page).send(text="What I do.")
    time_machine.move_to("2026-11-24T12:05:00Z", tick=False)
    Form(colleague, page).save(text="What she does.")
    opened = Form(owner_client, page)
    assert opened.value("text") == "What she does."
    assert "?typed=1" in opened.answer.text
    both = Form(owner_client, page, query="?typed=1")
    assert both.value("text") == "What I do."
    assert both.writing.conflict.changed


def test_only_fields_that_differ_are_told(owner_client, colleague, page):
    mine = Form(owner_client, page)
    Form(colleague, page).save(text="What she does.", noindex="on")
    conflict = mine.save(text="What I do.").context["writing"].conflict
    names = [capfirst(str(Page._meta.get_field(name).verbose_name)) for name in ("text", "noindex")]
    assert sorted(changed.name for changed in conflict.changed) == sorted(names)


def test_what_was_only_published_takes_nothing_away(owner_client, colleague):
    page = create_page(title="Offer", text="What we do.")
    Form(owner_client, page).save(text="What I do.")
    mine = Form(owner_client, page)
    Form(colleague, page).save("_publish")
    assert mine.send(text="What I do now.").json()["newer"] is None
    mine.save()
    assert working_copy(Page.objects.get(pk=page.pk)).text == "What I do now."


def test_a_page_that_was_moved_meanwhile_says_nothing_else(owner_client):
    page, above = create_page(title="Offer", text="One."), create_page(title="Above")
    form = Form(owner_client, page)
    move(page.pk, Place(above.pk), seen="/offer/")
    form.fields["parent"] = above.pk
    form.save(text="Two.")
    assert Revision.objects.pending().get().content["text"] == "Two."


def test_a_moment_that_nobody_touched_is_no_difference(owner_client):
    page = create_page(title="Offer", text="One.")
    mine, theirs = Form(owner_client, page), Form(owner_client, page, tab="two")
    theirs.save(text="Two.")
    answer = mine.save(text="Three.")
    assert [str(field.name).lower() for field in answer.context["writing"].conflict.changed] == ["tekst"]
