"""All that is public, for search engines."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from pages.models import Page
from testimonials.models import Testimonial


class PublicSitemap(Sitemap):
    """The public items of a kind that search engines may list; a subclass gives the kind's `queryset`, in order."""

    def items(self):
        return self.queryset.published().filter(noindex=False)

    def lastmod(self, item):
        return max(item.changed, item.published_at)

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(PublicSitemap):
    queryset = Page.objects.order_by("path")


class TestimonialSitemap(PublicSitemap):
    queryset = Testimonial.objects.all()


SITEMAPS = {"pages": PageSitemap, "testimonials": TestimonialSitemap}
