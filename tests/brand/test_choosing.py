"""Choosing colours on the form of the profile, by keyboard and without script, and what is said about them."""

import re

import pytest

from pages.brand import word_for
from pages.models import Profile
from tests.admin.forms import filled_in
from tests.brand.profile import COLOURS, fill
from tests.factories import create_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def form():
    return f"/admin/pages/profile/{Profile.load().pk}/change/"


@pytest.fixture
def save(owner_client, form):
    """A function that changes fields of the form, saves it, and gives what is said on the next screen."""

    def save(**changes):
        answer = owner_client.post(form, filled_in(owner_client, form, **changes), follow=True)
        return [str(message) for message in answer.context["messages"]], answer

    return save


def widget(client, form, field):
    content = client.get(form).content.decode()
    return re.search(rf'<div class="colour">\s*<input type="color" name="{field}".*?</div>', content, re.DOTALL)[0]


def test_the_sites_own_colour_stands_in_the_field_and_is_not_stored(owner_client, form, save):
    assert 'value="#ffd84d"' in widget(owner_client, form, "first_colour")
    save(name="A Name", first_colour="#ffd84d", action_colour="#0A5A4A")
    assert (Profile.load().first_colour, Profile.load().action_colour) == ("", "")


def test_choosing_one_is_enough(owner_client, form, save):
    save(second_colour="#AA00FF")
    assert Profile.load().second_colour == "#aa00ff"
    assert 'value="#aa00ff"' in widget(owner_client, form, "second_colour")


def test_a_tick_brings_the_sites_own_back(owner_client, form, save):
    assert "second_colour-back" not in widget(owner_client, form, "second_colour")
    save(second_colour="#aa00ff")
    assert 'name="second_colour-back"' in widget(owner_client, form, "second_colour")
    save(**{"second_colour-back": "on"})
    assert Profile.load().second_colour == ""


def test_a_colour_that_is_none_is_refused_with_words(save):
    _, answer = save(third_colour="light pink", name="A Name")
    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["third_colour"]
    assert len(errors["third_colour"]) == 1 and "#0a5a4a" in errors["third_colour"][0]
    assert Profile.load().name == ""


def test_what_can_not_be_read_is_told_after_saving_with_what_is_shown(save):
    told, _ = save(action_colour="#7fbf7f")
    shown = Profile.load().colours.light.deep
    assert len(told) == 3  # that it was saved, and how it looks in the light and in the dark
    assert any("#7fbf7f" in sentence and shown in sentence for sentence in told)


def test_it_stands_beside_the_field_as_well_and_belongs_to_it(owner_client, form):
    fill(action_colour="#7fbf7f")
    field = widget(owner_client, form, "action_colour")
    assert Profile.load().colours.light.deep in field
    assert 'aria-describedby="id_action_colour_notes id_action_colour_helptext"' in field
    assert 'id="id_action_colour_notes"' in field
    assert 'id="id_action_colour_helptext"' in owner_client.get(form).content.decode()


def test_it_is_told_when_colours_change_and_not_at_every_save(save):
    save(action_colour="#7fbf7f")
    told, _ = save(name="Another Name")
    assert len(told) == 1


def test_colours_that_need_nothing_are_taken_without_a_word(save):
    told, _ = save(first_colour="#ffcc33")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("colours", "field"),
    [
        ({"first_colour": "#ff8a75"}, "first_colour"),  # like the site's own second
        ({"first_colour": "#00cc66", "second_colour": "#00cc68"}, "second_colour"),
        ({"third_colour": "#ffffff"}, "third_colour"),
        ({"third_colour": "#0f1a18"}, "third_colour"),
        ({"first_colour": "#777777"}, "first_colour"),
        ({"third_colour": "#1d3557"}, "third_colour"),
        ({"second_colour": "#000000"}, "second_colour"),
    ],
    ids=[
        "like another",
        "like each other",
        "like paper",
        "like the dark",
        "no ground for text",
        "dim in the dark",
        "black",
    ],
)
def test_what_visitors_will_hardly_see_is_told_and_not_refused(save, owner_client, form, colours, field):
    told, _ = save(**colours)
    assert len(told) == 2
    assert all(getattr(Profile.load(), name) == value for name, value in colours.items())
    assert f'id="id_{field}_notes"' in widget(owner_client, form, field)


def test_equal_circles_are_told_for_each_pair(save):
    told, _ = save(**dict.fromkeys(("first_colour", "second_colour", "third_colour"), "#00ccff"))
    assert len(told) == 4


def test_the_form_shows_what_the_site_makes_of_them(owner_client, form):
    fill(**COLOURS)
    sample = owner_client.get(form).content.decode().split('class="colour-sample"')[1].split("</svg>")[0]
    for palette in (Profile.load().colours.light, Profile.load().colours.dark):
        assert {palette.sun, palette.orange, palette.deep, palette.on_deep} <= set(re.findall("#[0-9a-f]{6}", sample))


def test_the_form_holds_to_the_content_policy(owner_client, form):
    fill(**COLOURS)
    assert " style=" not in owner_client.get(form).content.decode().split("<form")[1]


def test_the_form_costs_few_queries(owner_client, form, django_assert_max_num_queries):
    fill(**COLOURS)
    owner_client.get(form)  # and with it, once after a change, what stands around every page
    with django_assert_max_num_queries(14):
        owner_client.get(form)


def test_only_whoever_may_change_the_profile_chooses(client, form, owner):
    fill(first_colour="#aa00ff")
    client.force_login(create_user("pages.view_profile"))
    assert client.get(form).status_code == 200
    assert client.post(form, {"first_colour": "#000000"}).status_code == 403
    assert Profile.load().first_colour == "#aa00ff"
    client.force_login(owner)
    client.post(form, filled_in(client, form, first_colour="#000000"))
    assert Profile.load().first_colour == "#000000"


@pytest.mark.parametrize(
    ("colour", "word"),
    [
        ("#ffffff", "white"), ("#000000", "black"), ("#888888", "grey"), ("#7fbf7f", "green"), ("#d40000", "red"),
        ("#ffe600", "yellow"), ("#1d3557", "blue"), ("#ff8c00", "orange"), ("#5c3a12", "brown"), ("#7b2cbf", "purple"),
        ("#ff69b4", "pink"), ("#00a6a6", "turquoise"),
    ],
)  # fmt: skip
def test_a_colour_is_called_what_people_call_it(colour, word, settings):
    from django.utils import translation

    with translation.override("en"):
        assert word_for(colour) == word
