"""What is written outside the form is a version too, so that the history of an item is whole."""

from io import StringIO

import pytest
from django.core.management import call_command

from consultancy.importing.starter import load_starter
from pages.models import Page
from pages.moving import Place, move
from publishing.models import Revision
from publishing.versions import revisions
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.importing.documents import document
from tests.versions.writing import row, screen, write

pytestmark = pytest.mark.django_db


def told(item):
    """The versions of an item, oldest first, as (kind, text, by whom)."""
    return [(kept.kind, kept.content["text"], kept.by_name) for kept in Revision.objects.of(item).order_by("pk")]


@pytest.fixture
def take_in(tmp_path):
    """Imports a page of this text and gives it."""

    def take_in(text, **fields):
        (tmp_path / "offer.md").write_text(document(text, title="Offer", slug="offer", **fields), encoding="utf-8")
        output = StringIO()
        call_command("import_content", str(tmp_path), stdout=output)
        take_in.said = output.getvalue()
        return Page.objects.get(slug="offer")

    return take_in


def test_what_is_imported_is_a_version_by_the_import(take_in, owner_client):
    page = take_in("One.")
    assert told(page) == [("saved", "One.", "~import")]
    assert "~" not in owner_client.get(screen(page)).text.split('class="versions"')[1].split("</ol>")[0]


def test_a_live_item_is_updated_by_what_was_read(take_in):
    page = take_in("One.", status="published")
    take_in("Two.", status="published")
    assert told(page) == [("published", "One.", "~import"), ("published", "Two.", "~import")]
    assert row(page).text == "Two."


def test_run_twice_it_keeps_no_second_version(take_in):
    page = take_in("One.", status="published")
    take_in("One.", status="published")
    assert len(told(page)) == 1


def test_a_change_of_place_only_is_no_version(take_in):
    page = take_in("One.", status="published")
    take_in("One.", status="published", menu="main")
    assert (row(page).menu, len(told(page))) == ("main", 1)


def test_a_dry_run_keeps_none(tmp_path):
    (tmp_path / "offer.md").write_text(document("One."), encoding="utf-8")
    call_command("import_content", str(tmp_path), "--dry-run", stdout=StringIO())
    assert not Revision.objects.exists()


def test_what_waits_goes_on_waiting_and_that_is_said(take_in, owner):
    page = take_in("One.", status="published")
    write(page, owner, text="Mine.")
    take_in("Two.", status="published")
    assert (row(page).text, revisions.working_copy(row(page)).text) == ("Two.", "Mine.")
    assert len(take_in.said.splitlines()) == 2


def test_what_stood_there_before_the_first_import_of_it_is_kept(take_in):
    page = take_in("One.", status="published")
    Revision.objects.all().delete()
    take_in("Two.", status="published")
    assert [text for _kind, text, _by in told(page)] == ["One.", "Two."]


def test_topics_are_part_of_what_was_imported(tmp_path):
    (tmp_path / "news.md").write_text(document("One.", title="News", kind="post", topics="Dialogue"), encoding="utf-8")
    call_command("import_content", str(tmp_path), stdout=StringIO())
    assert len(Revision.objects.get().content["topics"]) == 1


def test_every_item_of_a_new_site_has_its_first_version():
    for outcome in load_starter():
        assert Revision.objects.of(outcome.item).count() == 1, outcome.item


def test_a_copy_and_a_translation_begin_with_a_version_of_their_own(owner_client, owner):
    post = create_post(title="News", text="One.", topics=[create_topic(name="Dialogue")])
    owner_client.post("/admin/blog/post/", {"action": "duplicate", "_selected_action": [post.pk]})
    owner_client.post(screen(post, "translate", "en"))
    twins = type(post).objects.exclude(pk=post.pk)
    assert [told(twin) for twin in twins] == [[("saved", "One.", "consultant")]] * 2
    assert all(Revision.objects.of(twin).get().content["topics"] for twin in twins)


def test_a_page_that_gets_another_address_in_the_tree_has_a_version_of_it(owner):
    page, above = create_page(title="Offer"), create_page(title="Above")
    write(page, owner, publish=True, text="One.")
    move(page.pk, Place(above.pk, None, ""), seen="/offer/")
    assert len(told(page)) == 2
    move(page.pk, Place(above.pk, None, "better"), seen="/above/offer/")
    assert Revision.objects.of(page).first().content["slug"] == "better"


def test_a_client_whose_words_are_found_in_a_page_has_a_version(tmp_path):
    text = "OFFER\n\nWhat we do.\n\n“It was a fine summer.”\n— Vera Voorbeeld, director\n"
    (tmp_path / "offer.txt").write_text(text, encoding="utf-8")
    call_command("import_content", str(tmp_path), stdout=StringIO())
    assert all(Revision.objects.of(item).exists() for item in Testimonial.objects.all())
