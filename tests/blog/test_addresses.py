"""Which addresses posts and topics may have, and what becomes of former ones."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from blog.models import Post, Topic
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "why", "free"),
    [
        ("2024", "address of a year", "bericht-2024"),
        ("onderwerp", "word that the site itself needs", "onderwerp-2"),
        ("topic", "word that the site itself needs", "topic-2"),
        ("feed", "word that the site itself needs", "feed-2"),
        ("taken", "address of another post", "taken-2"),
        ("Taken", "address of another post", "taken-2"),
    ],
)
def test_a_word_that_can_be_no_address_is_refused_with_one_that_can(slug, why, free):
    create_post(slug="taken")
    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        Post(title="A post", slug=slug).full_clean()
    assert list(refusal.value.message_dict) == ["slug"]
    assert why in refusal.value.messages[0] and f"“{free}” is free" in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("title", "slug"),
    [("A post", "a-post-2"), ("2024", "bericht-2024"), ("Feed", "feed-2"), ("日本", "bericht"), ("9" * 300, None)],
)
def test_without_one_it_is_made_from_the_title(title, slug):
    create_post(title="A post")
    post = create_post(title=title)
    assert slug is None or post.slug == slug
    assert not post.slug.isdecimal() and len(post.slug) <= 100


def test_a_post_that_moves_leaves_its_old_address_behind(client):
    post = create_post(slug="old")
    page = create_page(text="[there](/blog/old/#part)")
    post.slug = "new"
    post.save()
    answer = client.get("/blog/old/?from=letter")
    assert (answer.status_code, answer["Location"]) == (301, "/blog/new/?from=letter")
    page.refresh_from_db()
    assert page.text == "[there](/blog/new/#part)"


def test_a_deleted_post_is_gone(client):
    create_post(slug="old").delete()
    assert client.get("/blog/old/").status_code == 410


def test_a_deleted_topic_is_gone_and_its_posts_stay(client):
    topic = create_topic(name="Muziek")
    create_post(title="A post", topics=[topic])
    topic.delete()
    assert client.get("/blog/onderwerp/muziek/").status_code == 410
    assert client.get("/blog/a-post/").status_code == 200


def test_a_topic_that_is_made_again_is_gone_no_more(client):
    create_post(topics=[topic := create_topic(name="Muziek")])
    topic.delete()
    again = create_topic(name="Muziek")
    assert client.get("/blog/onderwerp/muziek/").status_code == 404
    create_post(topics=[again])
    assert client.get("/blog/onderwerp/muziek/").status_code == 200


def test_a_topic_keeps_its_address_whatever_its_name_becomes():
    topic = create_topic(name="Muziek")
    topic.name = "Stilte"
    topic.save()
    assert topic.get_absolute_url() == "/blog/onderwerp/muziek/"


def test_topics_that_would_share_an_address_get_a_number():
    create_topic(name="Muziek")
    assert Topic.objects.create(name="Muziek!").slug == "muziek-2"


@pytest.mark.parametrize("address", ["/blog/2024", "/blog/onderwerp/muziek", "/blog/a-post", "/blog"])
def test_a_slash_that_is_left_out_is_put_back(client, address):
    assert client.get(address)["Location"] == f"{address}/"


@pytest.mark.parametrize(
    "address", ["/blog/onderwerp/", "/blog/0/", "/blog/1/", "/blog/9999/", "/blog/02026/", "/blog/١٢/"]
)
def test_what_is_no_address_of_the_blog_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/blog/", "/feed.xml"])
def test_nothing_is_posted_there(client, address):
    assert client.post(address).status_code == 405
