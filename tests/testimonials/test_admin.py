"""The consultant's room for testimonials."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from testimonials.models import Testimonial, Theme
from tests.admin.forms import filled_in
from tests.factories import create_user
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

LIST = "/admin/testimonials/testimonial/"
ADD = f"{LIST}add/"


def change(item):
    return f"{LIST}{item.pk}/change/"


def act(client, action, *items):
    return client.post(LIST, {"action": action, "_selected_action": [item.pk for item in items]})


def warnings(response):
    return [message for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]


def test_the_list_says_who_what_state_and_what_about(owner_client):
    theme = Theme.objects.create(name="Dialogue")
    create_testimonial(organisation="The Invented Hoe", position=70, themes=[theme])
    content = owner_client.get(LIST).content.decode()
    for words in ("Vera Voorbeeld", "The Invented Hoe", "state-published", "Dialogue", ">70<"):
        assert words in content


def test_the_list_stands_in_the_order_of_the_site(owner_client):
    for name, position in [("Second", 20), ("First", 10)]:
        create_testimonial(name=name, position=position)
    content = owner_client.get(LIST).content.decode()
    assert content.index("First") < content.index("Second")


@pytest.mark.parametrize("words", ["Voorbeeld", "Treasurer", "Hoe", "polders"])
def test_searching_finds_names_and_words(owner_client, words):
    create_testimonial(role="Treasurer", organisation="The Invented Hoe", text="About polders")
    create_testimonial(name="Other")
    content = owner_client.get(f"{LIST}?q={words}").content.decode()
    assert "Vera Voorbeeld" in content and "Other" not in content


def test_one_is_made_with_a_name_and_words_only(owner_client):
    owner_client.post(ADD, filled_in(owner_client, ADD, name="Vera Voorbeeld", text="What a summer!"))
    item = Testimonial.objects.get()
    assert (item.title, item.slug, item.status) == ("Vera Voorbeeld", "vera-voorbeeld", "draft")


def test_all_that_it_has_is_kept(owner_client):
    image, theme = create_image(), Theme.objects.create(name="Dialogue")
    typed = {"name": "Vera", "text": "Words.", "role": "Treasurer", "organisation": "Hoe", "link": "https://a.example/"}
    chosen = {"portrait": image.pk, "themes": [theme.pk], "consent_on": "2026-01-31", "on_home": "on"}
    owner_client.post(ADD, filled_in(owner_client, ADD, **typed, **chosen))
    item = Testimonial.objects.get()
    assert {field: getattr(item, field) for field in typed} == typed
    assert (item.portrait, list(item.themes.all()), item.on_home) == (image, [theme], True)
    assert item.consent_on == date(2026, 1, 31)


def test_the_form_says_which_line_shows_it_in_a_text(owner_client):
    item = create_testimonial(slug="vera")
    assert "<code>[[ervaring vera]]</code>" in owner_client.get(change(item)).content.decode()


@pytest.mark.parametrize("choice", [{"themes": ["abc"]}, {"themes": ["99"]}, {"portrait": "abc"}], ids=str)
def test_a_choice_that_does_not_exist_is_refused_and_what_was_typed_stays(owner_client, choice):
    typed = filled_in(owner_client, ADD, name="Vera Voorbeeld", text="What a summer!")
    response = owner_client.post(ADD, typed | choice)
    assert response.status_code == 200
    assert "What a summer!" in response.content.decode()
    assert not Testimonial.objects.exists()


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"status": "published"}, True),
        ({"status": "published", "consent_on": "2026-01-31"}, False),
        ({"status": "draft"}, False),
        ({"status": "archived"}, False),
    ],
    ids=str,
)
def test_who_publishes_without_a_permission_is_asked_for_it_and_not_refused(owner_client, fields, asked):
    response = owner_client.post(ADD, filled_in(owner_client, ADD, name="Vera", text="Words.", **fields))
    assert bool(warnings(response)) == asked
    assert Testimonial.objects.get().status == fields["status"]


def test_the_action_asks_for_each_that_has_no_permission(owner_client):
    items = [create_testimonial(name=name, status="draft") for name in ("One", "Two")]
    items.append(create_testimonial(name="Three", status="draft", consent_on=date(2026, 1, 31)))
    assert len(warnings(act(owner_client, "publish", *items))) == 2
    assert Testimonial.objects.published().count() == 3


def test_archiving_takes_it_off_the_site_at_once(owner_client, client):
    item = create_testimonial()
    act(owner_client, "archive", item)
    client.logout()
    assert client.get(item.get_absolute_url()).status_code == 404


def test_a_copy_is_a_draft_of_its_own(owner_client):
    act(owner_client, "duplicate", create_testimonial())
    assert list(Testimonial.objects.values_list("slug", "status")) == [
        *(("vera-voorbeeld", "published"), ("vera-voorbeeld-2", "draft")),
    ]


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"published_at": timezone.now() + timedelta(days=999)}])
def test_a_preview_shows_what_visitors_do_not_see_yet(owner_client, fields):
    item = create_testimonial(text="What a summer!", themes=[Theme.objects.create(name="Dialogue")], **fields)
    content = owner_client.get(f"{LIST}{item.pk}/preview/").content.decode()
    assert "What a summer!" in content and "Dialogue" in content
    assert '<meta name="robots" content="noindex">' in content


def test_visitors_get_no_preview(client):
    item = create_testimonial(status="draft")
    assert client.get(f"{LIST}{item.pk}/preview/").status_code == 302


def test_whoever_may_not_publish_works_on_drafts_only(client):
    draft, public = create_testimonial(status="draft"), create_testimonial()
    verbs = ("view", "add", "change", "delete")
    client.force_login(create_user(*(f"testimonials.{verb}_testimonial" for verb in verbs)))
    client.post(change(draft), filled_in(client, change(draft), text="Better words.", status="published"))
    draft.refresh_from_db()
    assert (draft.text, draft.status) == ("Better words.", "draft")
    assert client.post(change(public), {"name": "Mine", "text": "Mine"}).status_code == 403


def test_the_page_of_one_leads_an_editor_to_its_form(owner_client):
    item = create_testimonial()
    assert change(item) in owner_client.get(item.get_absolute_url()).content.decode()


def test_themes_are_made_and_renamed(owner_client):
    owner_client.post("/admin/testimonials/theme/add/", {"name": "Dialogue", "slug": ""})
    theme = Theme.objects.get()
    assert theme.slug == "dialogue"
    owner_client.post(f"/admin/testimonials/theme/{theme.pk}/change/", {"name": "Talking", "slug": "dialogue"})
    assert Theme.objects.get().name == "Talking"


def test_a_testimonial_that_is_not_saved_yet_promises_its_line(owner_client):
    assert (
        "Staat hier zodra u hebt opgeslagen."
        in owner_client.get("/admin/testimonials/testimonial/add/").content.decode()
    )
