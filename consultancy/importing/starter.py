"""The site that a new owner begins with: its texts are files like any others, and are imported like them."""

from pathlib import Path

import yaml
from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from consultancy.importing.importer import Outcome, import_source
from consultancy.importing.pages import is_untouched
from consultancy.importing.sources import read_source
from images.models import Document, Image
from pages.models import Page, Profile, SocialLink
from publishing.models import Publishable

STARTER = Path(__file__).resolve().parent.parent / "starter"


class HasContentError(Exception):
    """A site that somebody has begun already; the message says with what."""


def load_starter() -> list[Outcome]:
    """Make the starter site on a site that holds nothing yet. Raises HasContentError, with nothing changed."""
    with transaction.atomic():
        if found := _content():
            raise HasContentError(found)
        outcomes = import_source(read_source(STARTER))
        Profile.objects.update_or_create(pk=1, defaults=_profile())
    return outcomes


def _profile():
    return yaml.safe_load((STARTER / "profile.yaml").read_text(encoding="utf-8"))


def _content():
    """A sentence about the first content that is found, or an empty one."""
    for model in apps.get_models():
        if issubclass(model, (Publishable, Image, Document)):
            # Only the section pages stand on a site from its beginning.
            for item in model.objects.all():
                if not (isinstance(item, Page) and item.section and is_untouched(item)):
                    return _("%(kind)s “%(title)s”") % {"kind": model._meta.verbose_name, "title": item}
    if SocialLink.objects.exists() or any(_filled(profile) for profile in Profile.objects.all()):
        return _("a filled profile")
    return ""


def _filled(profile):
    empty = Profile()
    return any(
        getattr(profile, field.attname) != getattr(empty, field.attname)
        for field in Profile._meta.concrete_fields
        if field.editable and not field.primary_key
    )
