"""What the contact room asks of the roof: who gets its mail, and whether its page is open."""

from django.conf import settings

from pages.models import Profile
from pages.site import current_site


def message_recipient() -> str:
    """The address in the profile (its own field for this first), else `CONTACT_RECIPIENT`; empty: nobody."""
    profile = Profile.objects.first() or Profile()
    return profile.message_recipient or profile.email or settings.CONTACT_RECIPIENT


def contact_is_open() -> bool:
    """Whether visitors may see the contact page; one query."""
    return current_site().contact_page is not None
