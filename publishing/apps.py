from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Addresses")

    def ready(self):
        from django.db.models.signals import post_delete, post_save

        from images.models import Document, Image
        from images.usage import asked_where_used
        from publishing import insertables, references, stamp

        insertables.register(
            insertables.Kind({"nl": "afbeelding", "en": "image"}, "images/insertable_image.html", *_named(Image))
        )
        insertables.register(
            insertables.Kind({"nl": "bestand", "en": "document"}, "images/insertable_document.html", *_named(Document))
        )
        for model in (Image, Document):
            post_save.connect(stamp.touch, sender=model)
            post_delete.connect(stamp.touch, sender=model)
            post_delete.connect(references.forget, sender=model)
        asked_where_used.connect(references.users_of)


def _named(model):
    def find(names):
        return {item.slug: item for item in model.objects.filter(slug__in=names)}

    return find, find
