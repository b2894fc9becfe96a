"""A slug is taken once, and never from the site itself."""

import pytest
from django.core.exceptions import ValidationError

from pages.models import Page
from pages.sections import RESERVED
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def refusal(page):
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return " ".join(refused.value.message_dict["slug"])


def test_a_taken_slug_is_refused_with_a_free_one():
    create_page(title="Offer")
    create_page(title="Offer again", slug="offer-2")
    assert "“offer-3”" in refusal(Page(title="Third", slug="offer"))


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_word_of_the_site_is_refused_with_a_free_one(word):
    assert f"“{word}-2”" in refusal(Page(title="Mine", slug=word))


def test_such_a_word_in_capitals_is_refused_too():
    assert "“blog-2”" in refusal(Page(title="Mine", slug="BLOG"))


def test_below_another_page_such_a_word_is_free():
    Page(title="Blog", slug="blog", parent=create_page(title="Offer")).full_clean()


def test_the_same_slug_in_another_place_is_free():
    create_page(title="Example", parent=create_page(title="Offer"))
    Page(title="Example", slug="example").full_clean()


@pytest.mark.parametrize(
    ("title", "slug"), [("Één gesprek!", "een-gesprek"), ("🎈🎈", "pagina"), ("Blog", "blog-2"), ("中文", "pagina")]
)
def test_an_empty_slug_is_made_from_the_title(title, slug):
    assert create_page(title=title).slug == slug


@pytest.mark.parametrize("slug", ["../admin", "a b", "a/b", "é", "a" * 101, "x\x00"])
def test_what_is_no_slug_is_refused(slug):
    assert refusal(Page(title="Mine", slug=slug))


def test_two_pages_without_a_slug_get_different_addresses():
    assert {create_page(title="Offer").path, create_page(title="Offer").path} == {"offer", "offer-2"}
