"""What the bin keeps of an address, and how it leads to the item again when that comes back."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from publishing import references, stamp
from publishing.addresses import redirects
from publishing.addresses.redirects import Redirect
from publishing.addresses.slugs import first_free, first_free_name
from publishing.models import BATCH, Autosave, Confirmation, Publishable, Revision, SharedPreview, WebPage
from publishing.translations import Translatable
from publishing.versions import drafts
from trash.models import DeletedRow
from trash.signals import purged, put_away, relinking, restored, restoring

# What is found by the lasting uuid of an item, and so outlives its row.
BY_UUID: tuple[Any, ...] = (Autosave, Confirmation, Revision, SharedPreview)


def follow() -> None:
    """From now on keep what the bin needs of each item, and bring it up to date when it comes back."""
    put_away.connect(remember_addresses)
    restoring.connect(find_place)
    restored.connect(settle)
    relinking.connect(refuse_chain)
    purged.connect(forget_all_of_it)


def remember_addresses(sender: type[Model], items: list[Any], **_signal: Any) -> dict[int, dict] | None:
    """Where each item stood, and which redirects led there."""
    if not issubclass(sender, WebPage):
        return None
    kept: dict[Any, dict] = {item.pk: {"address": item.get_absolute_url(), "redirects": []} for item in items}
    leading = Redirect.objects.filter(target_type=ContentType.objects.get_for_model(sender), target_id__in=kept)
    for path, key in leading.values_list("path", "target_id"):
        kept[key]["redirects"].append(path)
    return kept


def find_place(sender: type[Model], instance: Any, restoration: Any, **_signal: Any) -> None:
    """A slug or an original that somebody else has taken meanwhile is left to them, which is said."""
    if not issubclass(sender, WebPage):
        return
    free = instance.free_slug(instance.slug)
    if free != instance.slug:
        note = _("“%(item)s”: the address “%(slug)s” has been taken since. It is “%(free)s” now.")
        restoration.notes.append(note % {"item": instance, "slug": instance.slug, "free": free})
        instance.slug_before, instance.slug = instance.slug, free
    if instance.translation_of_id and not _may_translate(instance):
        note = _("“%(item)s” is no longer the translation of “%(original)s”, which has another one by now.")
        restoration.notes.append(note % {"item": instance, "original": instance.translation_of})
        instance.translation_of = None


def find_name(sender: Any, instance: Any, restoration: Any, **_signal: Any) -> None:
    """For what has a name and a slug of its own (a topic): what another one has by now is left to it, and said."""
    others = list(sender.objects.values_list("name", "slug"))
    length = sender._meta.get_field("name").max_length
    name = first_free_name(instance.name, {name for name, _slug in others}, length)
    slug = first_free(instance.slug, {slug for _name, slug in others})
    if (name, slug) != (instance.name, instance.slug):
        note = _("“%(item)s” is there already by now: this one is called “%(name)s”, and its address is “%(slug)s”.")
        restoration.notes.append(note % {"item": instance.name, "name": name, "slug": slug})
    instance.name, instance.slug = name, slug


def _may_translate(instance):
    if type(instance)._base_manager.filter(translation_of=instance.translation_of_id).exists():
        return False
    try:
        instance.clean_translation()
    except ValidationError:
        return False
    return True


def settle(sender: type[Model], restored: list[tuple[Any, dict]], **_signal: Any) -> None:
    """All that follows from a text and an address; the row itself is stored already, with its own moments."""
    if not issubclass(sender, Publishable):
        return
    items = [item for item, _extras in restored]
    for start in range(0, len(items), BATCH):
        sender.store_together(items[start : start + BATCH])
    stamp.touch()
    if issubclass(sender, WebPage):
        redirects.end(item.get_absolute_url() for item in items if item.ever_public)
        references.adopt(item.get_absolute_url() for item in items)
        for item in items:
            if former := item.__dict__.pop("slug_before", ""):
                drafts.follow_move(item, former)
        for item, extras in restored:
            _lead_here(item, extras)


def _lead_here(item, extras):
    """The addresses that led to it, and its own where that is another now, as far as they are nobody else's."""
    paths = extras.get("redirects", [])
    if item.was_public and extras.get("address") != item.get_absolute_url():
        paths = [*paths, extras.get("address", "")]
    if paths:
        gone = Redirect.objects.filter(path__in=paths, target_id=None, location="")
        gone.update(target_type=ContentType.objects.get_for_model(item), target_id=item.pk)


def refuse_chain(sender: type[Model], instance: Any, **_signal: Any) -> None:
    """An item that has become an original since stays one: raises ValidationError."""
    if issubclass(sender, Translatable) and instance.translation_of_id:
        instance.clean_translation()


def forget_all_of_it(sender: type[Model], rows: list[DeletedRow], **_signal: Any) -> None:
    """Deleted for good: its versions too, what was typed of it, who found it still true, and the links to it."""
    if issubclass(sender, Publishable):
        kind = ContentType.objects.get_for_model(sender)
        for model in BY_UUID:
            model.objects.filter(item_type=kind, item_uuid__in=[row.fields["uuid"] for row in rows]).delete()
