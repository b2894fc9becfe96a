"""Other items are chosen in a form without the libraries of Django's admin; without script stands a plain select."""

import pytest

from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def form(client, item):
    return client.get(f"/admin/{item._meta.label_lower.replace('.', '/')}/{item.pk}/change/").content.decode()


def test_what_is_chosen_stands_in_a_plain_select_with_its_picture(owner_client):
    image = create_image(title="Chairs in a circle")
    content = form(owner_client, create_page(image=image))
    assert f'<option value="{image.pk}" selected data-picture="{image.file.url}">Chairs in a circle</option>' in content


def test_without_script_others_can_be_chosen_too(owner_client):
    chosen, other = create_topic(name="Muziek"), create_topic(name="Dialoog")
    content = form(owner_client, create_post(topics=[chosen]))
    assert f'<option value="{chosen.pk}" selected>Muziek</option>' in content
    assert f'<option value="{other.pk}">Dialoog</option>' in content


def test_a_choice_is_answered_with_its_picture(owner_client):
    image = create_image(title="Chairs")
    asked = {"app_label": "pages", "model_name": "page", "field_name": "image", "term": "chairs"}
    [row] = owner_client.get("/admin/autocomplete/", asked).json()["results"]
    assert row == {"id": str(image.pk), "text": "Chairs", "picture": image.file.url}
    asked = {
        "app_label": "blog",
        "model_name": "post",
        "field_name": "topics",
        "term": create_topic(name="Muziek").name,
    }
    [row] = owner_client.get("/admin/autocomplete/", asked).json()["results"]
    assert (row["text"], row["picture"]) == ("Muziek", None)


@pytest.mark.parametrize("key", ["abc", "-1", str(2**63), "²", "99"])
def test_a_choice_that_is_none_is_refused_without_an_error(owner_client, key):
    post = create_post(text="Kept")
    answer = owner_client.post(
        f"/admin/blog/post/{post.pk}/change/", {"title": "x", "text": "Typed", "topics": key, "image": key, "_save": ""}
    )
    assert answer.status_code == 200 and "Typed" in answer.content.decode()


def test_a_new_item_shows_what_its_address_is_made_from_and_one_that_exists_does_not(owner_client):
    assert 'data-slug-from="title"' in owner_client.get("/admin/pages/page/add/").content.decode()
    assert "data-slug-from" not in form(owner_client, create_page())


def test_moments_are_chosen_by_the_means_of_the_browser(owner_client):
    content = owner_client.get("/admin/testimonials/testimonial/add/").content.decode()
    assert content.count('type="date"') == 3 and content.count('type="time"') == 2
