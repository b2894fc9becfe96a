"""What the site makes of what was typed, and what it refuses."""

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from images.models import Image
from publishing.models import ChangeStamp
from testimonials.models import FormerSlug, Testimonial, Theme
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(1)> "><b>]]> \u202e{{ 7 }}'


def unsaved(**fields):
    return Testimonial(**{"name": "Vera Voorbeeld", "text": "Words."} | fields)


def refused(**fields):
    with pytest.raises(ValidationError) as refusal, translation.override("en"):
        unsaved(**fields).full_clean()
    return refusal.value.message_dict


def test_title_and_address_are_made_from_the_name():
    item = create_testimonial(name="Henk  Korthorst")
    assert (item.title, item.slug) == ("Henk Korthorst", "henk-korthorst")


def test_another_name_gives_another_title_and_the_same_address():
    item = create_testimonial(name="Vera Voorbeeld")
    item.name = "Vera de Verzonnen"
    item.save(update_fields=["name"])
    item.refresh_from_db()
    assert (item.title, item.slug) == ("Vera de Verzonnen", "vera-voorbeeld")


def test_the_same_name_gets_a_number():
    assert [create_testimonial().slug for _ in range(3)] == [
        *("vera-voorbeeld", "vera-voorbeeld-2", "vera-voorbeeld-3"),
    ]


@pytest.mark.parametrize("name", ["!!!", "漢字"])
def test_a_name_without_letters_for_an_address_gets_one_all_the_same(name):
    assert create_testimonial(name=name).slug == "ervaring"


def test_an_address_that_another_has_or_had_is_refused_and_a_free_one_named():
    item = create_testimonial(slug="vera")
    assert "“vera-2” is free" in refused(slug="Vera")["slug"][0]
    item.slug = "elsewhere"
    item.save()
    assert "“vera-2” is free" in refused(slug="vera")["slug"][0]


def test_the_database_holds_no_address_twice():
    create_testimonial(slug="vera")
    with pytest.raises(IntegrityError), transaction.atomic():
        create_testimonial(slug="vera")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        *[("Henk Korthorst", "HK"), ("henk", "H"), ("Jan van der Berg", "JB"), ("“Vera” Voorbeeld", "V")],
        *[("Élise-Anne", "É"), ("!!!", ""), ("ßeta Alpha", "SSA")],
    ],
)
def test_initials_are_those_of_the_first_and_the_last_name(name, initials):
    assert Testimonial(name=name).initials == initials


@pytest.mark.parametrize(
    "wrong",
    [
        *[{"name": ""}, {"name": "V" * 121}, {"text": ""}, {"text": "## Heading"}, {"text": "[[ervaring vera]]"}],
        *[{"text": "V" * 250_001}, {"role": "V" * 201}, {"organisation": "V" * 201}, {"position": 1_000_001}],
        *[{"link": "javascript:alert(1)"}, {"link": "ftp://example.org/"}, {"link": "www.example.org"}],
    ],
    ids=lambda wrong: f"{next(iter(wrong))}-{str(next(iter(wrong.values())))[:20]}",
)
def test_what_does_not_fit_is_refused_at_its_field(wrong):
    assert refused(**wrong).keys() == wrong.keys()


@pytest.mark.parametrize("count", [1, 1000])
def test_one_word_and_a_thousand_are_shown(client, count):
    item = create_testimonial(text="woord " * count, on_home=True)
    item.full_clean()
    assert client.get(item.get_absolute_url()).content.decode().count("woord") >= count


@pytest.mark.parametrize(("count", "shown", "links"), [(1, 1, False), (150, 150, False), (1000, 90, True)])
def test_among_others_a_long_one_is_begun_and_leads_to_the_rest(client, count, shown, links):
    item = create_testimonial(text="woord " * count, on_home=True)
    onward = f'<p class="onward"><a href="{item.get_absolute_url()}">'
    for address in ("/", "/ervaringen/"):
        content = client.get(address).content.decode()
        assert (content.count("woord"), onward in content) == (shown, links)


def test_the_longest_name_role_and_organisation_are_shown(client):
    item = unsaved(name="V" * 120, role="R" * 200, organisation="O" * 200, status="published")
    item.full_clean()
    item.save()
    assert len(item.slug) <= 100
    content = client.get("/ervaringen/").content.decode()
    assert "V" * 120 in content and "R" * 200 in content


def test_hostile_input_is_shown_as_it_was_typed_or_not_at_all(client):
    who = dict.fromkeys(("name", "role", "organisation"), HOSTILE)
    theme = Theme.objects.create(name=HOSTILE[:60])
    item = create_testimonial(text=HOSTILE, themes=[theme], on_home=True, slug="hostile", **who)
    create_testimonial(name="Other")
    for address in ("/", "/ervaringen/", f"/ervaringen/?thema={theme.slug}", item.get_absolute_url(), "/sitemap.xml"):
        content = client.get(address).content.decode()
        assert "<script" not in content.replace('<script type="application/ld+json">', ""), address
        assert "<img" not in content, address
        assert "\u202e" not in content, address


def test_pages_of_testimonials_are_valid_html(client):
    item = create_testimonial(
        text="One.\n\nTwo.", role="R", portrait=create_image(), themes=[Theme.objects.create(name="T")], on_home=True
    )
    create_testimonial(name="&<>", language="en", organisation="&")
    for address in ("/", "/ervaringen/", "/ervaringen/?thema=t", item.get_absolute_url()):
        html5lib.HTMLParser(strict=True).parse(client.get(address).content.decode())


def test_a_copy_is_a_draft_with_its_themes_and_nothing_that_was_for_the_first():
    item = create_testimonial(themes=[Theme.objects.create(name="T")], on_home=True, consent_on="2026-01-01")
    twin = item.duplicate()
    twin.save()
    twin.refresh_from_db()
    assert (twin.status, twin.slug, twin.on_home, twin.consent_on) == ("draft", "vera-voorbeeld-2", False, None)
    assert twin.position > item.position
    assert [theme.name for theme in twin.themes.all()] == ["T"]


def test_a_portrait_that_is_shown_can_not_be_deleted():
    image = create_image()
    create_testimonial(portrait=image)
    with pytest.raises(IntegrityError):
        image.delete()
    assert Image.objects.exists()


def stamp():
    return ChangeStamp.objects.get().value


def test_a_change_of_themes_is_a_change_of_the_site():
    item, theme = create_testimonial(), Theme.objects.create(name="T")
    before = stamp()
    item.themes.add(theme)
    assert stamp() != before
    before = stamp()
    theme.name = "Other"
    theme.save()
    assert stamp() != before
    before = stamp()
    theme.delete()
    assert stamp() != before


def test_themes_have_addresses_of_their_own():
    with transaction.atomic():
        assert [Theme.objects.create(name=name).slug for name in ("A b", "A-b", "!")] == ["a-b", "a-b-2", "thema"]


def test_a_former_slug_goes_with_its_testimonial():
    item = create_testimonial(slug="first")
    item.slug = "second"
    item.save()
    item.delete()
    assert not FormerSlug.objects.exists()
