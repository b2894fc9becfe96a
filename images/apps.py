from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    name = "images"
    verbose_name = _("Images and files")

    def ready(self):
        from images import binned, covers, discarding, replacing

        discarding.follow()
        binned.follow()
        covers.follow()
        replacing.follow()
