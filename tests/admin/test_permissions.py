"""Who may do what."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.models import Page, Profile
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

WRITER = ("pages.view_page", "pages.add_page", "pages.change_page", "pages.delete_page")


def change(page):
    return f"/admin/pages/page/{page.pk}/change/"


def test_the_consultant_is_no_superuser_and_reaches_every_room(owner, owner_client):
    assert not owner.is_superuser
    for address in ("pages/page", "pages/profile", "images/image", "images/document", "publishing/redirect"):
        assert owner_client.get(f"/admin/{address}/", follow=True).status_code == 200, address


def test_the_consultant_does_not_reach_logins_and_groups(owner_client):
    for address in ("auth/user", "auth/group"):
        assert owner_client.get(f"/admin/{address}/").status_code in (403, 404)


def test_whoever_may_not_publish_works_on_drafts_only(client):
    draft, public = create_page(title="Draft", status="draft"), create_page(title="Public")
    client.force_login(create_user(*WRITER))
    assert "status" not in client.get(change(draft)).context["adminform"].form.fields
    client.post(change(draft), filled_in(client, change(draft), text="Better words", status="published"))
    draft.refresh_from_db()
    assert (draft.text, draft.status) == ("Better words", "draft")
    assert client.post(change(public), {"title": "Mine", "text": "Mine"}).status_code == 403
    assert client.post(f"/admin/pages/page/{public.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Page.objects.get(pk=public.pk).title == "Public"


def test_what_waits_for_its_moment_is_for_whoever_may_publish(client):
    page = create_page(published_at=timezone.now() + timedelta(days=1))
    client.force_login(create_user(*WRITER))
    assert client.post(change(page), {"title": "Mine"}).status_code == 403
    assert client.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"}).status_code == 403
    client.force_login(create_user(*WRITER, "pages.publish_page"))
    assert client.get(change(page)).status_code == 200


def test_a_draft_above_a_public_page_is_for_whoever_may_publish(client):
    parent = create_page(title="Offer", status="draft")
    create_page(title="Dialogue", parent=parent)
    client.force_login(create_user(*WRITER))
    assert client.post(change(parent), {"slug": "moved"}).status_code == 403


def test_publishing_asks_for_the_permission_to_change_too(client):
    page = create_page(status="draft")
    client.force_login(create_user("pages.view_page", "pages.publish_page"))
    client.post("/admin/pages/page/", {"action": "publish", "_selected_action": [page.pk]})
    assert Page.objects.get(pk=page.pk).status == "draft"


def test_a_draft_is_looked_at_only_by_whoever_may_see_pages(client):
    page = create_page(status="draft")
    address = f"/admin/pages/page/{page.pk}/preview/"
    client.force_login(create_user())
    assert client.get(address).status_code == 403
    client.force_login(create_user("pages.view_page"))
    assert client.get(address).status_code == 200


def test_the_profile_is_one_form_that_cannot_be_added_to_or_deleted(owner_client):
    answer = owner_client.get("/admin/pages/profile/", follow=True)
    address = answer.request["PATH_INFO"]
    assert address == f"/admin/pages/profile/{Profile.load().pk}/change/"
    assert owner_client.get("/admin/pages/profile/add/").status_code == 403
    assert owner_client.get(address.replace("change", "delete")).status_code == 403
    owner_client.post(address, filled_in(owner_client, address, name="A. Consultant"))
    assert Profile.load().name == "A. Consultant"


def test_an_old_address_can_be_taken_back(client, owner_client):
    page = create_page(slug="one")
    page.slug = "two"
    page.save()
    from publishing.models import Redirect

    redirect = Redirect.objects.get(path="/one/")
    assert owner_client.get(f"/admin/publishing/redirect/{redirect.pk}/change/").status_code == 200
    owner_client.post(f"/admin/publishing/redirect/{redirect.pk}/delete/", {"post": "yes"})
    assert client.get("/one/").status_code == 404
