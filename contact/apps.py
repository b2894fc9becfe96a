from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from publishing import insertables


def _invitation(names):
    """Where it leads; it has no name, so it is loaded under ""."""
    address = import_string(settings.CONTACT_ADDRESS)()
    return {"": {"url": address}} if address else {}


class ContactConfig(AppConfig):
    name = "contact"
    verbose_name = _("Messages")

    def ready(self):
        from contact.binned import forget_name
        from contact.models import Message
        from trash.signals import purged

        purged.connect(forget_name, sender=Message)
        insertables.register(
            insertables.Kind(
                words={"nl": "contact", "en": "contact"},
                template="contact/insertable_contact.html",
                load=_invitation,
                find=lambda names: {},
                label=_("Invitation to make contact"),
            )
        )
