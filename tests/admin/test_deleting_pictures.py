"""A picture that a text shows is not deleted without naming the place."""

import pytest

from images.models import Image
from pages.models import Profile
from publishing.models import Reference
from tests.factories import create_page
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def delete(client, image):
    return client.post(f"/admin/images/image/{image.pk}/delete/", {"post": "yes"})


def test_the_place_is_named_and_the_picture_stays(owner_client):
    image = create_image()
    page = create_page(title="Offer", text=f"[[afbeelding {image.slug}]]")
    content = delete(owner_client, image).content.decode()
    assert f'<a href="/admin/pages/page/{page.pk}/change/">Offer</a>' in content
    assert Image.objects.filter(pk=image.pk).exists()


def test_several_at_once_are_guarded_alike(owner_client):
    image = create_image()
    create_page(title="Offer", text=f"[[afbeelding {image.slug}]]")
    data = {"action": "delete_selected", "_selected_action": [image.pk], "post": "yes"}
    assert "Offer" in owner_client.post("/admin/images/image/", data).content.decode()
    assert Image.objects.filter(pk=image.pk).exists()


def test_the_picture_at_the_head_of_a_page_is_guarded_too(owner_client):
    image = create_image()
    create_page(title="Offer", image=image)
    assert "Offer" in delete(owner_client, image).content.decode()
    assert Image.objects.filter(pk=image.pk).exists()


def test_the_portrait_is_guarded_by_its_place_and_not_by_a_permission(owner_client):
    image = create_image()
    Profile.objects.create(pk=1, name="A. Consultant", portrait=image)
    content = delete(owner_client, image).content.decode()
    assert "A. Consultant" in content
    assert "geen rechten" not in content


def test_a_picture_that_nothing_shows_goes(owner_client):
    image = create_image()
    page = create_page(title="Offer", text=f"[[afbeelding {image.slug}]]")
    page.text = "Without"
    page.save()
    delete(owner_client, image)
    assert not Image.objects.filter(pk=image.pk).exists()
    assert not Reference.objects.exists()
