"""The index holds what the items hold: after each save and deletion, and never anything else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from blog.models import Post
from consultancy.models import SearchEntry
from consultancy.search import fts5, keeping
from consultancy.search.index import current
from pages.models import Page
from tests.factories import create_page
from tests.factories_blog import create_post, grow
from tests.search.searching import titles
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def kept():
    """All that the index holds: for each item its words by column, and the words of the whole."""
    with connection.cursor() as cursor:
        # Where anything was forgotten by other words than it was learned by, this tells.
        cursor.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        cursor.execute("SELECT term, doc, cnt FROM search_vocabulary")
        vocabulary = sorted(cursor.fetchall())
    entries = SearchEntry.objects.order_by("kind", "item_id")
    return list(entries.values_list("kind", "item_id", "version", "changed", "words")), vocabulary


@pytest.fixture
def page():
    return create_page(title="Macht", text="Moed")


def test_a_change_of_title_and_text_is_found_at_once(client, page):
    page.title, page.text = "Kracht", "Durf"
    page.save()
    assert titles(client, "kracht") == titles(client, "durf") == ["Kracht"]
    assert titles(client, "macht") == titles(client, "moed") == []


def test_a_change_of_language_changes_the_stems(client, page):
    page.text = "Die samenwerkten"
    page.save()
    assert titles(client, "samenwerkingen") == ["Macht"]
    page.language = "en"
    page.save()
    assert titles(client, "samenwerkingen") == []


@pytest.mark.parametrize("delete", [lambda page: page.delete(), lambda page: Page.objects.filter(pk=page.pk).delete()])
def test_what_is_deleted_is_forgotten(client, page, delete):
    before, key = kept(), page.pk
    delete(page)
    assert titles(client, "macht") == []
    assert ("page", key) in {row[:2] for row in before[0]}
    assert ("page", key) not in {row[:2] for row in kept()[0]}
    assert not SearchEntry.objects.filter(kind="page", item_id=key).exists()


@pytest.mark.parametrize("kind", ["save", "create", "delete"])
def test_what_is_rolled_back_leaves_the_index_as_it_was(page, kind):
    before = kept()
    with transaction.atomic():
        if kind == "save":
            page.title = "Kracht"
            page.save()
        elif kind == "create":
            create_post(title="Kracht")
        else:
            page.delete()
        assert kept() != before
        transaction.set_rollback(True)
    assert kept() == before


def test_made_anew_it_is_the_same(page):
    create_post(title="Coördinatie", lead="Één foto’s", language="en", text="Some *words* and [[blog]].")
    create_testimonial(role="Co-creator", organisation="L'équipe")
    before = kept()
    assert keeping.rebuild() == Page.objects.count() + 2
    assert kept() == before


def test_made_anew_it_forgets_what_is_no_more_and_finds_what_was_never_saved(client, page):
    Page.objects.filter(pk=page.pk)._raw_delete("default")
    grow(3, title="Kracht")
    call_command("rebuild_search_index", verbosity=0)
    assert not SearchEntry.objects.filter(kind="page", item_id=page.pk).exists()
    assert len(titles(client, "kracht")) == 3


def test_it_is_made_anew_only_where_that_is_needed(page, monkeypatch):
    assert current().is_complete()
    made = []
    monkeypatch.setattr(keeping, "rebuild", lambda: made.append(True))
    keeping.refresh()
    assert not made
    SearchEntry.objects.filter(kind="page", item_id=page.pk).update(version="0")
    keeping.refresh()
    assert made


def test_another_version_is_noticed_and_so_is_what_is_missing(page, monkeypatch):
    monkeypatch.setattr(fts5.keeping, "VERSION", "another")
    assert not current().is_complete()
    keeping.refresh()
    assert current().is_complete()
    Post.objects.bulk_create([Post(title="Never saved", slug="never-saved")])
    assert not current().is_complete()


def test_as_many_items_are_not_taken_for_the_same_items(page):
    Page.objects.filter(pk=page.pk)._raw_delete("default")
    grow(1)
    assert not current().is_complete()
    keeping.refresh()
    assert current().is_complete()
    Post.objects.all()._raw_delete("default")
    assert not current().is_complete()


def test_an_item_that_was_changed_past_the_index_is_noticed(page, client):
    Page.objects.filter(pk=page.pk).update(title="Kracht", changed=page.changed + timedelta(microseconds=1))
    keeping.refresh()
    assert titles(client, "kracht") == ["Kracht"]


def test_every_way_to_save_keeps_it_complete(page):
    page.title = "Kracht"
    page.save(update_fields=["title"])
    page.duplicate().save()
    Page.objects.create(title="Moed")
    assert current().is_complete()


def test_a_branch_that_moves_is_found_at_its_new_address(client):
    parent = create_page(title="Aanbod")
    create_page(title="Macht", parent=parent)
    parent.slug = "werk"
    parent.save()
    assert b'href="/werk/macht/"' in client.get("/zoeken/?q=macht").content
    before = kept()
    keeping.rebuild()
    assert kept() == before


def test_saving_does_without_an_index_whose_tables_are_not_there(page, client):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_vocabulary")
        cursor.execute("DROP TABLE search_index")
    page.title = "Kracht"
    page.save()
    assert client.get("/macht/").status_code == 200
    create_page(title="Moed").delete()
