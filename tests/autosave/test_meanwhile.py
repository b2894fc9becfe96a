"""What takes effect at once and was changed while a form stood open: the form undoes nothing that it did not show."""

import pytest

from pages.models import Page
from pages.moving import Place, move
from tests.autosave.typing import Form
from tests.factories import create_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(owner_client):
    """A published page under A; B is beside that."""
    page = create_page(title="Offer", text="What we do.", parent=create_page(title="A"))
    create_page(title="B")
    Form(owner_client, page).save("_publish", text="What we do now.")
    return page


def as_stored(page):
    return Page.objects.get(pk=page.pk)


def move_to_b(page):
    move(page.pk, Place(Page.objects.get(title="B").pk), seen="/a/offer/")


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_move_is_not_undone_by_saving_a_text(owner_client, page):
    form = Form(owner_client, page)
    move_to_b(page)
    place = as_stored(page).position
    form.save(text="Other words.")
    assert as_stored(page).get_absolute_url() == "/b/offer/"
    assert as_stored(page).position == place
    assert Form(owner_client, page).value("text") == "Other words."


def test_a_move_is_not_undone_by_what_was_typed_before_it(owner_client, page):
    Form(owner_client, page).send(text="Typed before lunch.")
    move_to_b(page)
    again = Form(owner_client, page, query="?typed=1")
    assert again.value("text") == "Typed before lunch."
    assert again.value("parent") == str(Page.objects.get(title="B").pk)
    again.save()
    assert as_stored(page).get_absolute_url() == "/b/offer/"


def test_an_order_and_a_place_in_the_menu_stay(owner_client, page):
    form = Form(owner_client, page)
    Page.objects.filter(pk=page.pk).update(menu="main", position=70, on_home=True)
    form.save(text="Other words.")
    stored = as_stored(page)
    assert (stored.menu, stored.position, stored.on_home) == ("main", 70, True)


def test_what_this_person_changed_is_taken_over(owner_client, page):
    form = Form(owner_client, page)
    Page.objects.filter(pk=page.pk).update(position=70, on_home=True)
    answer = form.save(menu="main", on_home="on", text="Other words.")
    stored = as_stored(page)
    assert (stored.menu, stored.position, stored.on_home) == ("main", 70, True)
    assert said(answer)[-1].count("menu") == 1


def test_where_both_changed_it_that_is_seen_before_it_is_saved(owner_client, page):
    form = Form(owner_client, page)
    Page.objects.filter(pk=page.pk).update(position=70)
    refused = form.save(position="20", text="Other words.")
    assert as_stored(page).position == 70
    assert "70" in refused.context["adminform"].form.errors["position"][0]
    assert refused.context["adminform"].form["position"].value() == "20"
    assert 'name="initial-position" value="70"' in refused.text
    form.version = refused.context["writing"].version
    form.fields["initial-position"] = "70"
    form.save()
    assert as_stored(page).position == 20


def test_where_both_changed_it_that_is_known_of_what_was_typed_before(owner_client, page):
    Form(owner_client, page).send(position="20")
    Page.objects.filter(pk=page.pk).update(position=70)
    again = Form(owner_client, page)
    assert again.value("position") == "20"
    assert "position" in again.save().context["adminform"].form.errors
    assert as_stored(page).position == 70


def test_where_both_chose_the_same_nothing_stands_in_the_way(owner_client, page):
    form = Form(owner_client, page)
    Page.objects.filter(pk=page.pk).update(position=70)
    form.save(position="70", text="Other words.")
    assert Form(owner_client, page).value("text") == "Other words."


def test_a_place_that_is_no_more_is_passed_over_where_it_was_left(owner_client, page):
    form = Form(owner_client, page)
    move_to_b(page)
    Page.objects.get(title="A").delete()
    form.save(text="Other words.")
    assert Form(owner_client, page).value("text") == "Other words."


def test_it_is_told_what_took_effect_and_what_waits(owner_client, page):
    at_once = said(Form(owner_client, page).save(position="70"))[-1]
    both = said(Form(owner_client, page).save(position="80", text="Other words."))[-1]
    waits = said(Form(owner_client, page).save(text="More words."))[-1]
    name = str(Page._meta.get_field("position").verbose_name)
    assert [name in sentence for sentence in (at_once, both, waits)] == [True, True, False]
    assert both.startswith(at_once)
    assert both != at_once


def test_of_a_draft_too_nothing_is_undone(owner_client):
    page = create_page(title="Offer", text="What we do.", status="draft")
    form = Form(owner_client, page)
    Page.objects.filter(pk=page.pk).update(position=70)
    form.save(text="Other words.")
    assert (as_stored(page).position, as_stored(page).text) == (70, "Other words.")
