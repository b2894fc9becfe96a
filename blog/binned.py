"""A topic comes back from the bin."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from blog.topics import NAME_LENGTH, Topic
from publishing.references import referring_to
from publishing.slugs import first_free, first_free_name
from trash.signals import put_away, restored, restoring


def follow() -> None:
    """From now on keep what the bin needs of a topic."""
    put_away.connect(remember_texts, sender=Topic)
    restoring.connect(find_place, sender=Topic)
    restored.connect(refer_again, sender=Topic)


def remember_texts(items: list[Topic], **_signal: Any) -> dict[int, dict]:
    """Which texts list the posts about a topic."""
    return {item.pk: {"texts": [[text._meta.label_lower, text.pk] for text in referring_to([item])]} for item in items}


def find_place(instance: Topic, restoration: Any, **_signal: Any) -> None:
    """What another one has by now is left to it, and said."""
    others = list(Topic.objects.values_list("name", "slug"))
    name = first_free_name(instance.name, {name for name, _slug in others}, NAME_LENGTH)
    slug = first_free(instance.slug, {slug for _name, slug in others})
    if (name, slug) != (instance.name, instance.slug):
        note = _("“%(item)s” is there already by now: this one is called “%(name)s”, and its address is “%(slug)s”.")
        restoration.notes.append(note % {"item": instance.name, "name": name, "slug": slug})
    instance.name, instance.slug = name, slug


def refer_again(restored: list[tuple[Topic, dict]], **_signal: Any) -> None:
    """The texts that name a topic refer to it again, as far as they still do."""
    for _topic, extras in restored:
        for label, key in extras.get("texts", []):
            text: Any = apps.get_model(label)._base_manager.filter(pk=key).first()
            if text is not None:
                text.save(update_fields=["text"])
