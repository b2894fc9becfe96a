"""The blog costs the same few queries with three posts and with three hundred."""

import pytest
from django.utils import timezone

from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

YEAR = timezone.localtime().year


@pytest.fixture(params=[3, 300])
def site(request):
    """That many posts about twenty topics, and one among them with all that a post can have."""
    topics = [create_topic(name=f"Topic {number}") for number in range(20)]
    grow(request.param, topics=topics)
    image = create_image()
    create_post(title="Full", image=image, topics=topics[:4], text=f"Words\n\n[[afbeelding {image.slug}]]\n\n[[blog]]")
    grow(1)
    lines = "\n\n".join(["[[blog]]", *(f"[[blog {topic.slug}]]" for topic in topics)])
    create_page(title="Lists", text=lines)


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        *[("/", 5), ("/lists/", 4)],
        *[("/blog/", 6), (f"/blog/{YEAR}/", 6), ("/blog/onderwerp/topic-1/", 7)],
        *[("/blog/full/", 9), ("/feed.xml", 6), ("/blog/onderwerp/topic-1/feed.xml", 7)],
    ],
)
def test_a_page_costs_few_queries(client, site, django_assert_num_queries, address, queries):
    client.get(address)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_a_post_whose_topics_nobody_else_has_costs_one_query_more(client, site, django_assert_num_queries):
    create_post(title="Alone", topics=[create_topic(name="Alone")])
    client.get("/blog/alone/")
    with django_assert_num_queries(8):
        client.get("/blog/alone/")


@pytest.mark.parametrize("address", ["/admin/blog/post/", "/admin/blog/post/?q=grown", "/admin/blog/topic/"])
def test_a_list_of_the_admin_costs_at_most_12_queries(owner_client, site, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(12):
        assert owner_client.get(address).status_code == 200


def test_the_sitemap_costs_few_queries(client, site, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        client.get("/sitemap.xml")
