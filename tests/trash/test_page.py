"""A page that was deleted comes back as it was."""

import uuid
from datetime import UTC, datetime

import pytest
import time_machine
from django.forms import model_to_dict

from consultancy.search.index import current
from pages.models import Page
from publishing.models import BrokenLink, Redirect, Reference
from tests.factories import create_page
from tests.factories_images import create_image
from tests.trash.deleting import bring_back, to_bin
from trash.models import DeletedRow, Deletion

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = (datetime(2026, month, 3, 9, 15, 0, 123456, tzinfo=UTC) for month in (5, 6, 7))


def as_row(page):
    return Page.objects.filter(pk=page.pk).values().get()


def test_every_field_is_as_it_was(owner_client):
    with time_machine.travel(MAY, tick=False):
        page = create_page(
            title="Offer", text="**Words**", menu="main", on_home=True, position=30, image=create_image(), lead="Lead"
        )
    was = as_row(page)
    with time_machine.travel(JUNE, tick=False):
        deletion = to_bin(owner_client, page)
        assert not Page.objects.filter(pk=page.pk).exists()
    with time_machine.travel(JULY, tick=False):
        bring_back(owner_client, deletion)
    assert as_row(page) == was
    assert not Deletion.objects.exists()
    assert not DeletedRow.objects.exists()


def test_its_address_says_that_it_is_gone_until_it_is_back(client, owner_client):
    page = create_page(slug="offer", text="Our words")
    deletion = to_bin(owner_client, page)
    assert client.get("/offer/").status_code == 410
    bring_back(owner_client, deletion)
    assert "Our words" in client.get("/offer/").content.decode()


def test_a_draft_stays_one_that_nobody_sees(client, owner_client):
    deletion = to_bin(owner_client, create_page(slug="offer", status="draft"))
    bring_back(owner_client, deletion)
    assert client.get("/offer/").status_code == 404


def test_what_was_archived_is_again_not_found_and_known_as_once_public(client, owner_client):
    page = create_page(slug="offer")
    page.status = "archived"
    page.save()
    bring_back(owner_client, to_bin(owner_client, page))
    assert client.get("/offer/").status_code == 404
    page = Page.objects.get(pk=page.pk)
    assert page.ever_public
    to_bin(owner_client, page)
    assert client.get("/offer/").status_code == 410


def test_links_in_texts_of_others_lead_there_again(client, owner_client):
    page = create_page(slug="offer")
    other = create_page(slug="other", text="[Look](/offer/)")
    deletion = to_bin(owner_client, page)
    assert BrokenLink.objects.filter(path="/offer/").exists()
    bring_back(owner_client, deletion)
    assert not BrokenLink.objects.exists()
    assert Reference.objects.filter(source_id=other.pk, target_id=page.pk).exists()
    page = Page.objects.get(pk=page.pk)
    page.slug = "moved"
    page.save()
    assert 'href="/moved/"' in client.get("/other/").content.decode()


def test_what_its_own_text_links_to_is_known_again(owner_client):
    target = create_page(slug="target")
    page = create_page(slug="offer", text="[Look](/target/)")
    bring_back(owner_client, to_bin(owner_client, page))
    assert Reference.objects.filter(source_id=page.pk, target_id=target.pk).exists()


def test_buttons_of_other_pages_lead_there_again(client, owner_client):
    page = create_page(slug="offer")
    button = {"action_kind": "page", "action_label": "Plan it", "action_page": page}
    other = create_page(slug="other", second_label="Or this", second_page=page, **button)
    deletion = to_bin(owner_client, page)
    assert "Plan it" not in client.get("/other/").content.decode()
    bring_back(owner_client, deletion)
    content = client.get("/other/").content.decode()
    assert "Plan it" in content
    assert "Or this" in content
    assert model_to_dict(Page.objects.get(pk=other.pk)) == model_to_dict(other)


