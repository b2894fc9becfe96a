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

        words = {"nl": "ervaring", "en": "testimonial"}
        insertables.register(
            insertables.Kind(words, "testimonials/voice.html", load=shown, find=Testimonial.objects.named)
        )
