"""Testimonials cost the same few queries on a small site and on a large one."""

import pytest

from testimonials.models import Testimonial, Theme
from tests.factories import create_page
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[3, 300])
def site(request):
    """That many testimonials, each with a portrait and a theme, the first on the front page."""
    portrait, theme = create_image(), Theme.objects.create(name="Dialogue")
    first = create_testimonial(slug="first", portrait=portrait, themes=[theme], on_home=True)
    more = [
        Testimonial(
            name=f"Voice {number}",
            title=f"Voice {number}",
            slug=f"voice-{number}",
            body_html="<p>Words.</p>",
            portrait=portrait,
            position=number,
            status="published",
            published_at=first.published_at,
        )
        for number in range(request.param - 1)
    ]
    through = Testimonial.themes.through
    through.objects.bulk_create(
        through(testimonial=item, theme=theme) for item in Testimonial.objects.bulk_create(more)
    )
    numbers = (number % (request.param - 1) for number in range(20))
    create_page(slug="twenty", text="\n\n".join(f"[[ervaring voice-{number}]]" for number in numbers))
    create_page(slug="none")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/ervaringen/", 4),
        ("/ervaringen/?thema=dialogue", 4),
        ("/ervaringen/voice-1/", 6),
        ("/none/", 3),
        ("/twenty/", 4),
    ],
)
def test_a_page_costs_few_queries(client, site, django_assert_num_queries, address, queries):
    client.get("/none/")
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_the_front_page_costs_one_for_its_testimonial(client, site, django_assert_num_queries):
    client.get("/none/")
    with django_assert_num_queries(5):
        assert b"Vera Voorbeeld" in client.get("/").content


@pytest.mark.parametrize(
    "address",
    [
        "/admin/testimonials/testimonial/",
        "/admin/testimonials/testimonial/?q=voice",
        "/admin/testimonials/testimonial/?state=published",
        "/admin/testimonials/theme/",
    ],
)
def test_a_list_in_the_admin_costs_at_most_12_queries(owner_client, site, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(12):
        assert owner_client.get(address).status_code == 200


def test_a_form_in_the_admin_costs_at_most_20_queries(owner_client, site, django_assert_max_num_queries):
    item = Testimonial.objects.get(slug="first")
    with django_assert_max_num_queries(20):
        assert owner_client.get(f"/admin/testimonials/testimonial/{item.pk}/change/").status_code == 200
