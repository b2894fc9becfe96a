"""Lists in the admin: status and moment in each, few queries however long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.models import Page
from publishing.models import NotFoundAddress, Redirect
from tests.factories import create_page
from tests.factories_images import create_document, create_image, unsaved_image

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[3, 300])
def grown(request):
    """That many of everything."""
    parent = create_page(title="Many")
    Page.objects.bulk_create(
        Page(title=f"P{n}", slug=f"p{n}", path=f"many/p{n}", parent=parent, position=n, status="draft")
        for n in range(request.param)
    )
    from images.models import Image

    Image.objects.bulk_create(unsaved_image(title=f"I{n}") for n in range(request.param))
    for number in range(request.param // 10 or 3):
        create_document(title=f"D{number}")
        Redirect.objects.create(path=f"/old-{number}/", target=parent)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/page/",
        "/admin/pages/page/?q=p1",
        "/admin/pages/page/?state=scheduled",
        "/admin/images/image/",
        "/admin/images/document/",
        "/admin/publishing/redirect/",
    ],
)
def test_a_list_costs_at_most_12_queries(owner_client, grown, django_assert_max_num_queries, address):
    owner_client.get(address)  # The kinds of content are asked once in a process.
    with django_assert_max_num_queries(12):
        assert owner_client.get(address).status_code == 200


def test_the_form_of_a_page_costs_at_most_21_queries(owner_client, grown, django_assert_max_num_queries):
    page = create_page(image=create_image())
    with django_assert_max_num_queries(21):
        assert owner_client.get(f"/admin/pages/page/{page.pk}/change/").status_code == 200


@pytest.fixture
def one_of_each():
    """A page in each state."""
    create_page(title="Being written", status="draft")
    create_page(title="To be read", status="published")
    create_page(title="On its way", status="published", published_at=timezone.now() + timedelta(days=1))
    create_page(title="Put away", status="archived")
    create_page(title="Over by now", status="published", expires_at=timezone.now() - timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("draft", "Being written"),
        ("published", "To be read"),
        ("scheduled", "On its way"),
        ("archived", "Put away"),
        ("expired", "Over by now"),
    ],
)
def test_each_state_can_be_seen_and_picked(owner_client, one_of_each, state, title):
    content = owner_client.get(f"/admin/pages/page/?state={state}").content.decode()
    assert title in content
    assert f"state-{state}" in content
    others = {"Being written", "To be read", "On its way", "Put away", "Over by now"} - {title}
    assert not any(other in content for other in others)


def test_searching_finds_words_of_the_text(owner_client):
    create_page(title="Offer", text="About polders")
    create_page(title="Other")
    content = owner_client.get("/admin/pages/page/?q=polders").content.decode()
    assert "Offer" in content and "Other" not in content


def test_every_row_leads_to_what_visitors_see_or_would_see(owner_client):
    public, draft = create_page(title="Offer"), create_page(title="Draft", status="draft")
    content = owner_client.get("/admin/pages/page/").content.decode()
    assert f'href="{public.get_absolute_url()}"' in content
    assert f'href="/admin/pages/page/{draft.pk}/preview/"' in content


def test_what_was_not_found_is_taken_off_its_list_in_words_that_fit(owner_client):
    address = NotFoundAddress.objects.create(path="/nowhere/", last_asked=timezone.now())
    listed = owner_client.get("/admin/publishing/notfoundaddress/").text
    assert "Geselecteerde adressen niet gevonden" not in listed
    data = {"action": "delete_selected", "_selected_action": [address.pk], "post": "yes"}
    owner_client.post("/admin/publishing/notfoundaddress/", data)
    assert not NotFoundAddress.objects.exists()
