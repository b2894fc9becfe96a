"""An item and the same in another language: one is the original, the other its translation; each knows the other."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

# Of the other item a page shows where it is, not what it says.
UNREAD = [f"{way}__{field}" for way in ("translation_of", "translated_as") for field in ("text", "body_html")]


class Translatable(models.Model):
    """An item with a language that may be linked to the same in another one: any two at most, never a chain."""

    translation_of: Any = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translated_as",
        verbose_name=_("translation of"),
        help_text=_("Visitors are led from the one to the other once both are published."),
        error_messages={"unique": _("That one has a translation already.")},
    )

    # Of the publishable that this is a part of.
    title: Any
    slug: Any
    language: Any
    noindex: Any
    is_published: Any
    duplicate: Any

    class Meta:
        abstract = True

    @property
    def is_translatable(self) -> bool:
        """Whether it can be the original of a translation."""
        return True

    @property
    def translation(self):
        """The same in another language: the original of this item or what was made of it; None where there is none."""
        return self.translation_of or getattr(self, "translated_as", None)

    @property
    def public_translation(self):
        """The translation where visitors may see it, else None."""
        other = self.translation
        return other if other is not None and other.is_published else None

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Where search engines find it in each language, as (language or `x-default`, absolute address).

        Empty unless both are public and may be listed: the pair must be told on both sides.
        """
        other = self.public_translation
        if other is None or not self.is_published or self.noindex or other.noindex:
            return []
        pair = sorted((self, other), key=lambda item: item.translation_of_id is not None)
        told = [(item.language, settings.SITE_URL + item.get_absolute_url()) for item in pair]
        return [*told, ("x-default", told[0][1])]

    def clean(self):
        super().clean()
        self.clean_translation()

    def clean_translation(self):
        """Refuse an original that it can't have, and a language that both would have: raises ValidationError."""
        original, translated = self.translation_of, getattr(self, "translated_as", None)
        if original is not None and (refusal := self._why_not_of(original, translated)):
            raise ValidationError({"translation_of": refusal})
        if original is None and translated is not None and translated.language == self.language:
            message = _("Its translation “%(item)s” is in this language already.")
            raise ValidationError({"language": message % {"item": translated}})

    def _why_not_of(self, original, translated):
        named = {"item": original, "original": original.translation_of, "translation": translated}
        if original.pk == self.pk:
            return _("An item is no translation of itself.")
        if not original.is_translatable:
            return _("“%(item)s” shows what there is in all languages, so it has no translation.") % named
        if original.translation_of_id is not None:
            return _("“%(item)s” is a translation itself. Choose its original, “%(original)s”.") % named
        if translated is not None:
            return _("“%(translation)s” is a translation of this one, so this one is the original.") % named
        if original.language == self.language:
            return _("“%(item)s” is in the same language. Choose one in another, or another language here.") % named
        return None

    def translate(self, language: str):
        """A draft of the same in another language, linked to this item and not yet stored.

        Its text is that of this item, to be translated; the address is its own.
        """
        twin = self.duplicate()
        twin.title, twin.language, twin.translation_of = self.title, language, self
        twin.slug = twin.free_slug(f"{self.slug[:90]}-{language}")
        return twin
