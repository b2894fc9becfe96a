"""Twenty of each kind of insertable in one text cost one query for each kind; the rooms test theirs on large sites."""

import pytest
from django.utils import translation

from publishing import insertables, markdown
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_document, create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

EACH = 20


@pytest.fixture
def lines():
    """Twenty lines of each kind."""
    images = [create_image(title=f"I{number}") for number in range(EACH)]
    documents = [create_document(title=f"D{number}") for number in range(EACH)]
    voices = [create_testimonial(name=f"Voice {number}") for number in range(EACH)]
    topics = [create_topic(name=f"Topic {number}") for number in range(EACH)]
    for topic in topics:
        create_post(title=f"About {topic}", topics=[topic])
    named = {"afbeelding": images, "bestand": documents, "ervaring": voices, "blog": topics}
    lines = [f"[[{word} {item.slug}]]" for word, items in named.items() for item in items]
    return [*lines, *["[[contact]]"] * EACH, *['[[video url="https://films.example/1"]]'] * EACH]


def test_one_query_for_each_kind(client, lines, django_assert_num_queries):
    create_page(slug="without")
    create_page(slug="with", text="\n\n".join(lines))
    client.get("/without/")
    with django_assert_num_queries(3):
        client.get("/without/")
    # Pictures, documents, testimonials, posts, and whether the contact page is open; a video asks nothing.
    with django_assert_num_queries(3 + 5):
        content = client.get("/with/").content.decode()
    assert content.count("films.example/1") == EACH


def test_a_misspelt_name_of_a_testimonial_is_answered_with_the_right_one():
    create_testimonial(name="Vera Voorbeeld")
    rendered = markdown.render("[[ervaring vera-vorbeeld]]", language="nl")
    with translation.override("en"):
        assert "“vera-voorbeeld”" in insertables.problems(rendered.insertables)[0]
