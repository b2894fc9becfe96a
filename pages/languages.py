"""The home page of a language: a page at the top whose address is the code of a language other than the site's own.

`/en/` of a Dutch site, `/nl/` of an English one. It opens the tree of what is in that language.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from pages.sections import Section
from publishing.translations import Translatable

# One list each of what there is in all languages.
LISTS = (Section.BLOG, Section.TESTIMONIALS)


def other_languages() -> list[str]:
    """The codes of the languages that a page can be in besides the site's own."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


class InLanguage(Translatable):
    """What the language of a page means for its place: a part of `Page`."""

    # Of the page that this is a part of.
    slug: Any
    section: Any
    parent_id: Any

    class Meta:
        abstract = True

    @property
    def is_language_home(self) -> bool:
        """Whether the tree of another language than the site's own begins here."""
        return self._is_at_language_address and self.language == self.slug.lower()

    @property
    def is_home(self) -> bool:
        """Whether it is a front door: of the site, or of a language."""
        return self.section == Section.HOME or self.is_language_home

    @property
    def part(self) -> str:
        """The section that it is, or that it is in another language while visitors may see the original; else empty."""
        original = self.translation_of
        if original is None:
            return self.section
        return original.section if original.is_published else ""

    @property
    def is_contact(self) -> bool:
        """Whether visitors write from here: it is the contact page or its translation."""
        return self.part == Section.CONTACT

    @property
    def stands_beside_menus(self) -> bool:
        """Whether it has a place of its own around every page, so that no menu shows it."""
        return self.part in (Section.CONTACT, Section.SEARCH)

    @property
    def is_translatable(self) -> bool:
        return self.section not in LISTS

    @property
    def _is_at_language_address(self):
        return self.parent_id is None and not self.section and self.slug.lower() in other_languages()

    def settle_language(self):
        """A page without a language has that of the page it stands under; the home of a language translates home."""
        if not self.language:
            self.language = self.slug.lower() if self._is_at_language_address else self._language_above()
        if self.is_language_home and self.translation_of is None:
            free = type(self).objects.filter(section=Section.HOME)
            self.translation_of = free.exclude(translated_as__in=free.model.objects.exclude(pk=self.pk)).first()

    def _language_above(self):
        return self.parent.language if self.parent else settings.LANGUAGE_CODE

    def clean_fields(self, exclude=None):
        self.settle_language()
        super().clean_fields(exclude)

    def clean_translation(self):
        if self._is_at_language_address and not self.is_language_home:
            name = dict(settings.LANGUAGES)[self.slug.lower()]
            message = _(
                "The address “%(slug)s” is that of the home page in another language. Choose %(language)s here."
            )
            raise ValidationError({"language": message % {"slug": self.slug, "language": name}})
        super().clean_translation()
        original = self.translation_of
        if original is None:
            return
        if self.section:
            raise ValidationError({"translation_of": _("This page is part of the site, so it is the original.")})
        if original.section == Section.HOME and not self.is_language_home:
            message = _("The home page in another language stands at the top. Its address is the language: %(codes)s.")
            raise ValidationError({"translation_of": message % {"codes": ", ".join(other_languages())}})
        if self.is_language_home and original.section != Section.HOME:
            raise ValidationError({"translation_of": _("This is a home page: what it translates is the home page.")})

    def translate(self, language):
        twin = super().translate(language)
        twin.parent = self._place_in(language)
        wanted = language if self.section == Section.HOME else self.slug
        if twin.free_slug(wanted) == wanted:
            twin.slug = wanted
        twin.menu, twin.on_home, twin.position = self.menu, self.on_home, self.position
        for field in ("action_page", "second_page"):
            setattr(twin, field, _in(language, getattr(self, field)))
        if self.section == Section.HOME:
            with override(language):
                twin.menu_title = gettext("Front page")
        return twin

    def _place_in(self, language):
        """Where its translation stands: under the translation of the page above, else at the home of the language."""
        above = _in(language, self.parent)
        if above is not None and above.language == language and not above.section:
            return above
        return None if self.section == Section.HOME else self._home_of(language)

    def _home_of(self, language):
        return type(self).objects.language_homes().filter(language=language).first()


def _in(language, page):
    """The page itself, or what it is in a language where there is that."""
    other = page and page.translation
    return other if other and other.language == language else page
