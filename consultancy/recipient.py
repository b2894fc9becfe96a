"""Who gets the messages of visitors by mail."""

from django.conf import settings

from pages.models import Profile


def message_recipient() -> str:
    """The address in the profile (its own field for this first), else `CONTACT_RECIPIENT`; empty: nobody."""
    profile = Profile.objects.first() or Profile()
    return profile.message_recipient or profile.email or settings.CONTACT_RECIPIENT
