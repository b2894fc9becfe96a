"""A search costs the same few queries on a small site and on a large one, and each finds its way by an index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consultancy.search import keeping
from tests.factories import create_page
from tests.factories_blog import create_post, grow
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

# The section page and the change stamp, which every page asks for.
USUAL = 2


@pytest.fixture(params=[3, 300])
def site(request):
    grow(request.param, title="Kracht", body_html="<p>Woorden</p>")
    keeping.rebuild()
    for make in (create_page, create_post):
        make(title="Macht", text="Dialoog")
    create_testimonial(name="Macht")


@pytest.mark.parametrize(
    ("asked", "queries"),
    [
        ("", 0),
        ("!", 0),
        ("kracht", 2),
        ("woorden kracht", 2),
        ("macht", 4),
        ("krachtt wooorden", 4),
        ("dialogg", 4),
        ("zzzzzzz", 2),
        ("kracht macht", 2),
        ("krachtt wooorden zzzzzzz aaaaaaa bbbbbbb", 2),
    ],
)
def test_a_search_costs_at_most_four_queries_more_than_any_page(
    client, site, django_assert_num_queries, asked, queries
):
    client.get("/zoeken/")
    with django_assert_num_queries(USUAL + queries):
        assert client.get("/zoeken/", {"q": asked}).status_code == 200


def test_whether_an_item_is_public_is_asked_by_its_key(client, site):
    with CaptureQueriesContext(connection) as queries:
        client.get("/zoeken/", {"q": "macht"})
    find = next(query["sql"] for query in queries if "MATCH" in query["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {find}")
        plan = "\n".join(row[3] for row in cursor.fetchall())
    for table in ("entry", "pages_page", "blog_post", "testimonials_testimonial"):
        assert f"SEARCH {table} USING INTEGER PRIMARY KEY" in plan, plan
    assert "SCAN search_index VIRTUAL TABLE" in plan
    assert plan.count("SCAN") == 1
