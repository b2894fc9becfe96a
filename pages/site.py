"""What stands around every page, in each language: the profile and the menus.

They are remembered in the process until the site's change stamp moves, or until a page of a menu appears or ends.
A page stands in the menus of the public home of its language; where that language has none, in those of the site.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone, translation
from django.utils.translation import gettext

from pages.languages import other_languages
from pages.models import Menu as MenuChoice
from pages.models import Page, Profile, ProfileWords, Section
from pages.sheet import StyleSheet, style_sheet
from pages.words import speaking
from publishing import stamp

# What has a place of its own around every page.
_PLACED = (Section.CONTACT, Section.SEARCH, Section.BLOG)


@dataclass(frozen=True)
class MenuItem:
    """A page as it stands in a menu."""

    title: str
    url: str
    language: str


@dataclass(frozen=True)
class Site:
    """The surroundings of a page in its language, as visitors may see them.

    `home` is the front door of what is in these `languages`. The `profile` is in the language of the page: a sentence
    that it lacks there is empty.
    """

    home: MenuItem
    languages: tuple[str, ...]
    profile: Profile
    links: tuple
    menu: tuple[MenuItem, ...]
    small_print: tuple[MenuItem, ...]
    contact_page: Page | None
    contact: MenuItem | None
    search: MenuItem | None
    blog: MenuItem | None
    style_sheet: StyleSheet | None


Sites = Mapping[str, Site]


@dataclass(frozen=True)
class _Remembered:
    sites: Sites
    stamp: str
    until: datetime | None


_remembered: _Remembered | None = None


def current_sites() -> Sites:
    """The site around a page in each language: one query where nothing has changed since the last call here."""
    global _remembered
    now, present = timezone.now(), stamp.current()
    kept = _remembered
    if kept is None or kept.stamp != present or (kept.until and kept.until <= now):
        kept = _remembered = _Remembered(_load(now), present, _surrounding_pages().next_moment(now))
    return kept.sites


def current_site(language: str = "") -> Site:
    """The site as it is now around what is in a language, by default the active one; one query."""
    return _around(current_sites(), language)


def sites_of(request) -> Sites:
    """The sites as they were when this request first asked: every part of one answer sees the same."""
    if not hasattr(request, "sites"):
        request.sites = current_sites()
    return request.sites


def site_of(request, language: str = "") -> Site:
    """The one around what is in a language, by default the active one."""
    return _around(sites_of(request), language)


def language_of_address(request) -> str:
    """The language of whatever is asked for: that of the public home which its address begins with, else the site's."""
    beginning = request.path_info.strip("/").split("/")[0]
    homes = [site.home for site in sites_of(request).values()]
    return next((home.language for home in homes if home.url == f"/{beginning}/"), settings.LANGUAGE_CODE)


def _around(sites, language):
    return sites.get(language or translation.get_language()) or sites[settings.LANGUAGE_CODE]


def _surrounding_pages():
    placed = Q(section__in=_PLACED) | Q(translation_of__section__in=_PLACED) | Q(path__in=other_languages())
    pages = Page.objects.filter(~Q(menu=MenuChoice.NONE) | placed)
    return pages if settings.SEARCH_INDEX else pages.besides(Section.SEARCH)


def _load(now):
    profile = _stored_profile() or Profile()
    links = tuple(profile.links.all()) if profile.pk else ()
    pages = list(_surrounding_pages().with_translation().published(now))
    homes = {page.language: page for page in pages if page.is_language_home}
    profiles = _profiles(profile)
    alike = {"links": links, "style_sheet": style_sheet(profile.colours)}
    return {
        language: _site(language, pages, homes, profile=profiles[language], **alike)
        for language, _name in settings.LANGUAGES
    }


def _site(language, pages, homes, **around):
    languages = languages_with(language, homes)
    contact, search, blog = (_placed(pages, section, language) for section in _PLACED)
    return Site(
        home=_home(homes.get(language), language),
        languages=languages,
        contact_page=contact,
        contact=_item(contact),
        search=_item(search),
        blog=_item(blog),
        **_menus([page for page in pages if not page.stands_beside_menus], languages),
        **around,
    )


def _stored_profile():
    has_words = Exists(ProfileWords.objects.filter(profile=OuterRef("pk")))
    return Profile.objects.select_related("portrait", "logo").annotate(has_words=has_words).filter(pk=1).first()


def _profiles(profile):
    """The profile in each language: a post may be in another one without a home of that."""
    words = {one.language: one for one in profile.words.all()} if getattr(profile, "has_words", False) else {}
    others = {language: speaking(profile, words.get(language)) for language in other_languages()}
    return {**others, settings.LANGUAGE_CODE: profile}


def languages_with(language: str, homes: Collection[str]) -> tuple[str, ...]:
    """The languages whose pages stand in the same menus as those in this one."""
    return (language,) if language in homes else tuple(code for code, _ in settings.LANGUAGES if code not in homes)


def _home(page, language):
    if page is not None:
        return _item(page)
    with translation.override(language):
        return MenuItem(gettext("Front page"), Page(path="").get_absolute_url(), language)


def _placed(pages, section, language):
    """The page of a section, or its translation into a language; none while the section itself is hidden."""
    page = next((page for page in pages if page.section == section), None)
    translated = (one for one in pages if page and one.translation_of_id == page.pk and one.language == language)
    return next(translated, page)


def _menus(pages, languages):
    """The menus for pages in these languages; where they have no small print, that of the site."""
    main = [page for page in pages if page.menu == MenuChoice.MAIN and page.language in languages]
    small = [page for page in pages if page.menu == MenuChoice.FOOTER]
    return {
        "menu": tuple(_item(page) for page in main),
        "small_print": tuple(_item(page) for page in [one for one in small if one.language in languages] or small),
    }


def _item(page):
    return page and MenuItem(page.menu_title or page.title, page.get_absolute_url(), page.language)
