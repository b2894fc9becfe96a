"""The search came to sites that were there: on the way to it and back nothing else changes."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from consultancy.search import keeping
from consultancy.search.index import current
from pages.models import Page
from tests.factories import create_page
from tests.search.searching import titles

BEFORE, AFTER = ("pages", "0003_translations"), ("pages", "0004_publish_the_search_page")
FIELDS = ("title", "text", "status", "menu", "published_at", "was_public")

pytestmark = pytest.mark.django_db(transaction=True)


def migrate(*targets):
    MigrationExecutor(connection).migrate(list(targets))


@pytest.fixture(autouse=True)
def newest():
    """Whatever becomes of a test, the next one finds the tables of today."""
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield
    migrate(*leaves)


@pytest.fixture
def waiting():
    """The page as the release before the search left it."""
    Page.objects.filter(section="search")._raw_delete("default")
    Page.objects.create(section="search", title="Zoeken", status="draft")
    migrate(BEFORE)
    return Page.objects.filter(section="search").only("status", "was_public", "published_at", "title")


def test_a_page_that_nobody_touched_is_published_and_waits_again_on_the_way_back(waiting):
    migrate(AFTER)
    assert (waiting.get().status, waiting.get().was_public) == ("published", True)
    assert waiting.get().published_at is not None
    migrate(BEFORE)
    assert (waiting.get().status, waiting.get().was_public, waiting.get().published_at) == ("draft", False, None)


@pytest.mark.parametrize(
    "touched", [{"title": "Vinden"}, {"text": "Woorden"}, {"status": "archived"}, {"menu": "main"}]
)
def test_a_page_that_was_changed_is_left_to_its_owner(waiting, touched):
    waiting.update(**touched)
    before = waiting.values(*FIELDS).get()
    migrate(AFTER)
    assert waiting.values(*FIELDS).get() == before


NEWEST = [key for key in MigrationLoader(None).graph.leaf_nodes() if key[0] == "consultancy"]
FORMER = [None, "0001_search_index", "0002_when_an_item_changed"]


@pytest.mark.parametrize("former", FORMER)
def test_the_index_goes_and_comes_and_is_filled_again(client, former):
    Page.objects.filter(section="search")._raw_delete("default")
    Page.objects.create(section="search", title="Zoeken", status="published")
    page = create_page(title="Macht")
    migrate(("consultancy", former))
    page.title = "Kracht"
    page.save()
    assert client.get("/macht/").status_code == 200
    migrate(*NEWEST)
    assert titles(client, "kracht") == []
    keeping.refresh()
    assert titles(client, "kracht") == ["Kracht"]
    assert current().is_complete()
