"""An item may be linked to the same in another language: one is the original, the other its translation."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from blog.models import Post
from pages.models import Page, Section
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

CREATORS = [create_page, create_post, create_testimonial]


@pytest.fixture(params=CREATORS, ids=["page", "post", "testimonial"])
def pair(request):
    """An item of each kind with its translation, both public."""
    original = request.param(slug="offer")
    return original, request.param(slug="offer-en", language="en", translation_of=original)


def fresh(item: Model):
    return type(item)._default_manager.with_translation().get(pk=item.pk)


def refusal(item, **changes):
    for field, value in changes.items():
        setattr(item, field, value)
    with pytest.raises(ValidationError) as refused:
        item.full_clean()
    return refused.value.message_dict


def test_each_knows_the_other(pair):
    original, translated = pair
    assert (fresh(original).translation, fresh(translated).translation) == (translated, original)


def test_an_item_of_its_own_has_none():
    assert fresh(create_page()).translation is None
    assert Page(title="Not stored").translation is None


def test_the_other_comes_with_it_in_one_query(pair, django_assert_num_queries):
    for item in pair:
        with django_assert_num_queries(1):
            assert fresh(item).public_translation.get_absolute_url()


@pytest.mark.parametrize(("status", "days"), [("draft", 0), ("archived", 0), ("published", 1)])
def test_visitors_are_shown_it_only_while_it_is_public(pair, status, days):
    for item, other in (pair, pair[::-1]):
        assert fresh(item).public_translation == other
    moment = timezone.now() + timedelta(days=days)
    type(pair[1]).objects.filter(pk=pair[1].pk).update(status=status, published_at=moment)
    assert fresh(pair[0]).public_translation is None
    assert fresh(pair[0]).translation == pair[1]


def test_visitors_are_not_shown_it_after_its_end(pair):
    for item, other in (pair, pair[::-1]):
        type(other).objects.filter(pk=other.pk).update(expires_at=timezone.now())
        assert fresh(item).public_translation is None


def test_it_stays_linked_when_its_address_changes(client, pair):
    original, translated = pair
    translated.slug = "services"
    translated.save()
    assert fresh(original).translation.get_absolute_url().endswith("/services/")


def test_a_deleted_one_leaves_the_other_as_it_was(pair):
    original, translated = pair
    original.delete()
    assert fresh(translated).translation is None
    assert fresh(translated).is_published


def test_a_copy_is_no_translation(pair):
    for item in pair:
        copy = fresh(item).duplicate()
        copy.save()
        assert fresh(copy).translation is None


def test_an_item_is_no_translation_of_itself(pair):
    assert "translation_of" in refusal(fresh(pair[0]), translation_of=pair[0])


def test_both_in_one_language_are_refused_on_either_side(pair):
    original, translated = pair
    assert "translation_of" in refusal(fresh(translated), language="nl")
    assert "language" in refusal(fresh(original), language="en")


@pytest.mark.parametrize("create", CREATORS)
def test_a_translation_of_a_translation_is_refused_with_its_original(create):
    original = create(slug="offer")
    translated = create(slug="offer-en", language="en", translation_of=original)
    third = create(slug="third")
    said = refusal(third, translation_of=fresh(translated))["translation_of"][0]
    assert str(original) in said
    original.refresh_from_db()
    assert "translation_of" in refusal(fresh(original), translation_of=create(slug="fourth", language="en"))


def test_a_second_translation_is_refused(pair):
    second = type(pair[0])(language="en", translation_of=pair[0], title="Second", text="Words", slug="second")
    assert "translation_of" in refusal(second)


@pytest.mark.parametrize("section", [Section.CONTACT, Section.BLOG, Section.HOME])
def test_a_page_of_the_site_is_the_original(section):
    page = Page.objects.get(section=section)
    other = create_page(slug="elsewhere", language="en")
    assert "translation_of" in refusal(page, translation_of=other)


def test_a_draft_in_another_language_is_made_of_an_item():
    original = create_page(title="Approach", text="Words", lead="A lead")
    draft = original.translate("en")
    draft.full_clean()
    draft.save()
    assert (draft.title, draft.text, draft.lead, draft.language) == ("Approach", "Words", "A lead", "en")
    assert (draft.status, draft.translation_of, draft.path) == ("draft", original, "approach-en")


def test_a_draft_of_a_post_takes_its_topics_along():
    topic = create_topic()
    draft = create_post(title="A post", topics=[topic]).translate("en")
    draft.full_clean()
    draft.save()
    assert (draft.slug, list(draft.topics.all()), draft.title) == ("a-post-en", [topic], "A post")
    assert Post.objects.count() == 2


def test_a_draft_of_a_testimonial_asks_for_consent_again():
    draft = create_testimonial(name="Vera Voorbeeld", consent_on="2026-01-01").translate("en")
    draft.full_clean()
    draft.save()
    assert (draft.slug, draft.consent_on, draft.name) == ("vera-voorbeeld-en", None, "Vera Voorbeeld")
    assert Testimonial.objects.published().count() == 1
