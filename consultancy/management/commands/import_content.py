from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from consultancy.importing import report
from consultancy.importing.entries import SourceError
from consultancy.importing.importer import import_source
from consultancy.importing.sources import read_source
from publishing.history import IMPORT


class Command(BaseCommand):
    help = (
        "Imports texts: a .txt page of an older site, a Markdown file with front matter, or a folder of both. "
        "Run twice it changes nothing; what was edited by hand since is left as it is. "
        "Exit status 1: nothing imported."
    )

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="SOURCE", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done and change nothing.")

    def handle(self, *, source, dry_run, **options):
        try:
            found = read_source(source)
            outcomes = import_source(found, dry_run=dry_run, by=IMPORT)
        except (SourceError, OSError) as error:
            raise CommandError(_("Nothing was imported.\n%(faults)s") % {"faults": error}) from error
        self._report(found, outcomes)
        if dry_run:
            self.stdout.write(_("This was a rehearsal: nothing was changed."))

    def _report(self, source, outcomes):
        for outcome in outcomes:
            for line in report.lines(outcome):
                self.stdout.write(line)
        for file in source.skipped:
            self.stdout.write(_("%(file)s: skipped, no text") % {"file": file})
