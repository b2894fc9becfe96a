"""The consultant makes a translation with one button, or says herself what an item is a translation of."""

import pytest

from blog.models import Post
from pages.models import Page, ProfileWords, Section
from testimonials.models import Testimonial
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

ADD = "/admin/pages/page/add/"


def form(item, action="change"):
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/{action}/"


def offered(client, item, other_than="nl"):
    """The titles that the form of an item offers as its original."""
    asked = {"app_label": item._meta.app_label, "model_name": item._meta.model_name, "field_name": "translation_of"}
    answer = client.get("/admin/autocomplete/", {**asked, "other_than": other_than})
    return [choice["text"] for choice in answer.json()["results"]]


@pytest.mark.parametrize("create", [create_page, create_post, create_testimonial])
def test_a_button_makes_a_draft_and_opens_it(owner_client, create):
    item = create(slug="offer", text="Woorden")
    assert form(item, "translate/en") in owner_client.get(form(item)).content.decode()
    answer = owner_client.post(form(item, "translate/en"), follow=True)
    draft = type(item).objects.get(translation_of=item)
    assert answer.redirect_chain == [(form(draft), 302)]
    assert (draft.status, draft.language, draft.text, draft.title) == ("draft", "en", "Woorden", item.title)


def test_each_form_leads_to_the_other(owner_client, bilingual):
    for one, other in ((bilingual.offer, bilingual.services), (bilingual.services, bilingual.offer)):
        said = owner_client.get(form(one)).content.decode()
        assert f'<a href="{form(other)}" lang="{other.language}">' in said
        assert "translate/" not in said


def test_what_is_translated_already_is_opened_and_not_made_again(owner_client, bilingual):
    answer = owner_client.post(form(bilingual.offer, "translate/en"))
    assert answer["Location"] == form(bilingual.services)
    assert Page.objects.filter(translation_of=bilingual.offer).count() == 1


def test_the_home_page_in_english_is_made_from_the_home_page(owner_client):
    owner_client.post(form(Page.objects.get(section=Section.HOME), "translate/en"))
    assert Page.objects.get(path="en").is_language_home


def test_a_draft_that_cannot_be_made_is_told(owner_client):
    Page.objects.bulk_create([Page(title="Taken", slug="en", path="en", language="nl")])
    home = Page.objects.get(section=Section.HOME)
    answer = owner_client.post(form(home, "translate/en"), follow=True)
    assert answer.redirect_chain == [(form(home), 302)]
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


@pytest.mark.parametrize(
    ("permissions", "status"),
    [
        (["pages.view_page"], 403),
        (["pages.add_page"], 403),
        (["pages.add_page", "pages.view_page"], 302),
        ([], 403),
    ],
)
def test_it_takes_the_permission_to_see_and_to_add(client, permissions, status):
    page = create_page()
    client.force_login(create_user(*permissions))
    assert client.post(form(page, "translate/en")).status_code == status
    assert Page.objects.filter(translation_of=page).exists() == (status == 302)


def test_it_takes_a_button_and_a_language_that_there_is(owner_client):
    page = create_page()
    assert owner_client.get(form(page, "translate/en")).status_code == 405
    assert owner_client.post(form(page, "translate/xx")).status_code == 404
    assert owner_client.post(form(page, "translate/nl")).status_code == 404


def test_only_originals_in_another_language_are_offered(owner_client, bilingual):
    create_page(title="Free", language="en")
    create_page(title="Vrij")
    page = create_page(title="Nog een", language="nl")
    assert offered(owner_client, page) == ["Free"]
    assert "Vrij" in offered(owner_client, page, other_than="en")
    assert 'autocomplete/?other_than=nl"' in owner_client.get(form(page)).content.decode()


def test_an_original_is_chosen_in_the_form(owner_client):
    original, page = create_post(title="Bericht"), create_post(title="Post", language="en")
    owner_client.post(form(page), filled_in(owner_client, form(page), translation_of=original.pk))
    assert Post.objects.get(pk=page.pk).translation_of == original


@pytest.mark.parametrize("value", ["abc", "9" * 20, -1])
def test_what_no_browser_sends_is_refused(owner_client, value):
    page = create_page(title="Offer", language="en")
    answer = owner_client.post(form(page), filled_in(owner_client, form(page), translation_of=value))
    assert "translation_of" in answer.context["adminform"].form.errors


def test_a_refusal_stands_at_its_field(owner_client):
    original, page = create_page(title="Aanbod"), create_page(title="Ook")
    answer = owner_client.post(form(page), filled_in(owner_client, form(page), translation_of=original.pk))
    assert "translation_of" in answer.context["adminform"].form.errors


def test_a_new_page_is_in_the_language_of_the_page_above_it(owner_client, bilingual):
    owner_client.post(ADD, filled_in(owner_client, ADD, title="Talks", parent=bilingual.home.pk))
    owner_client.post(ADD, filled_in(owner_client, ADD, title="Lezingen"))
    owner_client.post(ADD, filled_in(owner_client, ADD, title="Toch", parent=bilingual.home.pk, language="nl"))
    languages = dict(Page.objects.values_list("title", "language"))
    assert (languages["Talks"], languages["Lezingen"], languages["Toch"]) == ("en", "nl", "nl")


def test_a_dutch_page_that_is_called_as_a_language_is_no_home_and_can_be_saved_again(owner_client):
    owner_client.post(ADD, filled_in(owner_client, ADD, title="En", language="nl"))
    page = Page.objects.get(title="En")
    assert (page.path, page.language, page.is_language_home) == ("en-2", "nl", False)
    assert owner_client.post(form(page), filled_in(owner_client, form(page), lead="Nu")).status_code == 302


def test_below_another_page_it_has_its_name_for_an_address(owner_client):
    above = create_page()
    owner_client.post(ADD, filled_in(owner_client, ADD, title="En", language="nl", parent=above.pk))
    assert Page.objects.get(title="En").slug == "en"


@pytest.mark.parametrize("kind", ["pages/page", "blog/post", "testimonials/testimonial"])
def test_lists_cost_what_they_cost(owner_client, bilingual, django_assert_max_num_queries, kind):
    create_testimonial(language="en", slug="b", translation_of=create_testimonial(slug="a"))
    assert Testimonial.objects.count() == 2
    with django_assert_max_num_queries(12):
        owner_client.get(f"/admin/{kind}/")


@pytest.mark.parametrize("create", [create_page, create_post, create_testimonial])
def test_the_words_of_the_profile_in_english_are_asked_for_once_anything_is_in_english(owner_client, create):
    profile = "/admin/pages/profile/1/change/"
    owner_client.get("/admin/pages/profile/")
    assert "words-TOTAL_FORMS" not in owner_client.get(profile).content.decode()
    item = create(slug="welcome", language="en", status="draft")
    assert "words-TOTAL_FORMS" in owner_client.get(profile).content.decode()
    data = filled_in(owner_client, profile)
    row = {"words-TOTAL_FORMS": "1", "words-0-profile": "1", "words-0-language": "en", "words-0-tagline": "Together"}
    owner_client.post(profile, {**data, **row})
    assert ProfileWords.objects.get().tagline == "Together"
    item.delete()
    assert "words-TOTAL_FORMS" in owner_client.get(profile).content.decode()
