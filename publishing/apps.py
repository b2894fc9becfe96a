from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Addresses")

    def ready(self):
        from django.db.models.signals import post_delete, post_save

        from images.models import Document, Image
        from images.usage import asked_for_uses, asked_where_used
        from publishing import binned, checklist, insertables, references, stamp
        from publishing.picking import shelves as picking
        from publishing.versions import waiting

        for model, words, own in (
            (Image, {"nl": "afbeelding", "en": "image"}, {"learn": _learn_what_is_seen, "picture": _address}),
            (Document, {"nl": "bestand", "en": "document"}, {}),
        ):
            template, label = f"images/insertable_{words['en']}.html", model._meta.verbose_name
            kind = insertables.Kind(words, template, *_named(model), names=_names(model), label=label, **own)
            insertables.register(kind)
            post_save.connect(_adopt, sender=model)
            post_save.connect(stamp.touch, sender=model)
            post_delete.connect(stamp.touch, sender=model)
            post_delete.connect(_let_go, sender=model)
        asked_where_used.connect(references.users_of)
        asked_where_used.connect(waiting.users_of)
        asked_for_uses.connect(references.uses_of)
        asked_for_uses.connect(waiting.uses_of)
        checklist.follow()
        picking.offer("image", picking.PICTURES)
        picking.offer("document", picking.FILES)
        binned.follow()


def _names(model):
    return lambda: model.objects.values_list("slug", flat=True)


def _named(model):
    def find(names):
        return {item.slug: item for item in model.objects.filter(slug__in=names)}

    return find, find


def _address(image):
    from images.thumbnails import thumbnail_address

    return thumbnail_address(image)


def _learn_what_is_seen(image, insertable):
    """A picture without a description takes over the first one that a text gives it."""
    if image.to_describe and insertable.get("alt"):
        image.alternative_text = insertable.get("alt")[:300]
        image.save(update_fields=["alternative_text"])


def _adopt(instance, created, **_signal):
    """A text may have named a picture or document before it was there."""
    from publishing import references

    if created:
        references.adopt([_mark(instance)])


def _let_go(instance, **_signal):
    """A text that names it still does, should one of that name come again."""
    from publishing import references

    references.leave_broken(instance, _mark(instance))
    references.forget(instance)


def _mark(instance):
    from publishing import insertables

    return insertables.mark(instance._meta.model_name, instance.slug)
