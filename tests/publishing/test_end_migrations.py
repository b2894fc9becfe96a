"""The end of publication came to sites that were there, and goes without putting back what has ended."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from blog.models import Post
from pages.models import Page
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial

BEFORE = [("pages", "0005_profile_in_another_language"), ("blog", "0002_translations")]
BEFORE.append(("testimonials", "0002_translations"))

pytestmark = pytest.mark.django_db(transaction=True)


def migrate(*targets):
    MigrationExecutor(connection).migrate(list(targets))


@pytest.fixture(autouse=True)
def newest():
    """Whatever becomes of a test, the next one finds the tables of today."""
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield
    migrate(*leaves)


@pytest.mark.parametrize(
    ("model", "create"), [(Page, create_page), (Post, create_post), (Testimonial, create_testimonial)]
)
def test_there_and_back_what_has_ended_stays_away_and_all_else_as_it_was(model, create):
    now, leaves = timezone.now(), MigrationExecutor(connection).loader.graph.leaf_nodes()
    public = create(text="Open words")
    ended = create(published_at=now - timedelta(days=9), expires_at=now - timedelta(days=1), slug="ended")
    leaving = create(expires_at=now + timedelta(days=1), slug="leaving")
    migrate(*BEFORE)
    found = model.objects.defer("expires_at")
    states = {item.slug: item.status for item in found.filter(pk__in=[public.pk, ended.pk, leaving.pk])}
    assert states == {public.slug: "published", "ended": "archived", "leaving": "published"}
    migrate(*leaves)
    kept = model.objects.get(pk=public.pk)
    assert (kept.text, kept.expires_at, kept.published_at) == ("Open words", None, public.published_at)
