"""A topic comes back from the bin."""

from typing import Any

from django.utils.translation import gettext as _

from blog.topics import NAME_LENGTH, Topic
from publishing.slugs import first_free, first_free_name


def find_place(instance: Topic, restoration: Any, **_signal: Any) -> None:
    """Answers `trash.signals.restoring`: what another one has by now is left to it, and said."""
    others = list(Topic.objects.values_list("name", "slug"))
    name = first_free_name(instance.name, {name for name, _slug in others}, NAME_LENGTH)
    slug = first_free(instance.slug, {slug for _name, slug in others})
    if (name, slug) != (instance.name, instance.slug):
        note = _("“%(item)s” is there already by now: this one is called “%(name)s”, and its address is “%(slug)s”.")
        restoration.notes.append(note % {"item": instance.name, "name": name, "slug": slug})
    instance.name, instance.slug = name, slug