def test_a_button_that_was_changed_meanwhile_stays_as_it_is_now(owner_client):
    page = create_page(slug="offer")
    other = create_page(slug="other", action_kind="page", action_label="Plan it", action_page=page)
    deletion = to_bin(owner_client, page)
    Page.objects.filter(pk=other.pk).update(action_kind="contact", action_label="Write me")
    bring_back(owner_client, deletion)
    other.refresh_from_db()
    assert (other.action_kind, other.action_label, other.action_page) == ("contact", "Write me", None)


@pytest.mark.parametrize("first", ["original", "translation"])
def test_original_and_translation_know_each_other_again(owner_client, first):
    original = create_page(slug="offer")
    translation = create_page(slug="an-offer", language="en", translation_of=original)
    deletion = to_bin(owner_client, original if first == "original" else translation)
    bring_back(owner_client, deletion)
    assert Page.objects.get(pk=original.pk).translation == translation


@pytest.mark.parametrize("first_out", [0, 1])
@pytest.mark.parametrize("first_back", [0, 1])
def test_a_pair_of_which_both_were_deleted_finds_each_other_again(owner_client, first_out, first_back):
    original = create_page(slug="offer")
    pair = [original, create_page(slug="an-offer", language="en", translation_of=original)]
    one = to_bin(owner_client, pair[first_out])
    other = to_bin(owner_client, pair[1 - first_out])
    deletions = [one, other]
    bring_back(owner_client, deletions[first_back])
    bring_back(owner_client, deletions[1 - first_back])
    assert Page.objects.get(pk=original.pk).translation == pair[1]


def test_a_translation_that_got_a_follower_meanwhile_comes_back_without_its_original(owner_client):
    original = create_page(slug="offer")
    translation = create_page(slug="an-offer", language="en", translation_of=original)
    deletion = to_bin(owner_client, translation)
    follower = create_page(slug="another", language="en", translation_of=original)
    answer = bring_back(owner_client, deletion)
    assert Page.objects.get(pk=translation.pk).translation_of is None
    assert Page.objects.get(pk=original.pk).translation == follower
    assert [message.level_tag for message in answer.context["messages"]][-1] == "warning"


def test_old_addresses_lead_there_again(client, owner_client):
    page = create_page(slug="first")
    page.slug = "second"
    page.save()
    Redirect.objects.create(path="/by-hand", target=page)
    deletion = to_bin(owner_client, page)
    assert [client.get(path).status_code for path in ("/first/", "/by-hand")] == [410, 410]
    bring_back(owner_client, deletion)
    assert [client.get(path)["Location"] for path in ("/first/", "/by-hand")] == ["/second/", "/second/"]


def test_an_old_address_that_was_led_elsewhere_meanwhile_stays_there(client, owner_client):
    page, other = create_page(slug="first"), create_page(slug="other")
    page.slug = "second"
    page.save()
    deletion = to_bin(owner_client, page)
    Redirect.objects.filter(path="/first/").update(target_type=Redirect(target=other).target_type, target_id=other.pk)
    bring_back(owner_client, deletion)
    assert client.get("/first/")["Location"] == "/other/"


def test_its_lasting_name_and_key_are_the_same(owner_client):
    name = uuid.uuid4()
    page = create_page(slug="offer", uuid=name)
    bring_back(owner_client, to_bin(owner_client, page))
    assert Page.objects.get(uuid=name).pk == page.pk


def test_the_search_finds_it_again_and_its_index_is_whole(client, owner_client):
    page = create_page(slug="offer", title="Periwinkle")
    deletion = to_bin(owner_client, page)
    assert "/offer/" not in client.get("/zoeken/?q=periwinkle").content.decode()
    bring_back(owner_client, deletion)
    assert "/offer/" in client.get("/zoeken/?q=periwinkle").content.decode()
    assert current().is_complete()


def test_a_page_that_is_part_of_the_site_never_goes(owner_client):
    contact = Page.objects.get(section="contact")
    assert owner_client.post(f"/admin/pages/page/{contact.pk}/delete/", {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [contact.pk], "post": "yes"}
    owner_client.post("/admin/pages/page/", data)
    assert Page.objects.filter(pk=contact.pk).exists()
    assert not Deletion.objects.exists()
