"""What matters most in a picture, chosen in its form."""

import pytest

from images.models import Image
from images.renditions.specs import set_key
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def form(image):
    return f"/admin/images/image/{image.pk}/change/"


def save(client, image, x, y):
    typed = {"title": "A bridge", "alternative_text": "A bridge", "focal_point_0": x, "focal_point_1": y}
    return client.post(form(image), typed)


def point(image):
    image.refresh_from_db()
    return image.focal_x, image.focal_y


def test_it_is_saved_and_the_cuts_move_with_it(owner_client):
    image = create_image()
    before = set_key(image, "card"), set_key(image, "text")
    assert save(owner_client, image, 20, 0).status_code == 302
    assert point(image) == (20, 0)
    assert set_key(image, "card") != before[0]
    assert set_key(image, "text") == before[1]


def test_it_is_shown_as_chosen_with_the_cuts_beside_it(owner_client):
    image = create_image(focal_x=0, focal_y=40, width=1200, height=600)
    page = owner_client.get(form(image)).content.decode()
    assert 'name="focal_point_0" value="0"' in page
    assert 'viewBox="0 0 900 600"' in page


def test_left_empty_the_site_chooses(owner_client):
    image = create_image(focal_x=20, focal_y=30)
    save(owner_client, image, "", "")
    assert point(image) == (None, None)


@pytest.mark.parametrize("typed", [(20, ""), ("", 20), (101, 20), (20, -1), ("x", 20)])
def test_half_a_point_and_one_outside_of_the_picture_are_refused(owner_client, typed):
    image = create_image(focal_x=50, focal_y=60)
    response = save(owner_client, image, *typed)
    assert response.context["adminform"].form.errors["focal_point"]
    assert point(image) == (50, 60)


def test_nothing_else_of_a_picture_moves_it(owner_client):
    image = create_image(focal_x=20, focal_y=30)
    typed = {f"{image.pk}-alternative_text": "A bridge", "pk": image.pk}
    owner_client.post("/admin/images/image/words/", typed)
    assert Image.objects.get().focal_x == 20
