"""Posts and topics in the admin."""

import pytest

from blog.models import Post, Topic
from tests.admin.forms import filled_in
from tests.factories import create_user
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

ADD = "/admin/blog/post/add/"


def change(item):
    return f"/admin/blog/{item._meta.model_name}/{item.pk}/change/"


def errors(answer):
    return answer.context["adminform"].form.errors


def test_a_post_is_written_with_topics_and_a_picture(owner_client):
    topic, image = create_topic(name="Muziek"), create_image()
    data = filled_in(owner_client, ADD, title="On music", text="Words", topics=[topic.pk], image=image.pk)
    assert owner_client.post(ADD, data).status_code == 302
    post = Post.objects.get()
    assert (post.slug, post.status, post.image) == ("on-music", "draft", image)
    assert list(post.topics.all()) == [topic]


def test_publishing_puts_it_on_the_site(owner_client, client):
    post = create_post(title="On music", status="draft")
    owner_client.post(change(post), filled_in(owner_client, change(post), status="published"))
    owner_client.logout()
    assert client.get("/blog/on-music/").status_code == 200


@pytest.mark.parametrize("value", ["abc", "9" * 20, "-1", "0"])
def test_topics_that_no_browser_sends_are_refused_and_nothing_is_lost(owner_client, value):
    data = filled_in(owner_client, ADD, title="On music", text="Typed with care", topics=[value])
    answer = owner_client.post(ADD, data)
    assert "topics" in errors(answer)
    assert "Typed with care" in answer.content.decode()


def test_an_address_that_is_not_free_is_refused_with_one_that_is(owner_client):
    create_post(slug="taken")
    answer = owner_client.post(ADD, filled_in(owner_client, ADD, title="On music", slug="taken", text="With care"))
    assert "taken-2" in str(errors(answer)["slug"]) and "With care" in answer.content.decode()


def test_the_list_is_narrowed_to_a_topic(owner_client):
    topic = create_topic(name="Muziek")
    create_post(title="On music", topics=[topic])
    create_post(title="Another")
    page = owner_client.get(f"/admin/blog/post/?topics__id__exact={topic.pk}").content.decode()
    assert "On music" in page and "Another" not in page


def test_a_copy_takes_topics_and_picture_along(owner_client):
    topic, image = create_topic(name="Muziek"), create_image()
    post = create_post(title="On music", topics=[topic], image=image)
    owner_client.post("/admin/blog/post/", {"action": "duplicate", "_selected_action": [post.pk]})
    copy = Post.objects.get(slug="on-music-2")
    assert (copy.status, copy.image, list(copy.topics.all())) == ("draft", image, [topic])


def test_who_may_not_publish_writes_drafts_only(client):
    draft, public = create_post(title="Draft", status="draft"), create_post(title="Public")
    client.force_login(create_user("blog.view_post", "blog.change_post"))
    data = filled_in(client, change(draft), title="Mine", status="published")
    client.post(change(draft), data)
    draft.refresh_from_db()
    assert (draft.title, draft.status) == ("Mine", "draft")
    assert client.post(change(public), data).status_code == 403
    client.force_login(create_user("blog.view_post", "blog.change_post", "blog.publish_post"))
    client.post(change(draft), filled_in(client, change(draft), status="published"))
    draft.refresh_from_db()
    assert draft.status == "published"


def test_topics_are_listed_with_how_many_posts_they_have(owner_client):
    topic = create_topic(name="Muziek")
    create_post(title="Public", topics=[topic])
    create_post(title="Draft", status="draft", topics=[topic])
    page = owner_client.get("/admin/blog/topic/").content.decode()
    assert 'field-published_posts">1<' in page and 'field-all_posts">2<' in page


def test_the_address_of_a_topic_is_chosen_once(owner_client):
    add = "/admin/blog/topic/add/"
    owner_client.post(add, {"name": "Leiderschap", "slug": "leiding"})
    topic = Topic.objects.get(slug="leiding")
    owner_client.post(change(topic), {"name": "Leiding geven", "slug": "other"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Leiding geven", "leiding")


def test_a_topic_leads_to_the_site_where_visitors_can_read_about_it(owner_client):
    topic = create_topic(name="Muziek")
    assert "/blog/onderwerp/muziek/" not in owner_client.get(change(topic)).content.decode()
    create_post(topics=[topic])
    assert 'href="/blog/onderwerp/muziek/"' in owner_client.get(change(topic)).content.decode()


def test_a_picture_of_a_post_is_not_deleted(owner_client):
    image = create_image()
    create_post(title="On music", image=image)
    answer = owner_client.post(f"/admin/images/image/{image.pk}/delete/", {"post": "yes"})
    assert "On music" in answer.content.decode()


def test_a_topic_whose_address_differs_in_capitals_only_is_refused(owner_client):
    create_topic(name="First", slug="foo")
    answer = owner_client.post("/admin/blog/topic/add/", {"name": "Second", "slug": "Foo", "description": ""})
    assert "slug" in answer.context["adminform"].form.errors
