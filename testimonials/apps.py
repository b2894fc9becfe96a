from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TestimonialsConfig(AppConfig):
    name = "testimonials"
    verbose_name = _("Testimonials")

    def ready(self):
        from publishing import checklist, insertables
        from testimonials.models import Testimonial

        def shown(names):
            return Testimonial.objects.published().to_show().named(names)

        def names():
            return Testimonial.objects.values_list("slug", flat=True)

        words, template = {"nl": "ervaring", "en": "testimonial"}, "testimonials/voice.html"
        checklist.register(_no_consent)
        insertables.register(insertables.Kind(words, template, load=shown, find=Testimonial.objects.named, names=names))


def _no_consent(subject):
    """Words of a person are hers: that she agreed to their standing on the site is to be known."""
    from publishing.findings import Finding
    from testimonials.models import Testimonial

    if isinstance(subject.item, Testimonial) and subject.item.consent_on is None:
        yield Finding("no_consent", "consent_on")
