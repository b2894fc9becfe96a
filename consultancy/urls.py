"""The whole address map of the site."""

from django.contrib import admin
from django.urls import include, path, re_path, register_converter

from blog import feeds
from blog import views as blog
from blog.addresses import word as blog_word
from blog.converters import YearConverter
from consultancy import cards, health, icons, sitemaps, wellknown
from consultancy.account import password_reset_urls
from consultancy.search.views import search
from contact import views as contact
from images import views as images
from pages import views as pages
from pages.converters import PagePathConverter
from pages.sections import word
from pages.views import under
from publishing import urls as editor
from publishing.previews.concepts import TokenConverter, concept
from testimonials import views as testimonials

register_converter(PagePathConverter, "page_path")
register_converter(YearConverter, "year")
register_converter(TokenConverter, "token")

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("favicon.ico", wellknown.favicon, name="favicon"),
    path("robots.txt", wellknown.robots_txt, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<slug:kind>-<int:number>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path(".well-known/security.txt", wellknown.security_txt, name="security_txt"),
    path(".well-known/change-password", wellknown.change_password, name="change_password"),
    re_path(r"^site\.(?P<digest>[0-9a-f]{12})\.css$", pages.style_sheet, name="style_sheet"),
    re_path(r"^media/(?P<name>cards/.*)$", cards.card, name="card"),
    re_path(r"^media/icons/([0-9a-f]{20})-(96|180)\.png$", icons.icon, name="icon"),
    path("media/<path:path>", images.media, name="media"),
    path("admin/editor/", include(editor)),
    path("admin/password_reset/", include(password_reset_urls)),
    path("admin/", admin.site.urls),
    path(f"{word('contact')}/", under("contact", contact.contact), name="contact"),
    path(f"{word('contact')}/{contact.THANKS_WORD}/", under("contact", contact.thanks), name="contact_thanks"),
    path("concept/<token:token>/", concept, name="concept"),
    path("", pages.page, name="home"),
    path("feed.xml", under("blog", feeds.feed, demanded=False), name="feed"),
    path("blog/", under("blog", blog.index), name="posts"),
    path("blog/<year:year>/", under("blog", blog.year), name="year"),
    path("blog/<slug:slug>/", under("blog", blog.post, demanded=False), name="post"),
    path(f"blog/{blog_word('topic')}/<slug:slug>/", under("blog", blog.topic), name="topic"),
    path(
        f"blog/{blog_word('topic')}/<slug:slug>/feed.xml",
        under("blog", feeds.feed, demanded=False),
        name="topic_feed",
    ),
    path(f"{word('testimonials')}/", under("testimonials", testimonials.index), name="testimonials"),
    path(
        f"{word('testimonials')}/<slug:slug>/",
        under("testimonials", testimonials.testimonial, demanded=False),
        name="testimonial",
    ),
    path(f"{word('search')}/", under("search", search), name="search"),
    path("<page_path:path>/", pages.page, {"views": {"search": search}}, name="page"),
]

handler404 = "pages.views.not_found"
