"""The start page names what is still to be filled in, each line a link to its form."""

import pytest
from django.urls import reverse

from consultancy.gaps import IMAGES_NAMED, gaps_for
from pages.models import Profile
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.factories_images import create_image


def start_page(client):
    return client.get(reverse("admin:index"))


def form_of(item):
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])


def gaps_on(client):
    return {(gap.where, gap.what): gap.url for gap in start_page(client).context["gaps"]}


@pytest.fixture
def complete_profile(db):
    facts = {"email": "a@example.org", "telephone": "1", "street": "S 1", "city": "C", "chamber_of_commerce": "1"}
    return Profile.objects.create(name="A", portrait=create_image(), **facts)


def test_a_place_to_fill_in_leads_to_its_page(owner_client, complete_profile):
    page = create_page(title="About", text='Text\n\n[[todo text="your training"]]\n\n[[invullen text="your rate"]]')
    create_page(title="Finished", text="I never use the word todo [[here]].")
    assert gaps_on(owner_client) == {("About", "your training; your rate"): form_of(page)}


def test_a_place_to_fill_in_of_a_post_leads_to_that_post(owner_client, complete_profile):
    post = create_post(title="Silence", text='[[invullen text="your words"]]')
    assert gaps_on(owner_client) == {("Silence", "your words"): form_of(post)}


def test_an_empty_field_of_the_profile_leads_to_that_field(owner_client, complete_profile):
    complete_profile.telephone = ""
    complete_profile.save()
    assert list(gaps_on(owner_client).values()) == [f"{form_of(complete_profile)}#id_telephone"]


def test_a_site_without_a_profile_leads_to_its_form(owner_client):
    url = next(iter(gaps_on(owner_client).values()))
    assert owner_client.get(url, follow=True).status_code == 200


def test_a_picture_without_a_description_leads_to_its_form(owner_client, complete_profile):
    bare = create_image(title="Bridge", alternative_text="")
    create_image(title="Described")
    create_image(title="Ornament", alternative_text="", decorative=True)
    assert list(gaps_on(owner_client).values()) == [f"{form_of(bare)}#id_alternative_text"]


def test_many_pictures_become_one_line(owner_client, complete_profile):
    for _ in range(IMAGES_NAMED + 3):
        create_image(alternative_text="")
    gaps = start_page(owner_client).context["gaps"]
    assert len(gaps) == IMAGES_NAMED + 1
    assert "3" in gaps[-1].where
    assert owner_client.get(gaps[-1].url).status_code == 200


def test_a_complete_site_asks_for_nothing(owner_client, complete_profile):
    assert 'id="gaps"' not in start_page(owner_client).text


def test_who_may_not_change_it_is_not_asked_to(client, db):
    writer = create_user("pages.change_page")
    create_page(title="About", text="[[todo]]")
    create_image(alternative_text="")
    assert [gap.where for gap in gaps_for(writer)] == ["About"]


@pytest.mark.parametrize("size", [3, 300])
def test_gaps_take_five_queries_however_many_there_are(owner, size, django_assert_num_queries):
    for number in range(size):
        create_page(title=f"Page {number}", text="[[todo]]")
        create_post(title=f"Post {number}", text="[[todo]]")
        create_image(alternative_text="")
    owner.get_all_permissions()
    with django_assert_num_queries(5):
        list(gaps_for(owner))


def test_large_buttons_lead_to_what_is_done_most(owner_client):
    text = start_page(owner_client).text
    for name in ("admin:pages_page_add", "admin:images_image_add"):
        assert f'class="button" href="{reverse(name)}"' in text
