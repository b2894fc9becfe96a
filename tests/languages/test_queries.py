"""Two languages cost a visitor no query more."""

import pytest

from blog.models import Post
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.factories_blog import create_post, grow
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[3, 300])
def site(request, bilingual):
    grow(request.param)
    grow(request.param, language="en")
    create_post(title="Bericht", slug="bericht")
    create_post(title="Post", slug="post", language="en", translation_of=Post.objects.get(slug="bericht"))
    create_testimonial(slug="vera")
    create_testimonial(slug="eve", language="en", on_home=True, translation_of=Testimonial.objects.get())
    create_page(title="Deep", parent=bilingual.services, language="en")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        *[("/", 5), ("/en/", 5), ("/aanbod/", 3), ("/en/services/", 4), ("/en/services/deep/", 4)],
        *[("/contact/", 2), ("/en/contact/", 4), ("/blog/post/", 7), ("/ervaringen/eve/", 6)],
    ],
)
def test_a_page_costs_what_it_costs_in_one_language(client, site, django_assert_num_queries, address, queries):
    client.get(address)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
