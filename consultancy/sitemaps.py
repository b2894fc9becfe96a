"""All that is public, for search engines: one map while it fits into one, else an index of its parts."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage
from django.db.models import Max, Value
from django.db.models.functions import Greatest, TruncYear
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from blog.models import Post
from pages.models import Page, Section
from pages.site import languages_with
from testimonials.models import Testimonial

# Addresses in a part; search engines take 50,000 (https://www.sitemaps.org/protocol.html).
PART = 1_000
_EDITED = Greatest(Max("changed"), Max("published_at"))


class OwnSitemap(Sitemap):
    """What stands at addresses of this site, whatever host was asked for it."""

    @property
    def limit(self):
        return PART

    @cached_property
    def paginator(self):
        return super().paginator

    @property
    def count(self) -> int:
        return self.paginator.count

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class PublicSitemap(OwnSitemap):
    """The public items of a kind that search engines may list; a subclass gives the kind's `queryset`.

    In an order that no edit changes, so that an item stays in its part.
    """

    queryset: Any
    text_fields = ("text", "body_html")

    def items(self):
        return self.queryset.published().with_translation().filter(noindex=False).defer(*self.text_fields)

    def lastmod(self, item):
        return item.last_changed


class PageSitemap(PublicSitemap):
    # Search engines are kept from the answers of another.
    queryset = Page.objects.besides(Section.SEARCH).select_related("image").order_by("path")

    def lastmod(self, item):
        return max(filter(None, [item.last_changed, self._shown_on(item)]))

    def _shown_on(self, page):
        """When last something changed that this page shows of another room."""
        languages = languages_with(page.language, self._homes) if page.is_home else ()
        shown = (
            moment
            for section, language, on_home, moment in self._changes
            if (on_home and language in languages) or section == page.section
        )
        return max(shown, default=None)

    @cached_property
    def _homes(self):
        return list(Page.objects.published().language_homes().values_list("language", flat=True))

    @cached_property
    def _changes(self):
        """The last ones of other rooms, as (section, language, whether home pages show it, moment)."""
        posts = Post.objects.published().order_by().values_list("language", Value(True))
        voices = Testimonial.objects.published().order_by().values_list("language", "on_home")
        of_section = {Section.BLOG: posts, Section.TESTIMONIALS: voices}
        return [(section, *row) for section, rows in of_section.items() for row in rows.annotate(edited=_EDITED)]


class PostSitemap(PublicSitemap):
    queryset = Post.objects.select_related("image").order_by("pk")


class TestimonialSitemap(PublicSitemap):
    queryset = Testimonial.objects.order_by("pk")


class ArchiveSitemap(OwnSitemap):
    """The lists of posts by topic and by year, where the blog has a page that they stand below: (address, change)."""

    def items(self):
        if not Page.objects.published().filter(section=Section.BLOG).exists():
            return []
        return [*_topics(), *_years()]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]


KINDS = {"pages": PageSitemap, "posts": PostSitemap, "archives": ArchiveSitemap, "testimonials": TestimonialSitemap}


@require_safe
def sitemap(request: HttpRequest) -> TemplateResponse:
    """Every public address: at once, or where they are more than a part may hold, the addresses of the parts."""
    kinds = {name: kind() for name, kind in KINDS.items()}
    if sum(kind.count for kind in kinds.values()) > PART:
        return _answer(request, "sitemap_index.xml", {"sitemaps": _parts(kinds)})
    return _answer(request, "sitemap.xml", {"urlset": [url for kind in kinds.values() for url in kind.get_urls()]})


@require_safe
def sitemap_part(request: HttpRequest, kind: str, number: int) -> TemplateResponse:
    """One part of a kind; the first may be empty, another that is not there is 404."""
    if kind not in KINDS:
        raise Http404
    try:
        urls = KINDS[kind]().get_urls(page=number)
    except EmptyPage as error:
        raise Http404 from error
    return _answer(request, "sitemap.xml", {"urlset": urls})


def _topics():
    found = Post.objects.published().filter(topics__isnull=False).order_by("topics__slug").values_list("topics__slug")
    for slug, changed in found.annotate(edited=_EDITED):
        yield reverse("topic", kwargs={"slug": slug}), changed


def _years():
    found = Post.objects.published().order_by().values_list(TruncYear("published_at"))
    for moment, changed in found.annotate(edited=_EDITED):
        yield reverse("year", kwargs={"year": moment.year}), changed


def _parts(kinds):
    return [
        {"location": settings.SITE_URL + reverse("sitemap_part", kwargs={"kind": name, "number": number})}
        for name, kind in kinds.items()
        if kind.count
        for number in kind.paginator.page_range
    ]


def _answer(request, template, context):
    # The map itself is no search result.
    return TemplateResponse(
        request, template, context, content_type="application/xml", headers={"X-Robots-Tag": "noindex"}
    )
