"""Every kind of thing that the admin deletes goes to the bin and comes back with what belongs to it."""

import pytest

from blog.models import Post, Topic
from contact.models import Message
from images.models import Document, Image
from publishing import references
from publishing.models import Redirect
from testimonials.models import Testimonial, Theme
from tests.contact.factories import create_message
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_document, create_image
from tests.testimonials.factories import create_testimonial
from tests.trash.deleting import bring_back, to_bin
from trash.models import Deletion

pytestmark = pytest.mark.django_db


def create_redirect():
    return Redirect.objects.create(path="/old-site", location="https://example.org/")


MAKERS = [
    create_page,
    create_post,
    create_topic,
    create_testimonial,
    lambda: Theme.objects.create(name="Trust"),
    create_image,
    create_document,
    create_message,
    create_redirect,
]
KINDS = ["page", "post", "topic", "testimonial", "theme", "image", "document", "message", "redirect"]


@pytest.mark.parametrize("make", MAKERS, ids=KINDS)
def test_it_goes_and_comes_back_to_the_last_sign(owner_client, make):
    item = make()
    rows = type(item).objects.filter(pk=item.pk).values()
    was = rows.get()
    deletion = to_bin(owner_client, item)
    assert not rows.exists()
    bring_back(owner_client, deletion, follow=False)
    assert rows.get() == was


@pytest.mark.parametrize("make", MAKERS, ids=KINDS)
def test_several_chosen_in_a_list_go_and_come_back(owner_client, make):
    item = make()
    label = f"{item._meta.app_label}/{item._meta.model_name}"
    data = {"action": "delete_selected", "_selected_action": [item.pk]}
    question = owner_client.post(f"/admin/{label}/", data)
    assert str(item) in question.content.decode()
    assert not Deletion.objects.exists()
    owner_client.post(f"/admin/{label}/", {**data, "post": "yes"})
    assert not type(item).objects.filter(pk=item.pk).exists()
    bring_back(owner_client, Deletion.objects.get())
    assert type(item).objects.filter(pk=item.pk).exists()


def test_a_post_keeps_its_topics(owner_client):
    topics = [create_topic(name="One"), create_topic(name="Two")]
    post = create_post(topics=topics)
    bring_back(owner_client, to_bin(owner_client, post))
    assert set(Post.objects.get(pk=post.pk).topics.all()) == set(topics)


def test_a_topic_keeps_its_posts_and_its_address(client, owner_client):
    topic = create_topic(name="Trust", slug="trust")
    post = create_post(topics=[topic])
    deletion = to_bin(owner_client, topic)
    assert client.get(topic.get_absolute_url()).status_code == 410
    bring_back(owner_client, deletion)
    assert list(topic.posts.all()) == [post]
    assert client.get(topic.get_absolute_url()).status_code == 200


def test_texts_that_list_the_posts_of_a_topic_refer_to_it_again(owner_client):
    topic = create_topic(slug="trust")
    page = create_page(text="[[blog trust]]")
    bring_back(owner_client, to_bin(owner_client, topic))
    assert references.referring_to([topic]) == [page]


@pytest.mark.parametrize("first_out", [0, 1])
@pytest.mark.parametrize("first_back", [0, 1])
def test_a_post_and_its_topic_that_were_both_deleted_find_each_other_again(owner_client, first_out, first_back):
    topic = create_topic()
    pair = [topic, create_post(topics=[topic])]
    deletions = [to_bin(owner_client, pair[first_out]), to_bin(owner_client, pair[1 - first_out])]
    bring_back(owner_client, deletions[first_back])
    bring_back(owner_client, deletions[1 - first_back])
    assert list(Post.objects.get().topics.all()) == [topic]


def test_a_testimonial_keeps_its_themes_and_the_names_that_it_had(owner_client):
    theme = Theme.objects.create(name="Trust")
    item = create_testimonial(slug="vera", themes=[theme])
    item.slug = "vera-v"
    item.save()
    bring_back(owner_client, to_bin(owner_client, item))
    item = Testimonial.objects.get(pk=item.pk)
    assert list(item.themes.all()) == [theme]
    assert Testimonial.objects.named(["vera"]) == {"vera": item}


def test_a_former_name_that_another_one_took_meanwhile_stays_with_that(owner_client):
    item = create_testimonial(slug="vera")
    item.slug = "vera-v"
    item.save()
    deletion = to_bin(owner_client, item)
    other = create_testimonial(slug="vera")
    other.slug = "other"
    other.save()
    bring_back(owner_client, deletion)
    assert Testimonial.objects.named(["vera", "vera-v"]) == {"vera": other, "vera-v": item}


def test_a_picture_of_a_page_that_lies_in_the_bin_can_go_and_both_find_each_other_again(owner_client):
    image = create_image()
    page = create_page(image=image)
    of_page = to_bin(owner_client, page)
    of_image = to_bin(owner_client, image)
    bring_back(owner_client, of_page)
    page.refresh_from_db()
    assert page.image is None
    bring_back(owner_client, of_image)
    page.refresh_from_db()
    assert page.image == image


def test_texts_show_a_picture_again(client, owner_client):
    image = create_image(slug="bridge", alternative_text="A bridge")
    deletion = to_bin(owner_client, image)
    create_page(slug="offer", text="[[afbeelding bridge]]")
    assert "A bridge" not in client.get("/offer/").content.decode()
    bring_back(owner_client, deletion)
    assert "A bridge" in client.get("/offer/").content.decode()


def test_nothing_else_of_the_house_is_touched(owner_client):
    makers = (create_page, create_post, create_topic, create_image, create_document, create_message)
    keep = [make() for make in makers]
    bring_back(owner_client, to_bin(owner_client, create_page(slug="gone")))
    assert all(type(item).objects.filter(pk=item.pk).exists() for item in keep)
    assert [model.objects.count() for model in (Post, Topic, Image, Document, Message)] == [1] * 5
