from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TestimonialsConfig(AppConfig):
    name = "testimonials"
    verbose_name = _("Testimonials")

    def ready(self):
        from publishing import checklist, insertables
        from publishing.binned import find_name
        from publishing.picking import shelves as picking
        from testimonials.models import Testimonial, Theme
        from testimonials.picked import LINKS, VOICES, portrait
        from trash.signals import restoring

        restoring.connect(find_name, sender=Theme)

        def shown(names):
            return Testimonial.objects.published().to_show().named(names)

        def find(names):
            return Testimonial.objects.select_related("portrait").named(names)

        def names():
            return Testimonial.objects.values_list("slug", flat=True)

        words, template = {"nl": "ervaring", "en": "testimonial"}, "testimonials/voice.html"
        checklist.register(_no_consent)
        insertables.register(
            insertables.Kind(words, template, shown, find, names=names, label=_("testimonial"), picture=portrait)
        )
        picking.offer("testimonial", VOICES)
        picking.offer("link", LINKS)


def _no_consent(subject):
    """Words of a person are hers: that she agreed to their standing on the site is to be known."""
    from publishing.findings import Finding
    from testimonials.models import Testimonial

    if isinstance(subject.item, Testimonial) and subject.item.consent_on is None:
        yield Finding("no_consent", "consent_on")
