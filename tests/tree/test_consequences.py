"""On the form she sees what an address is and what another one brings about, before anything is saved."""

import re

import pytest
from django.utils import translation

from pages.models import Page
from publishing.models import Redirect
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.tree.trees import paths, small_tree

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/editor/consequences/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def said(client, item, **typed):
    """What is said of an item with these fields typed, in plain text."""
    key = "" if item.pk is None else item.pk
    answer = client.get(ADDRESS, {"kind": item._meta.label_lower, "key": key, **typed})
    assert answer.status_code == 200
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def panel(client, item):
    form = f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/"
    return client.get(form).content.decode().split("data-consequences=")[1].split("field-description")[0]


def test_of_a_new_page_it_says_where_it_will_stand(owner_client):
    offer, *_ = small_tree()
    assert "/offer/plan/" in said(owner_client, Page(), slug="plan", parent=offer.pk)
    assert "/a-plan/" in said(owner_client, Page(), title="A plan", slug="", parent="")


def test_of_a_draft_it_changes_with_saving_and_nothing_leads_on(owner_client):
    page = create_page(slug="a", status="draft")
    words = said(owner_client, page, slug="b", parent="")
    assert "/a/ → /b/" in words and "as soon as you save" in words
    assert paths() == ["a"] and not Redirect.objects.exists()


def test_of_a_live_page_the_slug_waits_for_publish_and_the_page_above_does_not(owner_client):
    offer, dialogue, _training, other = small_tree()
    waits = said(owner_client, dialogue, slug="talking", parent=offer.pk)
    assert "as soon as you press “Publish”; saving alone" in waits
    at_once = said(owner_client, dialogue, slug="dialogue", parent=other.pk)
    assert "as soon as you save." in at_once and "Publish" not in at_once
    both = said(owner_client, dialogue, slug="talking", parent=other.pk)
    assert "/other/talking/" in both and "the last part as soon as you press “Publish”" in both


def test_what_is_foretold_is_what_happens(owner_client):
    offer, dialogue, *_ = small_tree()
    post = create_post(title="Linking", text="[x](/offer/dialogue/)")
    assert "/offer/dialogue/ → /services/dialogue/" in said(owner_client, offer, slug="services", parent="")
    form = f"/admin/pages/page/{offer.pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, slug="services", _save="1"))
    assert "offer/dialogue" in paths()
    owner_client.post(form, filled_in(owner_client, form, _publish="1"))
    assert "services/dialogue" in paths()
    post.refresh_from_db()
    assert post.text == "[x](/services/dialogue/)"
    assert owner_client.get("/offer/dialogue/")["Location"] == Page.objects.get(pk=dialogue.pk).get_absolute_url()


def test_an_address_that_is_taken_says_by_what_and_which_is_free(owner_client):
    _offer, dialogue, training, _other = small_tree()
    words = said(owner_client, dialogue, slug="training", parent=training.parent_id)
    assert "Training" in words and "training-2" in words and "→" not in words


def test_of_a_post_a_free_one_is_offered_too(owner_client):
    create_post(slug="taken")
    post = create_post(slug="mine")
    assert "taken-2" in said(owner_client, post, slug="taken")
    assert "/blog/mine/ → /blog/other/" in said(owner_client, post, slug="other")


@pytest.mark.parametrize(
    "typed",
    [
        {"slug": "with a space"},
        {"slug": "x" * 200},
        {"parent": "999999"},
        {"parent": "x"},
        {"parent": "9" * 40},
        {"menu": "nowhere"},
    ],
)
def test_what_can_be_no_address_is_said_and_nothing_breaks(owner_client, typed):
    page = create_page(slug="a")
    assert "→" not in said(owner_client, page, **typed)


def test_an_old_address_of_another_item_is_named_before_it_is_taken_over(owner_client):
    moved, page = create_page(title="Moved away", slug="old"), create_page(slug="a")
    moved.slug = "new"
    moved.save()
    words = said(owner_client, page, slug="old", parent="")
    assert "/old/ is an old address that leads to “Moved away” now" in words
    assert "not even once you have undone this" in words
    assert "Publish, and the address belongs here" in words
    assert "old address that" not in said(owner_client, moved, slug="old", parent="")


