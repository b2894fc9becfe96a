"""What the profile says in the other languages of the site."""

from copy import copy

from django.conf import settings
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pages.languages import other_languages
from pages.profile import Profile
from publishing import stamp
from publishing.fields import LineField


def first_other_language() -> str:
    """The language that most sites have beside their own."""
    return other_languages()[0]


class ProfileWords(models.Model):
    """The sentences of the profile in another language than the site's own; an empty one is absent from the site."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default=first_other_language)
    tagline = LineField(_("tagline"), max_length=160, blank=True)
    invitation_title = LineField(_("heading of the invitation"), max_length=120, blank=True)
    invitation_text = models.TextField(_("text of the invitation"), max_length=400, blank=True)
    invitation_label = LineField(_("words on its button"), max_length=60, blank=True)
    footer_text = models.TextField(_("text at the very bottom"), max_length=300, blank=True)

    SENTENCES = ("tagline", "invitation_title", "invitation_text", "invitation_label", "footer_text")

    class Meta:
        verbose_name = _("profile in another language")
        verbose_name_plural = _("profile in another language")
        constraints = [models.UniqueConstraint(fields=["profile", "language"], name="one_profile_per_language")]

    def __str__(self):
        return capfirst(str(self.get_language_display()))


def speaking(profile: Profile, words: ProfileWords | None) -> Profile:
    """The profile with its sentences as in `words`, and without any where that is None."""
    twin = copy(profile)
    for field in ProfileWords.SENTENCES:
        setattr(twin, field, getattr(words, field, ""))
    return twin


post_save.connect(stamp.touch, sender=ProfileWords)
post_delete.connect(stamp.touch, sender=ProfileWords)
