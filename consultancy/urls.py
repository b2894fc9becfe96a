"""The whole address map of the site."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, register_converter

from consultancy import health, robots
from consultancy.account import password_reset_urls
from consultancy.sitemaps import SITEMAPS
from images import views as images
from pages import views as pages
from pages.converters import PagePathConverter
from pages.sections import word
from pages.views import under
from publishing import urls as editor
from testimonials import views as testimonials

register_converter(PagePathConverter, "page_path")

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", robots.robots_txt, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("media/<path:path>", images.media, name="media"),
    path("admin/editor/", include(editor)),
    path("admin/password_reset/", include(password_reset_urls)),
    path("admin/", admin.site.urls),
    path("", pages.page, name="home"),
    path(f"{word('testimonials')}/", under("testimonials", testimonials.index), name="testimonials"),
    path(
        f"{word('testimonials')}/<slug:slug>/",
        under("testimonials", testimonials.testimonial, demanded=False),
        name="testimonial",
    ),
    path("<page_path:path>/", pages.page, name="page"),
]
