"""However many posts there are, lists find what is public in an index, and count it there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import Post
from tests.factories_blog import grow

pytestmark = pytest.mark.django_db


def test_posts_are_counted_without_a_look_at_them():
    grow(300)
    with CaptureQueriesContext(connection) as queries:
        Post.objects.published().count()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
        steps = "\n".join(row[3] for row in cursor.fetchall())
    assert "USING COVERING INDEX posts_newest_first (status=? AND published_at<?)" in steps


def test_the_newest_are_found_in_their_order():
    grow(300)
    steps = Post.objects.published().for_lists()[:10].explain()
    assert "USING INDEX posts_newest_first (status=? AND published_at<?)" in steps
    assert "SCAN" not in steps
