from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TestimonialsConfig(AppConfig):
    name = "testimonials"
    verbose_name = _("Testimonials")

    def ready(self):
        from publishing import insertables
        from testimonials.models import Testimonial

        def shown(names):
            return Testimonial.objects.published().to_show().named(names)

        def names():
            return Testimonial.objects.values_list("slug", flat=True)

        words, template = {"nl": "ervaring", "en": "testimonial"}, "testimonials/voice.html"
        insertables.register(insertables.Kind(words, template, load=shown, find=Testimonial.objects.named, names=names))
