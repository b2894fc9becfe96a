from django.apps import AppConfig
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from publishing import insertables

# Where the invitation leads; it has no name, so it is loaded under "".
_INVITATION = {"": {"url": reverse_lazy("contact")}}


class ContactConfig(AppConfig):
    name = "contact"
    verbose_name = _("Messages")

    def ready(self):
        insertables.register(
            insertables.Kind(
                words={"nl": "contact", "en": "contact"},
                template="contact/insertable_contact.html",
                load=lambda names: _INVITATION,
                find=lambda names: {},
            )
        )
