"""Before something is deleted, what that means is said by name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import Page
from publishing.versions import drafts
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.trash.deleting import confirmation, form_of
from trash.models import Deletion

pytestmark = pytest.mark.django_db


def link_to(item):
    return f'<a href="{form_of(item)}/change/">{item}</a>'


def test_texts_buttons_and_the_other_language_that_lead_there_are_named_with_the_way_to_them(owner_client):
    page = create_page(title="Offer", slug="offer")
    leading = [
        create_page(title="By its text", text="[Look](/offer/)"),
        create_page(title="By its button", action_kind="page", action_label="Plan", action_page=page),
        create_page(title="In English", language="en", translation_of=page),
    ]
    content = confirmation(owner_client, page)
    assert all(link_to(other) in content for other in leading)


def test_the_original_of_a_translation_is_named(owner_client):
    page = create_page(title="Offer")
    translation = create_page(title="In English", language="en", translation_of=page)
    assert link_to(page) in confirmation(owner_client, translation)


def test_the_menu_place_and_the_address_are_named(owner_client):
    content = confirmation(owner_client, create_page(slug="offer", menu="main"))
    assert str(Page(menu="main").get_menu_display()) in content
    assert "<code>/offer/</code>" in content


def test_of_a_draft_no_address_ends(owner_client):
    assert "<code>" not in confirmation(owner_client, create_page(slug="offer", status="draft"))


def test_the_posts_about_a_topic_are_named(owner_client):
    topic = create_topic()
    post = create_post(title="My post", topics=[topic])
    assert link_to(post) in confirmation(owner_client, topic)


def test_of_many_the_first_are_named_and_the_rest_is_counted(owner_client):
    topic = create_topic()
    for number in range(60):
        create_post(title=f"Post {number}", slug=f"post-{number}", topics=[topic])
    content = confirmation(owner_client, topic)
    assert content.count("/admin/blog/post/") <= 52
    assert "10" in content


def test_a_picture_in_use_is_named_with_its_places_and_stays(owner_client):
    image = create_image(slug="bridge")
    places = [create_page(title="Shown beside", image=image), create_page(title="In it", text="[[afbeelding bridge]]")]
    content = confirmation(owner_client, image)
    assert all(link_to(place) in content for place in places)
    answer = owner_client.post(f"{form_of(image)}/delete/", {"post": "yes"})
    assert all(link_to(place) in answer.content.decode() for place in places)
    assert not Deletion.objects.exists()


def test_asking_writes_nothing(owner_client):
    page = create_page()
    confirmation(owner_client, page)
    assert Page.objects.filter(pk=page.pk).exists()
    assert not Deletion.objects.exists()


def test_of_a_branch_of_300_it_is_asked_in_few_queries(owner_client, django_assert_max_num_queries):
    top = create_page(title="Top", slug="top")
    Page.objects.bulk_create(
        Page(title=f"Below {one}", slug=f"b{one}", path=f"top/b{one}", parent=top, status="published")
        for one in range(300)
    )
    with django_assert_max_num_queries(40):
        content = confirmation(owner_client, top)
    assert "251" in content


def written_of(page, **fields):
    """What waits for the publication of a page that visitors see."""
    for name, value in fields.items():
        setattr(page, name, value)
    drafts.save(page)


@pytest.mark.parametrize("use", ["text", "field"])
def test_a_picture_in_what_waits_for_publication_is_named_and_stays(owner_client, use):
    image, page = create_image(slug="bridge"), create_page(title="Live")
    written_of(page, **({"text": "[[afbeelding bridge]]"} if use == "text" else {"image": image}))
    assert link_to(page) in confirmation(owner_client, image)
    owner_client.post(f"{form_of(image)}/delete/", {"post": "yes"})
    assert not Deletion.objects.exists()


def test_a_link_in_what_waits_for_publication_is_named(owner_client):
    target, page = create_page(title="Target", slug="target"), create_page(title="Live")
    written_of(page, text="[Look](/target/)")
    assert link_to(page) in confirmation(owner_client, target)


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("names", ["[Look](/offer/) and [[afbeelding bridge]]", "Neither."])
def test_what_waits_elsewhere_costs_no_more_queries_however_much_it_is(owner_client, names):
    page, image = create_page(title="Offer", slug="offer"), create_image(title="Bridge", slug="bridge")
    screens = [f"{form_of(one)}/delete/" for one in (page, image)]
    wait(create_post(title="First"), names)
    few = [queries_of(owner_client, screen) for screen in screens]
    for number in range(12):
        wait(create_post(title=f"Post {number}"), names)
    assert [queries_of(owner_client, screen) for screen in screens] == few


def wait(item, text):
    item.text = text
    drafts.save(item)
