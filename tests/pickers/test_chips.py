"""The editor learns what stands in a text: kind, title, picture, and why visitors see nothing of it."""

import pytest
from django.utils import translation

from tests.factories import create_user
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_document, create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/editor/insertables/"


def chips(client, *lines):
    with translation.override("en"):
        return client.post(ADDRESS, {"line": lines}, headers={"Accept-Language": "en"}).json()


def test_each_line_is_answered_in_its_place(owner_client):
    lines = [f"[[bestand {create_document(title='Folder').slug}]]", "[[afbeelding nowhere]]", "no line", "[[contact]]"]
    answer = chips(owner_client, *lines)
    assert [chip["line"] for chip in answer] == lines
    assert [chip["title"] for chip in answer] == ["Folder", "nowhere", "no line", ""]


def test_a_picture_shows_itself(owner_client):
    image = create_image(title="Chairs")
    [chip] = chips(owner_client, f'[[afbeelding {image.slug} alt="Twelve chairs" groot]]')
    assert (chip["title"], chip["picture"], chip["problem"]) == ("Chairs", image.file.url, None)
    assert chip["kind_label"]


def test_a_testimonial_shows_the_portrait_and_that_visitors_do_not_see_it(owner_client):
    portrait = create_image()
    shown = create_testimonial(name="Vera Voorbeeld", portrait=portrait, status="published")
    kept = create_testimonial(name="Joost Proefstuk", status="draft")
    first, second = chips(owner_client, f"[[ervaring {shown.slug}]]", f"[[ervaring {kept.slug}]]")
    assert (first["title"], first["picture"], first["problem"]) == ("Vera Voorbeeld", portrait.file.url, None)
    assert second["title"] == "Joost Proefstuk" and second["picture"] is None
    assert second["problem"]


def test_what_is_written_in_a_line_names_it_where_no_item_does(owner_client):
    lines = ['[[invullen text="Wie was dit?"]]', '[[video url="https://films.example/1" title="A talk"]]']
    note, video = chips(owner_client, *lines)
    assert (note["title"], video["title"]) == ("Wie was dit?", "A talk")
    assert note["problem"] and video["problem"] is None


def test_posts_of_a_topic_are_named_after_it(owner_client):
    topic = create_topic(name="Dialoog")
    [empty] = chips(owner_client, "[[blog dialoog]]")
    assert empty["title"] == "Dialoog" and empty["problem"]
    create_post(topics=[topic])
    [filled] = chips(owner_client, "[[blog dialoog]]")
    assert filled["problem"] is None


def test_a_misspelt_name_is_answered_with_the_right_one(owner_client):
    create_image(title="Chairs", slug="chairs-in-a-circle")
    [chip] = chips(owner_client, "[[afbeelding chairs-in-a-circel]]")
    assert "chairs-in-a-circle" in chip["problem"]


def lines_of_every_kind(number):
    pictures = [f"[[afbeelding {create_image().slug}]]" for _ in range(number)]
    voices = [f"[[ervaring {create_testimonial(name=f'N {n}', portrait=create_image()).slug}]]" for n in range(number)]
    hidden = [f"[[ervaring {create_testimonial(name=f'H {n}', status='draft').slug}]]" for n in range(number)]
    topics = [f"[[blog {create_topic(name=f'Topic {create_image().pk}').slug}]]" for _ in range(number)]
    return [*pictures, *voices, *hidden, *topics, "[[contact]]"]


def test_forty_lines_cost_as_many_queries_as_four(owner_client, django_assert_max_num_queries):
    many = lines_of_every_kind(10)
    # The profile and the menus are read once in a process.
    owner_client.post(ADDRESS, {"line": "[[contact]]"})
    # Four ask who is signed in and what she may, one whether the site changed; one or two for each kind.
    with django_assert_max_num_queries(4 + 1 + 1 + 2 + 2):
        owner_client.post(ADDRESS, {"line": many})


def test_names_that_are_not_known_cost_one_query_more_for_each_kind(owner_client, django_assert_max_num_queries):
    lines = [f"[[{kind} nowhere-{n}]]" for n in range(20) for kind in ("afbeelding", "ervaring", "blog")]
    with django_assert_max_num_queries(4 + 3 * 3):
        owner_client.post(ADDRESS, {"line": lines})


def test_too_many_lines_are_refused(owner_client):
    assert owner_client.post(ADDRESS, {"line": ["[[contact]]"] * 500}).status_code == 200
    assert owner_client.post(ADDRESS, {"line": ["[[contact]]"] * 501}).status_code == 400


def test_it_asks_for_the_permission_to_write(client):
    assert client.post(ADDRESS, {"line": "[[contact]]"}).status_code == 403
    client.force_login(create_user("images.add_image"))
    assert client.post(ADDRESS, {"line": "[[contact]]"}).status_code == 403
    client.force_login(create_user("blog.add_post"))
    assert client.post(ADDRESS, {"line": "[[contact]]"}).status_code == 200
    assert client.get(ADDRESS).status_code == 405


def test_a_picture_says_what_it_shows_by_its_own_words(owner_client):
    described, decorative, neither = (
        create_image(alternative_text=text, decorative=is_decorative)
        for text, is_decorative in (("Chairs in a circle", False), ("Left over", True), ("", False))
    )
    told = chips(owner_client, *(f"[[afbeelding {image.slug}]]" for image in (described, decorative, neither)))
    assert [chip["alt"] for chip in told] == ["Chairs in a circle", "", None]
