"""The list of the library: how often each item is shown, in few queries whatever there is."""

import pytest
from django.contrib.contenttypes.models import ContentType

from images.models import Image
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_image, unsaved_image
from tests.testimonials.factories import create_testimonial
from tests.versions.writing import write

pytestmark = pytest.mark.django_db

LIST = "/admin/images/image/"


def test_it_tells_of_each_how_often_it_is_shown(owner_client):
    image, other = create_image(), create_image()
    create_page(image=image), create_post(text=f"[[afbeelding {image.slug}]]")
    listed = owner_client.get(LIST).context["cl"].result_list
    assert {item.pk: item.number_of_uses for item in listed} == {image.pk: 2, other.pk: 0}


def test_it_searches_who_made_a_picture_too(owner_client):
    image = create_image(credit="Foto Voorbeeld")
    create_image()
    assert [item.pk for item in owner_client.get(LIST, {"q": "foto voorbeeld"}).context["cl"].result_list] == [image.pk]


def test_ten_thousand_pictures_take_twelve_queries_with_all_kinds_waiting(owner_client, django_assert_max_num_queries):
    Image.objects.bulk_create([unsaved_image() for _ in range(10_000)])
    image = Image.objects.first()
    for item in (create_page(), create_post(), create_testimonial()):
        write(item, text=f"[[afbeelding {image.slug}]]")
    ContentType.objects.get_for_models(*(type(item) for item in (create_page(), create_post())))
    with django_assert_max_num_queries(12):
        response = owner_client.get(LIST, {"q": "file"})
    assert response.context["cl"].result_list[0].number_of_uses == 3
