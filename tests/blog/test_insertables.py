"""`[[blog]]` in a text: the latest posts, of all or of a topic."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from publishing import insertables, markdown
from publishing.models import Reference
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def shown(text):
    return insertables.fill(markdown.render(text, language="nl").html)


def problems(text):
    with translation.override("en"):
        return insertables.problems(markdown.render(text, language="en").insertables)


def series(count, **fields):
    for number in range(count):
        create_post(title=f"Number {number}", published_at=MOMENT + timedelta(days=number), **fields)


@pytest.mark.parametrize("word", ["blog", "posts"])
def test_it_shows_the_latest_three_newest_first(word):
    series(4)
    html = shown(f"[[{word}]]")
    places = [html.find(f"Number {number}<") for number in (3, 2, 1)]
    assert -1 not in places and places == sorted(places)
    assert "Number 0" not in html


def test_with_a_name_it_shows_those_of_that_topic():
    series(4, topics=[create_topic(name="Leiderschap")])
    create_post(title="Other")
    html = shown("[[blog leiderschap]]")
    assert html.count("<li>") == 3 and "Other" not in html and "Number 0" not in html


def test_each_line_gets_its_own_in_one_query(django_assert_num_queries):
    topics = [create_topic(name=f"Topic {number}") for number in range(20)]
    for topic in topics:
        create_post(title=f"About {topic.slug}", topics=[topic], published_at=MOMENT)
    grow(5)
    rendered = markdown.render(
        "\n\n".join(f"[[blog {topic.slug}]]" for topic in topics) + "\n\n[[blog]]", language="nl"
    )
    with django_assert_num_queries(1):
        html = insertables.fill(rendered.html)
    lists = html.split("</ul>")[:-1]
    assert [
        f"About {topic.slug}" in part and part.count("<li>") == 1 for topic, part in zip(topics, lists, strict=False)
    ]
    assert lists[-1].count("<li>") == 3


def test_a_post_about_two_topics_stands_in_both():
    create_post(title="Both", topics=[create_topic(name="One"), create_topic(name="Two")])
    assert shown("[[blog one]]\n\n[[blog two]]\n\n[[blog]]").count("/blog/both/") == 3


def test_a_piece_in_another_language_is_marked_as_such():
    create_post(title="Music and me", language="en")
    assert '<p lang="en"><a href="/blog/music-and-me/">' in shown("[[blog]]")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[[blog]]", "there are no posts yet"),
        ("[[blog stil]]", "no post about this topic is published"),
        ("[[blog leidershap]]", "Did you mean “leiderschap”?"),
        ("[[blog qqqq]]", "there is no such topic, so"),
    ],
)
def test_an_editor_is_told_why_visitors_see_nothing(line, told):
    create_topic(name="Leiderschap")
    create_post(status="draft", topics=[create_topic(name="Stil")])
    assert shown(line) == "" or "<li>" not in shown(line)
    assert len(problems(line)) == 1 and told in problems(line)[0]


def test_a_text_refers_to_the_topics_it_names():
    topic = create_topic(name="Muziek")
    create_page(text="[[blog muziek]]")
    assert [reference.target for reference in Reference.objects.all()] == [topic]
    topic.delete()
    assert not Reference.objects.exists()


def test_what_a_topic_or_its_posts_become_reaches_visitors_at_once(client):
    topic = create_topic(name="Muziek")
    post = create_post(title="A post", published_at=MOMENT)
    from publishing.models import ChangeStamp

    before = ChangeStamp.objects.get().value
    post.topics.add(topic)
    assert ChangeStamp.objects.get().value != before
