"""Every version is kept, and can be the latest again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from images.models import Image
from pages.models import Page
from publishing.models import Revision
from publishing.versions import drafts, revisions
from publishing.versions.putting_back import restore
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def written(item, **fields):
    """The working copy of an item with other words, as its form makes it."""
    item = revisions.working_copy(type(item).objects.get(pk=item.pk))
    for name, value in fields.items():
        setattr(item, name, value)
    return item


def row(item):
    return type(item).objects.get(pk=item.pk)


def texts(item):
    return [revision.content["text"] for revision in Revision.objects.of(item)]


def test_what_stood_there_before_the_first_is_a_version_too(owner):
    page = create_page(title="Offer", text="One.")
    drafts.save(written(page, text="Two."), owner)
    assert texts(page) == ["Two.", "One."]
    assert [kept.kind for kept in Revision.objects.of(page)] == ["saved", "published"]


def test_an_older_one_comes_back_as_a_new_one_and_nothing_is_overwritten(owner):
    page = create_page(title="Offer", text="One.", status="draft")
    drafts.save(written(page, text="Two."), owner)
    drafts.save(written(page, text="Three."), owner)
    restore(row(page), Revision.objects.get(content__text="Two."), owner)
    assert row(page).text == "Two."
    assert texts(page) == ["Two.", "Three.", "Two.", "One."]


def test_an_older_one_of_a_live_item_waits(owner):
    page = create_page(title="Offer", text="One.")
    drafts.publish(written(page, text="Two."), owner)
    restore(row(page), Revision.objects.get(content__text="One."), owner)
    assert row(page).text == "Two."
    assert written(page).text == "One."


def test_an_address_that_was_taken_meanwhile_comes_back_as_a_free_one(owner):
    page = create_page(title="Offer", status="draft")
    drafts.save(written(page, slug="other"), owner)
    create_page(title="Another", slug="offer")
    restore(row(page), Revision.objects.of(page).last(), owner)
    assert row(page).slug == "offer-2"


def test_links_in_an_old_version_lead_to_where_their_pages_are_now(owner):
    page = create_page(title="Offer", text="[a](/about/#me) [b](/about)", status="draft")
    about = create_page(title="About", status="draft")
    drafts.save(written(page), owner)
    drafts.save(written(page, text="None."), owner)
    about.slug = "who-i-am"
    about.save()
    restore(row(page), Revision.objects.of(page)[1], owner)
    assert row(page).text == "[a](/who-i-am/#me) [b](/who-i-am/)"


def test_links_that_wait_follow_a_page_that_moves(owner):
    about = create_page(title="About", status="draft")
    page = create_page(title="Offer", text="One.")
    drafts.save(written(page, text="[a](/about/)"), owner)
    about.slug = "who-i-am"
    about.save()
    assert written(page).text == "[a](/who-i-am/)"


def test_a_version_of_an_older_model_opens_in_a_newer_one():
    page, gone = create_page(title="Offer", image=create_image()), create_image(title="Gone")
    content = {"title": "Better", "no_such_field": 1, "noindex": None, "published_at": "nonsense", "image": gone.pk}
    Image.objects.filter(pk=gone.pk).delete()
    item = revisions.apply(row(page), content)
    assert (item.title, item.noindex, item.published_at, item.image_id) == (
        "Better",
        False,
        page.published_at,
        page.image_id,
    )


def test_moments_are_kept_to_the_microsecond(owner):
    with time_machine.travel(NOON + timedelta(microseconds=123456), tick=False):
        page = create_page(title="Offer")
    drafts.save(written(page, text="Two."), owner)
    assert written(page).published_at == page.published_at


def test_publication_is_undone_within_a_day(owner, noon):
    topics = [create_topic(name="Dialogue"), create_topic(name="Music")]
    post = create_post(title="News", text="One.", topics=topics[:1])
    again = written(post, text="Two.")
    revisions.take_related(again, "topics", type(topics[0]).objects.filter(pk=topics[1].pk))
    drafts.publish(again, owner)
    noon.shift(timedelta(hours=23))
    drafts.undo_publication(row(post), owner)
    assert (row(post).text, list(row(post).topics.all())) == ("One.", topics[:1])
    assert (written(post).text, list(written(post).topics.all())) == ("Two.", topics[1:])
    assert drafts.undoable(row(post)) is None


def test_what_was_written_after_the_publication_waits_on_when_it_is_undone(owner):
    page = create_page(title="Offer", text="One.")
    drafts.publish(written(page, text="Two."), owner)
    drafts.save(written(page, text="Three."), owner)
    drafts.undo_publication(row(page), owner)
    assert (row(page).text, written(page).text) == ("One.", "Three.")


def test_a_first_publication_that_is_undone_is_a_draft_again(client, owner):
    page = create_page(title="Offer", text="One.", status="draft")
    drafts.publish(written(page, text="Two."), owner)
    drafts.undo_publication(row(page), owner)
    assert (row(page).status, row(page).text, row(page).published_at) == ("draft", "Two.", None)
    assert client.get("/offer/").status_code == 404


def test_after_a_day_it_stays(owner_client, owner, noon):
    page = create_page(title="Offer", text="One.")
    drafts.publish(written(page, text="Two."), owner)
    form = f"/admin/pages/page/{page.pk}/change/"
    undo = f"/admin/pages/page/{page.pk}/undo-publication/"
    assert undo in owner_client.get(form).text
    noon.shift(timedelta(days=1))
    assert undo not in owner_client.get(form).text
    assert "niet meer" in owner_client.post(undo, follow=True).text
    assert row(page).text == "Two."


def test_only_who_may_publish_undoes_it(client, owner):
    from tests.factories import create_user

    page = create_page(title="Offer", text="One.")
    drafts.publish(written(page, text="Two."), owner)
    undo = f"/admin/pages/page/{page.pk}/undo-publication/"
    client.force_login(create_user("pages.change_page", "pages.view_page"))
    assert client.post(undo).status_code == 403
    client.force_login(create_user("pages.change_page", "pages.view_page", "pages.publish_page"))
    assert client.get(undo).status_code == 405
    assert client.post(undo).status_code == 302
    assert row(page).text == "One."


def test_a_copy_is_of_what_was_written(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    drafts.save(written(page, text="Two."), owner)
    owner_client.post("/admin/pages/page/", {"action": "duplicate", "_selected_action": [page.pk]})
    assert Page.objects.latest("pk").text == "Two."


def test_what_was_written_after_a_first_publication_stays_when_it_is_undone(owner):
    page = create_page(title="Offer", text="One.", status="draft")
    drafts.publish(written(page, text="Two."), owner)
    drafts.save(written(page, text="Three."), owner)
    drafts.undo_publication(row(page), owner)
    assert (row(page).status, row(page).text) == ("draft", "Three.")


def test_a_publication_before_the_moment_of_what_was_scheduled_long_ago_is_undone(owner):
    page = create_page(title="Offer", text="One.", published_at=NOON + timedelta(days=3))
    drafts.publish(written(page, text="Two."), owner)
    drafts.undo_publication(row(page), owner)
    assert (row(page).text, written(page).text) == ("One.", "Two.")


def test_a_newer_publication_than_the_one_that_was_seen_is_not_undone(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    seen = drafts.publish(written(page, text="Two."), owner)
    drafts.publish(written(page, text="Three."), owner)
    answer = owner_client.post(f"/admin/pages/page/{page.pk}/undo-publication/", {"publication": seen.pk}, follow=True)
    assert "nieuwers gepubliceerd" in answer.text
    assert row(page).text == "Three."


def test_an_end_stays_when_a_first_publication_is_undone(owner):
    end = NOON + timedelta(days=9)
    page = create_page(title="Offer", status="draft")
    drafts.publish(written(page, expires_at=end), owner)
    drafts.undo_publication(row(page), owner)
    assert row(page).expires_at == end
