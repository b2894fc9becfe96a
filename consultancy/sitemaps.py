"""All that is public, for search engines."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from blog.models import Post, Topic
from pages.models import Page, Section
from testimonials.models import Testimonial


class OwnSitemap(Sitemap):
    """What stands at addresses of this site, whatever host was asked for it."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class PublicSitemap(OwnSitemap):
    """The public items of a kind that search engines may list; a subclass gives the kind's `queryset`, in order."""

    def items(self):
        return self.queryset.published().filter(noindex=False)

    def lastmod(self, item):
        return max(item.changed, item.published_at)


class PageSitemap(PublicSitemap):
    queryset = Page.objects.order_by("path")


class TestimonialSitemap(PublicSitemap):
    queryset = Testimonial.objects.all()


class PostSitemap(PublicSitemap):
    queryset = Post.objects.for_lists()


class ArchiveSitemap(OwnSitemap):
    """The lists of posts by topic and by year, where the blog has a page that they stand below."""

    def items(self):
        if not Page.objects.published().filter(section=Section.BLOG).exists():
            return []
        return [*Topic.objects.published(), *Post.objects.published().years()]

    def location(self, item):
        return item.get_absolute_url() if isinstance(item, Topic) else reverse("year", kwargs={"year": item})

    def lastmod(self, item):
        return item.latest if isinstance(item, Topic) else None


SITEMAPS = {"pages": PageSitemap, "posts": PostSitemap, "archives": ArchiveSitemap, "testimonials": TestimonialSitemap}
