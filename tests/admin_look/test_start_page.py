"""The start page names what is amiss and what is missing, worst first, each line a link to the very field."""

import pytest
from django.urls import reverse

from consultancy.gaps import SHOWN, gaps_for
from pages.models import Profile
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

LEAD = "What it is about."


def start_page(client):
    return client.get(reverse("admin:index"))


def form_of(item):
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])


def gaps_on(client):
    return [(gap.where, gap.url) for gap in start_page(client).context["gaps"]]


@pytest.fixture
def complete_profile(db):
    facts = {"email": "a@example.org", "telephone": "1", "street": "S 1", "city": "C", "chamber_of_commerce": "1"}
    return Profile.objects.create(name="A", portrait=create_image(), **facts)


@pytest.fixture
def complete(complete_profile):
    """A site on which nothing is amiss."""
    from pages.models import Page

    for page in Page.objects.all():
        page.lead = LEAD
        page.save()
    return complete_profile


def test_a_place_to_fill_in_leads_to_the_text_of_its_page(owner_client, complete):
    page = create_page(title="About", lead=LEAD, text='Text\n\n[[todo text="your training"]]')
    create_page(title="Finished", lead=LEAD, text="I never write `[[todo]]` here.")
    assert gaps_on(owner_client) == [("About", f"{form_of(page)}#id_text")]
    assert "your training" in start_page(owner_client).text


def test_a_place_to_fill_in_of_a_draft_is_named_too(owner_client, complete):
    post = create_post(title="Silence", text='[[invullen text="your words"]]', status="draft")
    assert gaps_on(owner_client) == [("Silence", f"{form_of(post)}#id_text")]


def test_an_empty_field_of_the_profile_leads_to_that_field(owner_client, complete):
    complete.telephone = complete.city = ""
    complete.save()
    assert [url for _where, url in gaps_on(owner_client)] == [f"{form_of(complete)}#id_telephone"]
    assert "telefoon, plaats" in start_page(owner_client).text


def test_a_site_without_a_profile_leads_to_its_form(owner_client):
    create_page(lead=LEAD)
    url = gaps_on(owner_client)[0][1]
    assert owner_client.get(url, follow=True).status_code == 200


def test_a_picture_without_a_description_leads_to_its_form(owner_client, complete):
    bare = create_image(title="Bridge", alternative_text="")
    create_image(title="Described")
    create_image(title="Ornament", alternative_text="", decorative=True)
    assert gaps_on(owner_client) == [("Bridge", f"{form_of(bare)}#id_alternative_text")]


def test_what_is_broken_stands_first(owner_client, complete):
    create_page(title="Vague", lead=LEAD, text="[klik hier](/contact/)")
    create_page(title="Broken", lead=LEAD, text="[Offer](/nowhere/)")
    complete.telephone = ""
    complete.save()
    assert [where for where, _url in gaps_on(owner_client)] == ["Broken", "Profiel", "Vague"]
    assert start_page(owner_client).text.count('class="breaks"') == 1


def test_of_many_the_first_are_shown_and_the_rest_are_counted(owner_client, complete):
    for _ in range(SHOWN + 3):
        create_image(alternative_text="")
    page = start_page(owner_client)
    assert (len(page.context["gaps"]), page.context["more"]) == (SHOWN, 3)
    assert "3" in page.text


def test_a_complete_site_asks_for_nothing(owner_client, complete):
    assert 'id="gaps"' not in start_page(owner_client).text


def test_who_may_not_change_it_is_not_asked_to(client, complete):
    writer = create_user("pages.change_page")
    create_page(title="About", lead=LEAD, text="[[todo]]")
    create_post(text="[[todo]]")
    create_image(alternative_text="")
    assert [gap.where for gap in gaps_for(writer)[0]] == ["About"]


@pytest.mark.parametrize("size", [3, 300])
def test_the_list_takes_five_queries_however_long_it_is(owner, complete, size, django_assert_num_queries):
    hidden = create_page(title="Hidden", status="draft")
    for number in range(size):
        create_page(title="Same", slug=f"page-{number}", text="[[todo]] [a](/nowhere/) [b](/hidden/)")
        create_post(title="Same", slug=f"post-{number}", text=f"[[todo]]\n\n[b]({hidden.get_absolute_url()})")
        create_testimonial(name=f"Person {number}")
        create_image(alternative_text="")
    owner.get_all_permissions()
    gaps_for(owner)
    with django_assert_num_queries(5):
        gaps_for(owner)


def test_large_buttons_lead_to_what_is_done_most(owner_client):
    text = start_page(owner_client).text
    for name in ("admin:pages_page_add", "admin:images_image_add"):
        assert f'class="button" href="{reverse(name)}"' in text
