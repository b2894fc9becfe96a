"""The pages that give the parts of the site their heading are there from the start, and stay."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from pages.models import Page, Section
from publishing.models import Redirect
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def test_every_site_has_them_from_the_first_migration(client):
    assert set(Page.objects.values_list("section", "path")) == {
        ("home", ""),
        ("blog", "blog"),
        ("testimonials", "ervaringen"),
        ("contact", "contact"),
        ("search", "zoeken"),
    }
    assert client.get("/").status_code == client.get("/contact/").status_code == 200


@pytest.mark.parametrize("path", ["blog", "ervaringen", "contact", "zoeken"])
def test_the_parts_of_the_site_are_shown_until_they_are_hidden(client, path):
    assert client.get(f"/{path}/").status_code == 200
    page = Page.objects.get(path=path)
    page.status = "draft"
    page.save()
    assert client.get(f"/{path}/").status_code == 404


def test_their_address_cannot_be_changed():
    contact = Page.objects.get(section=Section.CONTACT)
    contact.slug, contact.parent = "elsewhere", create_page()
    contact.save()
    assert Page.objects.get(pk=contact.pk).path == "contact"


@pytest.mark.parametrize("section", Section.values)
def test_they_cannot_be_deleted(section):
    with pytest.raises(ProtectedError), transaction.atomic():
        Page.objects.filter(section=section).delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        Page.objects.get(section=section).delete()


@pytest.mark.parametrize("section", Section.values)
def test_no_page_stands_under_them(section):
    with pytest.raises(ValidationError) as refused:
        Page(title="Mine", parent=Page.objects.get(section=section)).full_clean()
    assert "parent" in refused.value.message_dict


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_the_front_door_stays_open(status):
    home = Page.objects.get(section=Section.HOME)
    home.status = status
    with pytest.raises(ValidationError) as refused:
        home.full_clean()
    assert "status" in refused.value.message_dict


def test_the_front_door_opens_at_once():
    home = Page.objects.get(section=Section.HOME)
    home.published_at = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError):
        home.full_clean()


def test_the_front_door_has_no_end():
    home = Page.objects.get(section=Section.HOME)
    home.expires_at = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        home.full_clean()
    assert "status" in refused.value.message_dict


@pytest.mark.django_db(transaction=True)
def test_no_section_page_is_made_before_every_table_is_there():
    call_command("migrate", "pages", "zero", verbosity=0)
    call_command("migrate", verbosity=0)
    assert Page.objects.filter(section=Section.HOME).exists()


def test_migrating_again_changes_nothing():
    Page.objects.filter(section=Section.CONTACT).update(title="Write to me")
    before = list(Page.objects.values())
    call_command("migrate", verbosity=0)
    assert list(Page.objects.values()) == before


def test_a_site_in_another_language_has_its_own_words_and_the_old_ones_lead_there(client, settings):
    voices = Page.objects.get(section=Section.TESTIMONIALS)
    voices.status = "published"
    voices.save()
    settings.LANGUAGE_CODE = "en"
    call_command("migrate", verbosity=0)
    # The address map of this process is still that of the former language.
    assert Redirect.objects.get(path="/ervaringen/").target.get_absolute_url() == "/testimonials/"
    assert client.get("/testimonials/").status_code == 200
