"""A form opens with what was typed in it and not saved, as it was typed."""

import re
from html import unescape
from uuid import uuid4

import pytest

from pages.models import Page
from publishing.autosave import autosaves
from publishing.models import Autosave, Revision
from tests.autosave.typing import ADD, Form
from tests.factories import create_owner, create_page
from tests.factories_blog import create_post, create_topic

pytestmark = pytest.mark.django_db


def made():
    """The pages that are no part of the site itself."""
    return Page.objects.filter(section="")


def put_aside(client, form):
    return client.post(f"/admin/pages/page/typed/{form.uuid}/put-aside/", follow=True)


def test_it_opens_with_what_was_typed(owner_client):
    page = create_page(title="Offer", text="Old", noindex=True)
    form = Form(owner_client, page)
    del form.fields["noindex"]
    form.send(title="", text="Typed\r\nwith care", published_at_0="next week", published_at_1="25:00", position="many")
    again = Form(owner_client, page)
    assert [again.value(name) for name in ("title", "text", "noindex")] == ["", "Typed\nwith care", False]
    assert again.value("published_at") == ["next week", "25:00"]
    for raw in ("next week", "25:00", 'value="many"'):
        assert raw in again.answer.text
    assert "data-puts-aside" in again.answer.text


def test_chosen_others_are_shown_as_they_were_chosen(owner_client):
    first, second = create_topic(name="Dialogue"), create_topic(name="Music")
    post = create_post(title="News", topics=[first])
    Form(owner_client, post).send(topics=[str(second.pk)])
    again = Form(owner_client, post)
    assert again.value("topics") == [str(second.pk)]
    assert "Music" in again.answer.text


def test_others_see_nothing_of_it(owner_client, client):
    page = create_page(text="Old")
    Form(owner_client, page).send(text="Typed with care")
    client.force_login(create_owner())
    form = Form(client, page)
    assert form.value("text") == "Old"
    assert "Typed with care" not in form.answer.text


def test_it_goes_on_from_what_is_shown(owner_client):
    page = create_page()
    Form(owner_client, page).send(text="One")
    assert Form(owner_client, page, tab="two").send(text="One two").status_code == 200


def test_saving_ends_it(owner_client):
    page = create_page(text="Old", status="draft")
    form = Form(owner_client, page)
    form.send(text="Typed with care")
    form.save()
    assert made().get().text == "Typed with care"
    assert not Autosave.objects.exists()
    assert "data-puts-aside" not in Form(owner_client, page).answer.text


def test_an_answer_that_got_lost_on_the_way_is_no_conflict(owner_client):
    page = create_page(status="draft")
    form = Form(owner_client, page)
    known = form.version
    form.send(text="One")
    form.version = known
    assert form.send(text="One two").status_code == 200
    form.version = known
    form.save(text="One two three")
    assert made().get().text == "One two three"
    assert not Autosave.objects.exists()


def test_a_refused_form_is_kept_as_it_was_typed(owner_client):
    page = create_page(text="Old")
    Form(owner_client, page).save(title="", text="Typed with care")
    assert Form(owner_client, page).value("text") == "Typed with care"


def test_going_back_to_what_is_saved_keeps_what_was_typed_among_the_versions(owner_client, owner):
    page = create_page(title="Offer", text="Old")
    form = Form(owner_client, page)
    form.send(title="", text="Typed with care", published_at_0="next week", published_at_1="")
    assert "Old" in put_aside(owner_client, form).text
    assert not Autosave.objects.exists()
    kept = Revision.objects.of(page).get(kind=Revision.Kind.TYPED)
    assert (kept.content["text"], kept.content["title"], kept.by) == ("Typed with care", "", owner)
    assert kept.content["published_at"] == "“next week”"


def test_all_that_was_put_aside_is_kept(owner_client):
    page = create_page()
    for text in ("One", "Two"):
        form = Form(owner_client, page)
        form.send(text=text)
        put_aside(owner_client, form)
    assert [one.content["text"] for one in Revision.objects.filter(kind=Revision.Kind.TYPED)] == ["Two", "One"]


def test_nobody_puts_aside_what_another_types(owner_client, client):
    form = Form(owner_client, create_page())
    form.send(text="Mine")
    other = type(client)()
    other.force_login(create_owner())
    assert put_aside(other, form).status_code == 404
    assert Autosave.objects.exists()


def test_putting_aside_is_no_saving_to_other_forms(owner_client):
    page = create_page()
    one, two = Form(owner_client, page, tab="one"), Form(owner_client, page, tab="two")
    one.send(text="One")
    put_aside(owner_client, one)
    assert two.send(text="Two").json()["newer"] is None


# Of what was never saved


