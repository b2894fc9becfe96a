"""Any two versions beside each other: field by field, by their names, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from publishing.models import Revision
from publishing.versions import revisions
from publishing.versions.drafts import save
from tests.factories import create_page, create_user
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.versions.writing import many, row, screen, write

pytestmark = pytest.mark.django_db


def changed(client, old, new, item):
    """The fields that differ as {name: (what was removed, what was added)}."""
    context = client.get(f"{screen(item, 'compare_versions')}?old={old.pk}&new={new.pk}").context
    return {field.name: _told(field.differences) for field in context["changed"]}


def _told(differences):
    pieces = [piece for row in differences.rows for piece in (*row.left, *row.right)]
    return tuple("".join(piece.text for piece in pieces if piece.kind == kind) for kind in ("removed", "added"))


def test_what_differs_is_told_by_the_names_of_the_form_and_the_rest_is_left_out(owner_client, owner):
    page = create_page(title="Offer", text="One fine day.", lead="Come in.")
    old = write(page, owner, lead="Come in!")
    new = write(page, owner, title="Better", text="One grey day.", quotation="All is well.", noindex=True)
    found = changed(owner_client, old, new, page)
    assert list(found)[:2] == ["Titel", "Tekst"]
    assert (found["Titel"], found["Tekst"]) == (("Offer", "Better"), ("fine", "grey"))
    assert found["Openingscitaat"] == ("", "All is well.")
    assert len(found) == 4


def test_a_picture_and_topics_are_told_by_their_names(owner_client, owner):
    dialogue, music = create_topic(name="Dialogue"), create_topic(name="Music")
    post = create_post(title="News", topics=[dialogue])
    old = write(post, owner, text="Two.")
    written = revisions.working_copy(row(post))
    written.image = create_image(title="A bridge")
    revisions.take_related(written, "topics", type(music).objects.filter(pk__in=[dialogue.pk, music.pk]))
    found = changed(owner_client, old, save(written, owner), post)
    assert set(found.values()) == {("Dialogue", "Dialogue, Music"), ("", "A bridge")}


def test_a_picture_that_was_deleted_is_told_as_such(owner_client, owner):
    image = create_image(title="A bridge")
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, image=image)
    new = write(page, owner, image=None)
    image.delete()
    (removed, added), *rest = changed(owner_client, old, new, page).values()
    assert removed and removed != str(old.content["image"]) and not added and not rest


def test_moments_and_choices_are_told_in_words(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old = write(page, owner, text="One.")
    end = datetime(2027, 5, 3, 14, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    new = write(page, owner, expires_at=end, action_kind="contact", action_label="Talk to me")
    words = [added for _removed, added in changed(owner_client, old, new, page).values()]
    assert any("3 mei 2027" in word and "14.05" in word for word in words)
    assert "contact" not in words and "Talk to me" in words


def test_the_older_one_stands_first_whichever_was_chosen_as_such(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    old, new = write(page, owner, text="One"), write(page, owner, text="Two")
    assert changed(owner_client, new, old, page) == changed(owner_client, old, new, page)


def test_a_link_that_followed_its_page_is_no_difference(owner_client, owner):
    about, page = create_page(title="About", status="draft"), create_page(title="Offer", status="draft")
    old = write(page, owner, text="[a](/about/)")
    about.slug = "who-i-am"
    about.save()
    new = write(page, owner, title="Better")
    assert list(changed(owner_client, old, new, page).values()) == [("Offer", "Better")]


def test_a_version_of_an_older_model_is_compared_in_what_both_know(owner_client, owner):
    page = create_page(title="Offer", status="draft")
    new = write(page, owner, text="Two.")
    old = write(page, owner, text="One.")
    content = {"title": "Offer", "text": "Zero.", "no_such_field": 1, "published_at": "nonsense"}
    Revision.objects.filter(pk=old.pk).update(content=content)
    assert changed(owner_client, old, new, page)["Tekst"] == ("Two.", "Zero.")


@pytest.mark.parametrize("query", ["", "?old=1", "?old=x&new=y", f"?old={'9' * 40}&new=1", "?old=1&new=1"])
def test_a_choice_that_is_none_is_told(owner_client, owner, query):
    page = create_page(title="Offer")
    write(page, owner, text="Two.")
    response = owner_client.get(screen(page, "compare_versions") + query, follow=True)
    assert response.redirect_chain == [(screen(page), 302)]
    assert len(list(response.context["messages"])) == 1


def test_a_version_of_another_item_is_none_of_this_one(owner_client, owner):
    page, other = create_page(title="Offer"), create_page(title="Other")
    mine, its = write(page, owner, text="Two."), write(other, owner, text="Two.")
    query = f"?old={mine.pk}&new={its.pk}"
    assert owner_client.get(screen(page, "compare_versions") + query).status_code == 302
    assert owner_client.get(screen(page, "version", its.pk)).status_code == 404


def test_two_thousand_versions_make_it_no_dearer(owner_client, owner, django_assert_max_num_queries):
    page = create_page(title="Offer", text="One.")
    old, new = write(page, owner, text="Two."), write(page, owner, text="Three.", image=create_image())
    many(page, 2_000)
    with django_assert_max_num_queries(12):
        changed(owner_client, old, new, page)


def test_whoever_may_not_see_the_item_may_not_compare(client, owner):
    page = create_page(title="Offer")
    old, new = write(page, owner, text="Two."), write(page, owner, text="Three.")
    client.force_login(create_user("blog.change_post"))
    assert client.get(f"{screen(page, 'compare_versions')}?old={old.pk}&new={new.pk}").status_code == 403
