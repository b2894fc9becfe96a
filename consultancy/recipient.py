"""What the contact room asks of the roof: who gets its mail, and where its page is."""

from django.conf import settings

from pages.models import Profile
from pages.site import current_site


def message_recipient() -> str:
    """The address in the profile (its own field for this first), else `CONTACT_RECIPIENT`; empty: nobody."""
    profile = Profile.objects.first() or Profile()
    return profile.message_recipient or profile.email or settings.CONTACT_RECIPIENT


def contact_address() -> str:
    """Where visitors find the form, in the active language if it is there in that; empty while it is hidden."""
    contact = current_site().contact
    return contact.url if contact else ""
