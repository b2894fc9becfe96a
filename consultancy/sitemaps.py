"""All that is public, for search engines."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from pages.models import Page


class PageSitemap(Sitemap):
    """The public pages that search engines may list."""

    def items(self):
        return Page.objects.published().filter(noindex=False).order_by("path")

    def lastmod(self, page):
        return max(page.changed, page.published_at)

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


SITEMAPS = {"pages": PageSitemap}
