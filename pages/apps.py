from django.apps import AppConfig
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.models import Q
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from pages.binned import find_place
        from pages.models import Page
        from publishing.picking import shelves as picking
        from trash.signals import restoring

        restoring.connect(find_place, sender=Page)
        post_migrate.connect(make_section_pages, sender=self)
        pages = Page.objects.defer("text", "body_html")
        # What every site has (the front door, contact) is what is linked to most.
        picking.offer("link", picking.Shelf(pages.all, picking.link_row, ("title", "slug"), first=~Q(section="")))


def make_section_pages(*, using, **_signal):
    """Every site has its section pages from the first migration on; those of a changed language move with it."""
    from pages.models import Page
    from pages.sections import Section, beginning, word

    if not _is_migrated(using):
        return
    for section in Section:
        page = Page.objects.filter(section=section).first()
        if page is None:
            Page.objects.create(section=section, **beginning(section))
        elif page.slug != word(section):
            page.save()


def _is_migrated(using):
    """Whether the tables are those of today's models: a migration may also have stopped half way, or gone back."""
    loader = MigrationLoader(connections[using])
    wanted = {node for node in loader.graph.leaf_nodes() if node[0] in ("images", "publishing", "pages")}
    return wanted <= loader.applied_migrations.keys()
