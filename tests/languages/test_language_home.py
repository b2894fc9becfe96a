"""A page at the top whose address is the code of another language is the home page in that language."""

import pytest
from django.core.exceptions import ValidationError

from pages.models import Page, Section
from tests.factories import create_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def front():
    return Page.objects.get(section=Section.HOME)


@pytest.fixture
def english():
    return create_page(title="Welcome in", slug="en", language="en")


def refusal(page):
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return refused.value.message_dict


def test_it_is_the_translation_of_the_front_page(front, english):
    assert english.is_language_home
    assert english.translation_of == front


def test_it_is_in_its_language_unless_told_otherwise():
    assert create_page(title="Welcome", slug="en", language="").is_language_home
    page = Page(title="Welcome", slug="en", language="nl")
    assert "language" in refusal(page)


def test_below_another_page_or_in_the_own_language_it_is_an_ordinary_page():
    assert not create_page(slug="en", language="en", parent=create_page()).is_language_home
    assert not create_page(slug="nl", language="nl").is_language_home


def test_nothing_else_is_a_translation_of_the_front_page(front, english):
    page = create_page(title="Other", language="en")
    page.translation_of = front
    assert "translation_of" in refusal(page)


def test_it_translates_nothing_else():
    other = create_page(title="Other")
    assert "translation_of" in refusal(Page(title="Home", slug="en", language="en", translation_of=other))


def test_it_stays_where_it_is_while_it_translates_the_front_page(english):
    english.slug = "english"
    assert "translation_of" in refusal(english)
    english.translation_of = None
    english.full_clean()


def test_a_page_below_it_is_in_its_language_unless_told_otherwise(english):
    page = Page(title="Services", parent=english, language="")
    page.full_clean()
    page.save()
    assert (page.language, create_page(parent=english, language="nl").language) == ("en", "nl")
    assert create_page(title="At the top", language="").language == "nl"


def test_the_draft_of_the_front_page_is_it(front):
    draft = front.translate("en")
    draft.full_clean()
    draft.save()
    assert (draft.path, draft.is_language_home, draft.status, draft.section) == ("en", True, "draft", "")
    assert draft.menu_title == "Front page"


def test_drafts_in_a_language_stand_below_its_home(english):
    offer = create_page(title="Offer", menu="main", on_home=True)
    dialogue = create_page(title="Dialogue", parent=offer)
    for page in (offer, dialogue, Page.objects.get(section=Section.CONTACT)):
        draft = page.translate("en")
        draft.full_clean()
        draft.save()
    below = Page.objects.below(english)
    assert sorted(below.values_list("path", flat=True)) == ["en/contact", "en/offer", "en/offer/dialogue"]
    assert below.get(path="en/offer").menu == "main"


def test_drafts_in_the_own_language_stand_at_the_top(english):
    draft = create_page(title="Services", parent=english, language="en").translate("nl")
    draft.full_clean()
    draft.save()
    assert draft.path == "services"


def test_a_button_leads_to_the_same_page_in_the_language(english):
    offer = create_page(title="Offer")
    translated = create_page(title="Services", parent=english, language="en", translation_of=offer)
    page = create_page(title="Page", action_kind="page", action_label="Look", action_page=offer)
    assert page.translate("en").action_page == translated


def test_a_site_in_english_has_its_home_in_dutch_likewise(settings):
    settings.LANGUAGE_CODE = "en"
    dutch = create_page(title="Welkom", slug="nl", language="nl")
    assert dutch.is_language_home
    assert not create_page(title="English", slug="en", language="en").is_language_home
    assert create_page(title="Aanbod", parent=dutch, language="").language == "nl"
