from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from images.models import Image
from images.renditions.pruning import Pruned, prune
from images.renditions.rebuilding import rebuild


class Command(BaseCommand):
    help = (
        "Looks after the sizes and formats in which pictures are shown, while the site runs. They can be thrown away "
        "at any time: what is missing is made when it is shown. It can be stopped at any time and run again."
    )

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--prune", action="store_true", help="Delete those that nothing can show any more.")
        what.add_argument("--rebuild", action="store_true", help="Make all that were made before and are missing now.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done; change nothing.")

    def handle(self, *, prune, dry_run, **options):
        try:
            (self._prune if prune else self._rebuild)(dry_run)
        except KeyboardInterrupt as interrupt:
            raise CommandError(_("Interrupted. Run it again: what is done stays.")) from interrupt
        except OSError as error:
            message = _("Stopped: %(reason)s. Run it again: what is done stays.")
            raise CommandError(message % {"reason": error}) from error

    def _prune(self, dry_run):
        done = Pruned()
        for done in self._followed(prune(dry_run=dry_run), _("Pruning")):  # noqa: B007
            pass
        said = _("%(files)d files (%(size)s) would be deleted; %(images)d pictures tell of files that are gone.")
        if not dry_run:
            said = _("%(files)d files (%(size)s) deleted; %(images)d pictures told of files that are gone.")
        facts = {"files": done.files, "size": filesizeformat(done.size), "images": len(done.put_right)}
        self.stdout.write(said % facts)

    def _rebuild(self, dry_run):
        made = list(self._followed(rebuild(dry_run=dry_run), _("Making")))
        said = _("%(files)d files would be made.") if dry_run else _("%(files)d files made.")
        self.stdout.write(said % {"files": sum(count for count, succeeded in made if succeeded)})
        if failed := sum(not succeeded for _count, succeeded in made):
            raise CommandError(_("%(failed)d pictures failed, see above. Run it again.") % {"failed": failed})

    def _followed(self, steps, description):
        """The steps, with a bar of how far they are for whoever looks on."""
        console = Console(file=self.stderr)
        with Progress(console=console, disable=not self.stderr.isatty()) as progress:
            yield from progress.track(steps, total=Image.objects.count(), description=description)
