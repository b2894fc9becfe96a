import pytest
from django.core.exceptions import ValidationError

from images.models import Image
from tests.factories_images import create_image


@pytest.mark.parametrize(
    ("own", "image_decorative", "given", "decorative", "expected"),
    [
        ("A bridge", False, None, False, "A bridge"),
        ("A bridge", False, "The way across", False, "The way across"),
        ("A bridge", False, "  ", False, "A bridge"),
        ("A bridge", False, None, True, ""),
        ("A bridge", False, "The way across", True, "The way across"),
        ("", True, None, False, ""),
        ("Left over", True, None, False, ""),
        ("", True, "The way across", False, "The way across"),
        ("", False, None, False, ""),
    ],
)
def test_which_text_an_image_gets(own, image_decorative, given, decorative, expected):
    image = Image(alternative_text=own, decorative=image_decorative)
    assert image.alt_for(given, decorative) == expected


@pytest.mark.parametrize(("text", "decorative", "asked"), [("", False, True), ("  ", False, True), ("", True, False)])
def test_a_text_is_asked_for_unless_the_image_is_decorative(text, decorative, asked):
    image = Image(pk=1, alternative_text=text, decorative=decorative)
    if asked:
        with pytest.raises(ValidationError) as refusal:
            image.clean()
        assert list(refusal.value.message_dict) == ["alternative_text"]
    else:
        image.clean()


@pytest.mark.django_db
def test_what_is_still_to_describe_can_be_listed():
    missing = create_image(alternative_text="")
    create_image(alternative_text="", decorative=True)
    create_image(alternative_text="A bridge")
    assert list(Image.objects.to_describe()) == [missing]
