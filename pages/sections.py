"""The site's own words: the first part of an address that no page of the consultant's may take."""

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """A page that gives a part of the site its heading, introduction, text and menu place."""

    HOME = "home", _("home")
    BLOG = "blog", _("blog")
    TESTIMONIALS = "testimonials", _("testimonials")
    CONTACT = "contact", _("contact")
    SEARCH = "search", _("search")


_WORDS = {
    "nl": {"home": "", "blog": "blog", "testimonials": "ervaringen", "contact": "contact", "search": "zoeken"},
    "en": {"home": "", "blog": "blog", "testimonials": "testimonials", "contact": "contact", "search": "search"},
}
_OTHER_WORDS = {"admin", "concept", "feed", "healthz", "media", "robots", "sitemap", "static", "well-known"}
RESERVED = frozenset(_OTHER_WORDS.union(*(words.values() for words in _WORDS.values())) - {""})


def word(section: str) -> str:
    """The slug of a section page, in the language of the site; that of home is empty."""
    return _WORDS[settings.LANGUAGE_CODE][section]


def beginning(section: str) -> dict:
    """The fields of a section page on a new site, in the language of the site.

    All have something to show from the start, but for the search where its database has no index: a draft there.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return {
            "title": capfirst(str(gettext("Welcome") if section == Section.HOME else Section(section).label)),
            "status": "draft" if section == Section.SEARCH and not settings.SEARCH_INDEX else "published",
            "position": 10 * (1 + Section.values.index(section)),
        }
