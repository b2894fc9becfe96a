"""How often each picture of the library is shown, and where."""

import pytest

from images.usage import number_of_uses, places_of
from pages.models import Profile
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_document, create_image
from tests.testimonials.factories import create_testimonial
from tests.versions.writing import write

pytestmark = pytest.mark.django_db


def test_texts_heads_and_portraits_count_drafts_too():
    image, other = create_image(), create_image()
    users = [
        create_page(text=f"[[afbeelding {image.slug}]]", status="draft"),
        create_post(image=image),
        create_testimonial(portrait=image),
        Profile.objects.create(pk=1, name="A. Consultant", logo=image),
    ]
    assert number_of_uses([image, other]) == {image.pk: 4}
    assert sorted(map(str, places_of(image))) == sorted(map(str, users))


def test_what_shows_it_twice_counts_once():
    image = create_image()
    page = create_page(image=image, text=f"[[afbeelding {image.slug}]]\n\n[[afbeelding {image.slug}]]")
    assert number_of_uses([image]) == {image.pk: 1}
    assert places_of(image) == [page]


def test_what_waits_for_its_publication_counts():
    in_text, at_head = create_image(), create_image()
    page = create_page(text="Nothing yet")
    write(page, text=f"[[afbeelding {in_text.slug}]]", image=at_head)
    images = [in_text, at_head]
    assert number_of_uses(images) == {image.pk: 1 for image in images}
    assert [places_of(image) for image in images] == [[page], [page]]


def test_files_count_alike():
    document = create_document()
    create_page(text=f"[[bestand {document.slug}]]")
    assert number_of_uses([document]) == {document.pk: 1}
