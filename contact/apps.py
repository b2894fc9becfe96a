from django.apps import AppConfig
from django.conf import settings
from django.urls import reverse_lazy
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from publishing import insertables

# Where the invitation leads; it has no name, so it is loaded under "".
_INVITATION = {"": {"url": reverse_lazy("contact")}}


def _invitation(names):
    return _INVITATION if import_string(settings.CONTACT_IS_OPEN)() else {}


class ContactConfig(AppConfig):
    name = "contact"
    verbose_name = _("Messages")

    def ready(self):
        insertables.register(
            insertables.Kind(
                words={"nl": "contact", "en": "contact"},
                template="contact/insertable_contact.html",
                load=_invitation,
                find=lambda names: {},
            )
        )