def test_the_address_of_what_was_deleted_is_named_too(owner_client):
    create_page(slug="old").delete()
    page = create_page(slug="a", status="draft")
    assert "was deleted" in said(owner_client, page, slug="old", parent="")


def test_a_draft_at_an_old_address_says_that_publishing_takes_it_over(owner_client):
    moved = create_page(title="Moved away", slug="old")
    moved.slug = "new"
    moved.save()
    draft = create_page(slug="old", status="draft")
    assert "Moved away" in panel(owner_client, draft)


def test_without_script_the_form_tells_of_what_is_stored(owner_client):
    offer, *_ = small_tree()
    create_post(title="A post that links", text="[x](/offer/)")
    create_page(title="With a button", action_kind="page", action_label="Go", action_page=offer)
    create_page(title="In English", slug="in-english", language="en", translation_of=offer)
    Page.objects.filter(pk=offer.pk).update(menu="main")
    shown = panel(owner_client, Page.objects.get(pk=offer.pk))
    for words in ("/offer/", "2 pages stand below it", "A post that links", "With a button", "In English", "main menu"):
        assert words in shown, words


def test_with_what_waits_in_a_revision_the_form_tells_when_it_counts(owner_client):
    page = create_page(slug="a")
    form = f"/admin/pages/page/{page.pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, slug="b", _save="1"))
    shown = panel(owner_client, page)
    assert "<code>/a/</code> → <code>/b/</code>" in shown and "Publish" in shown


def test_every_kind_with_an_address_has_it_and_a_new_item_has_it_empty(owner_client):
    for kind in ("pages/page", "blog/post", "testimonials/testimonial"):
        content = owner_client.get(f"/admin/{kind}/add/").content.decode()
        assert "data-consequences=" in content and "js/admin/consequences.js" in content
        assert "pointing-here" not in content and "errorlist" not in content.split("data-consequences=")[1]


def test_a_refused_form_keeps_what_was_typed_and_says_what_is_wrong(owner_client):
    _offer, dialogue, *_ = small_tree()
    form = f"/admin/pages/page/{dialogue.pk}/change/"
    answer = owner_client.post(form, filled_in(owner_client, form, slug="training", _save="1"))
    assert answer.status_code == 200 and 'value="training"' in answer.content.decode()
    assert "training-2" in answer.content.decode()


def test_many_pages_and_links_cost_a_bounded_number_of_queries(owner_client, django_assert_max_num_queries):
    offer, *_, other = small_tree()
    for number in range(30):
        create_page(title=f"P{number}", slug=f"p{number}", parent=offer)
        create_post(title=f"Post {number}", text="[x](/offer/)")
    for number in range(3):
        create_page(title=f"Button {number}", action_kind="page", action_label="Go", action_page=offer)
    said(owner_client, offer, slug="services", parent=other.pk)
    # Of these four are of the session, the user and her permissions.
    with django_assert_max_num_queries(17):
        words = said(owner_client, offer, slug="services", parent=other.pk)
    assert "33 addresses change" in words and "30 texts link here" in words and "and 10 more" in words


def test_only_whoever_writes_this_kind_is_told(client):
    page = create_page(slug="a")
    question = {"kind": "pages.page", "key": page.pk, "slug": "b"}
    assert client.get(ADDRESS, question).status_code == 403
    client.force_login(create_user("blog.change_post"))
    assert client.get(ADDRESS, question).status_code == 403
    client.force_login(create_user("pages.change_page"))
    assert client.get(ADDRESS, question).status_code == 200
    for kind in ("", "auth.user", "pages.nothing"):
        assert client.get(ADDRESS, {**question, "kind": kind}).status_code == 403
    assert client.post(ADDRESS, question).status_code == 405


def test_whoever_may_only_add_is_told_nothing_of_what_is_there(client):
    page = create_page(slug="a", status="draft")
    client.force_login(create_user("pages.add_page"))
    assert client.get(ADDRESS, {"kind": "pages.page", "slug": "b"}).status_code == 200
    assert client.get(ADDRESS, {"kind": "pages.page", "key": page.pk, "slug": "b"}).status_code == 403


def test_no_cache_keeps_it(owner_client):
    page = create_page(slug="a")
    answer = owner_client.get(ADDRESS, {"kind": "pages.page", "key": page.pk})
    assert "no-store" in answer["Cache-Control"]