def test_a_new_item_is_offered_where_it_was_begun(owner_client, owner):
    form = Form(owner_client)
    form.send(title="Begun on a train", text="Some words")
    answer = owner_client.get(ADD)
    assert "Begun on a train" in answer.text
    assert f"?uuid={form.uuid}" in answer.text
    assert [row.title for row in autosaves.unsaved_of(owner, [Page])] == ["Begun on a train"]


def test_it_is_gone_on_with(owner_client):
    form = Form(owner_client)
    form.send(title="Begun on a train", text="Some words")
    again = Form(owner_client, query=f"?uuid={form.uuid}", tab="two")
    assert (again.uuid, again.value("text")) == (form.uuid, "Some words")
    again.save(text="More words")
    page = made().get()
    assert (str(page.uuid), page.text) == (form.uuid, "More words")
    assert not Autosave.objects.exists()


def test_it_is_put_aside_and_taken_back(owner_client):
    form = Form(owner_client)
    form.send(
        title="Begun on a train", text="Some words", noindex="on", published_at_0="2031-05-03", published_at_1="9:00"
    )
    answer = put_aside(owner_client, form)
    assert not Autosave.objects.exists()
    assert f"?uuid={form.uuid}" in answer.text
    again = Form(owner_client, query=f"?uuid={form.uuid}")
    assert [again.value(name) for name in ("title", "text", "noindex")] == ["Begun on a train", "Some words", True]
    assert "2031-05-03" in again.answer.text or "3-5-2031" in again.answer.text or "03-05-2031" in again.answer.text
    again.save()
    assert str(made().get().uuid) == form.uuid
    assert f"?uuid={form.uuid}" not in owner_client.get(ADD).text


def test_each_that_was_put_aside_of_it_is_taken_back(owner_client):
    form = Form(owner_client)
    for text in ("One", "Two"):
        again = Form(owner_client, query=f"?uuid={form.uuid}")
        again.send(title="Begun on a train", text=text)
        answer = put_aside(owner_client, again)
    ways = re.findall(rf"\?uuid={form.uuid}&amp;aside=\d+", answer.text)
    taken_back = [Form(owner_client, query=unescape(way)).value("text") for way in ways]
    assert taken_back == ["Two", "One"]


def test_however_many_were_put_aside_each_is_within_reach(owner_client):
    for number in range(5):
        form = Form(owner_client, query=f"?uuid={uuid4()}")
        form.send(title=f"Begun {number}")
        put_aside(owner_client, form)
    shown = owner_client.get(ADD).text
    ways = [f"?uuid={one.item_uuid}&amp;aside={one.pk}" for one in Revision.objects.filter(kind=Revision.Kind.TYPED)]
    assert len(ways) == 5 and all(way in shown for way in ways)
    first, folded = shown.split("<details")[0], shown.split('class="typed-more"')[1].split("</details>")[0]
    assert "Begun 4" in first and "Begun 0" in folded


def test_it_is_not_offered_to_others(owner_client, client):
    form = Form(owner_client)
    form.send(title="Begun on a train")
    client.force_login(create_owner())
    assert "Begun on a train" not in client.get(ADD).text
    assert Form(client, query=f"?uuid={form.uuid}").uuid != form.uuid


@pytest.mark.parametrize("wrong", ["", "x", "another's"])
def test_a_new_item_never_takes_the_place_of_another(owner_client, wrong):
    other = create_page(title="Other")
    asked = other.uuid if wrong == "another's" else wrong
    form = Form(owner_client, query=f"?uuid={asked}")
    assert form.uuid != str(other.uuid)
    form.uuid = asked if wrong != "another's" else form.uuid
    form.save(title="New")
    assert sorted(made().values_list("title", flat=True)) == ["New", "Other"]


def test_a_new_item_that_is_sent_twice_is_made_once(owner_client):
    form = Form(owner_client)
    form.save(title="New", text="Some words")
    answer = form.save(title="New", text="Some more words")
    page = made().get()
    assert answer.redirect_chain[-1][0] == f"/admin/pages/page/{page.pk}/change/"
    assert "Some more words" in answer.text
    assert page.text == "Some words"


def test_what_is_sent_twice_is_kept_where_the_item_is_typed_in_elsewhere_too(owner_client):
    form = Form(owner_client)
    form.save(title="New", text="Some words")
    Form(owner_client, made().get(), tab="two").send(text="Typed elsewhere")
    answer = form.save(text="Some more words")
    put_aside_text = Revision.objects.of(made().get()).get(kind=Revision.Kind.TYPED).content["text"]
    assert (put_aside_text, Autosave.objects.get().typed["text"]) == ("Some more words", ["Typed elsewhere"])
    assert "versi" in str(*answer.context["messages"])
