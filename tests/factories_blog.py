"""Posts and topics for tests."""

from itertools import count, islice

from django.utils import timezone

from blog.models import Post, Topic

_numbers = count(1)


def create_topic(*, name="A topic", **fields) -> Topic:
    return Topic.objects.create(name=name, **fields)


def create_post(*, title="A post", status="published", topics=(), **fields) -> Post:
    """A post, public from now on unless told otherwise."""
    post = Post.objects.create(title=title, status=status, **fields)
    post.topics.set(topics)
    return post


def grow(number, *, topics=(), **fields) -> None:
    """That many public posts more, about these topics, without their rendering."""
    usual = {"status": "published", "published_at": timezone.now(), "body_html": "<p>Words</p>"}
    keys = list(islice(_numbers, number))
    posts = Post.objects.bulk_create(
        Post(**{"title": f"Post {key}", "slug": f"grown-{key}", **usual, **fields}) for key in keys
    )
    through = Post.topics.through
    through.objects.bulk_create(through(post=post, topic=topic) for post in posts for topic in topics)
