from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from consultancy.importing import report
from consultancy.importing.starter import HasContentError, load_starter


class Command(BaseCommand):
    help = "Loads the starter site. Refuses where the site has content already."

    def handle(self, *, verbosity, **options):
        try:
            outcomes = load_starter()
        except HasContentError as found:
            message = _("This site has content already (%(found)s): nothing was loaded, nothing was changed.")
            raise CommandError(message % {"found": found}) from found
        if verbosity:
            for outcome in outcomes:
                for line in report.lines(outcome):
                    self.stdout.write(line)
