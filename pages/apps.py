from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        post_migrate.connect(make_section_pages, sender=self)


def make_section_pages(**_signal):
    """Every site has its section pages from the first migration on; those of a changed language move with it."""
    from pages.models import Page
    from pages.sections import Section, beginning, word

    for section in Section:
        page = Page.objects.filter(section=section).first()
        if page is None:
            Page.objects.create(section=section, **beginning(section))
        elif page.slug != word(section):
            page.save()
