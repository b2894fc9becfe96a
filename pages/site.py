"""What stands around every page: the profile and the menus.

They are remembered in the process until the site's change stamp moves, or until a page of a menu reaches its moment.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from pages.models import Menu as MenuChoice
from pages.models import Page, Profile, Section
from pages.sheet import StyleSheet, style_sheet
from publishing import stamp

# What has a place of its own around every page; the first two stand in no menu beside it.
_PLACED = (Section.CONTACT, Section.SEARCH, Section.BLOG)


@dataclass(frozen=True)
class MenuItem:
    """A page as it stands in a menu."""

    title: str
    url: str
    language: str


@dataclass(frozen=True)
class Site:
    """The surroundings of a page, as visitors may see them."""

    profile: Profile
    links: tuple
    menu: tuple[MenuItem, ...]
    small_print: tuple[MenuItem, ...]
    contact_page: Page | None
    contact: MenuItem | None
    search: MenuItem | None
    blog: MenuItem | None
    style_sheet: StyleSheet | None


@dataclass(frozen=True)
class _Remembered:
    site: Site
    stamp: str
    until: datetime | None


_remembered: _Remembered | None = None


def current_site() -> Site:
    """The site as it is now: one query where nothing has changed since the last call in this process."""
    global _remembered
    now, present = timezone.now(), stamp.current()
    kept = _remembered
    if kept is None or kept.stamp != present or (kept.until and kept.until <= now):
        kept = _remembered = _Remembered(_load(now), present, _menu_pages().next_moment(now))
    return kept.site


def site_of(request) -> Site:
    """The site as it was when this request first asked: every part of one answer sees the same."""
    if not hasattr(request, "site"):
        request.site = current_site()
    return request.site


def _menu_pages():
    pages = Page.objects.exclude(menu=MenuChoice.NONE) | Page.objects.filter(section__in=_PLACED)
    return pages if settings.SEARCH_INDEX else pages.exclude(section=Section.SEARCH)


def _load(now):
    profile = Profile.objects.select_related("portrait", "logo").filter(pk=1).first() or Profile()
    pages = list(_menu_pages().published(now))
    sections = {page.section: page for page in pages if page.section}
    contact, search = sections.get(Section.CONTACT), sections.get(Section.SEARCH)
    others = [page for page in pages if page not in (contact, search)]
    return Site(
        profile=profile,
        links=tuple(profile.links.all()) if profile.pk else (),
        menu=tuple(_item(page) for page in others if page.menu == MenuChoice.MAIN),
        small_print=tuple(_item(page) for page in others if page.menu == MenuChoice.FOOTER),
        contact_page=contact,
        contact=_item(contact),
        search=_item(search),
        blog=_item(sections.get(Section.BLOG)),
        style_sheet=style_sheet(profile.colours),
    )


def _item(page):
    return page and MenuItem(page.menu_title or page.title, page.get_absolute_url(), page.language)
