"""A page costs the same few queries on a small site and on a large one."""

import pytest

from pages.models import Page
from tests.factories import create_page
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def grow(count):
    """That many pages more, an eighth of them in the menu."""
    parent = create_page(title="Many")
    Page.objects.bulk_create(
        Page(
            title=f"Page {number}",
            slug=f"page-{number}",
            path=f"many/page-{number}",
            parent=parent,
            position=number,
            status="published",
            published_at=parent.published_at,
            menu="main" if number % 8 == 0 else "",
            on_home=number % 8 == 1,
        )
        for number in range(count)
    )


@pytest.fixture(params=[3, 300])
def site(request):
    """A site of that many pages, one of them with all that a page can have."""
    grow(request.param)
    other = create_page(title="Other")
    image = create_image()
    parent = Page.objects.get(path="many/page-1")
    full = {
        "action_kind": "page",
        "action_label": "Go",
        "action_page": other,
        "second_label": "Or",
        "second_page": other,
    }
    create_page(title="Full", parent=parent, image=image, text=f"[[afbeelding {image.slug}]] \n\n[a](/other/)", **full)


@pytest.mark.parametrize(
    ("address", "first", "next_"),
    [("/", 8, 5), ("/many/", 6, 3), ("/many/page-1/full/", 8, 5), ("/contact/", 5, 2)],
)
def test_a_page_costs_few_queries(client, site, django_assert_num_queries, address, first, next_):
    with django_assert_num_queries(first):
        assert client.get(address).status_code == 200
    with django_assert_num_queries(next_):
        client.get(address)


def test_the_sitemap_costs_few_queries_for_each_kind(client, site, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        client.get("/sitemap.xml")


def test_an_address_that_is_not_found_costs_few_queries(client, site, django_assert_max_num_queries):
    client.get("/nowhere/")  # which is counted, and stored with all others a while later
    with django_assert_max_num_queries(4):
        assert client.get("/nowhere/").status_code == 404
