from itertools import groupby

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from publishing import checklist


class Command(BaseCommand):
    help = "Says what is amiss with the content of the site, worst first. Exit 1 where something is broken."

    def add_arguments(self, parser):
        parser.add_argument("--drafts", action="store_true", help="look at drafts too")

    def handle(self, *, drafts, **options):
        found, _count = checklist.places(drafts=drafts)
        if not found:
            self.stdout.write(_("Nothing is amiss."))
        for breaks, places in groupby(found, key=lambda place: place.finding.breaks):
            self.stdout.write(_("Broken") if breaks else _("Could be better"))
            for place in places:
                self.stdout.write(f"  {place.title}: {place.finding.message} {settings.SITE_URL}{place.url}")
        if any(place.finding.breaks for place in found):
            raise SystemExit(1)
