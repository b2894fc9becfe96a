from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from images.moving import Move
from images.storage import WholeFileStorage

SHOWN = 20  # names of files that something is amiss with


class Command(BaseCommand):
    help = (
        "Copies pictures, documents and all that was made of them to the store of the variables S3_*, or back to disk, "
        "while the site runs. It can be stopped at any time and run again: what is there whole is not copied twice."
    )

    def add_arguments(self, parser):
        direction = parser.add_mutually_exclusive_group(required=True)
        direction.add_argument("--to-store", action="store_true", help="From DATA_DIR to the store.")
        direction.add_argument("--to-disk", action="store_true", help="From the store to DATA_DIR.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would be copied; change nothing.")
        parser.add_argument("--delete", action="store_true", help="Then delete what was copied from where it was.")
        parser.add_argument("--no-input", action="store_true", help="Ask nothing before that.")

    def handle(self, *, to_store, dry_run, delete, no_input, **options):
        self.to_store = to_store
        try:
            move = Move(*self._ends())
            if dry_run:
                self._announce(move)
                return
            self._copy(move)
            self._tell(move.account)
            self._finish(move, delete, no_input)
        except KeyboardInterrupt as interrupt:
            raise CommandError(_("Interrupted. Run it again: what is copied stays.")) from interrupt
        except OSError as error:
            message = _("Stopped: %(reason)s. Run it again: what is copied stays.")
            raise CommandError(message % {"reason": error}) from error

    def _ends(self):
        if settings.OBJECT_STORE is None:
            raise CommandError(_("S3_BUCKET: write where the store is; the site itself need not use it yet."))
        from images.object_store import ObjectStore

        ends = WholeFileStorage(), ObjectStore(**settings.OBJECT_STORE)
        return ends if self.to_store else reversed(ends)

    def _announce(self, move):
        lacking = [file for file in move.files if file.there is None]
        facts = {"all": len(move.files), "lacking": len(lacking), "size": filesizeformat(sum(f.size for f in lacking))}
        self.stdout.write(_("Of %(all)d files %(lacking)d (%(size)s) would be copied.") % facts)

    def _copy(self, move):
        with Progress(console=Console(file=self.stderr)) as progress:
            for _file in progress.track(move.run(), total=len(move.files), description=_("Copying")):
                pass

    def _tell(self, account):
        facts = {"copied": len(account.copied), "present": len(account.present)}
        self.stdout.write(_("Copied: %(copied)d files. There already, and whole: %(present)d.") % facts)
        for told, names in (
            (_("Not found, and left:"), account.missing),
            (_("Damaged: not what its name says:"), account.damaged),
        ):
            for name in names[:SHOWN]:
                self.stdout.write(f"{told} {name}")

    def _finish(self, move, delete, no_input):
        if not delete:
            self.stdout.write(self._next())
        elif no_input or self._agreed():
            move.delete_source()
            self.stdout.write(self._done())
        if not move.account.is_whole:
            raise CommandError(_("Look at the files named above: they are where they were."))

    def _agreed(self):
        question = (
            _("Does the site run with the variables S3_* by now? Visitors lose their pictures otherwise.")
            if self.to_store
            else _("Is the site stopped? Visitors lose their pictures otherwise.")
        )
        yes, no = _("yes"), _("no")
        try:
            return input(f"{question} [{yes}/{no}] ").strip().lower() == yes
        except EOFError:
            return False

    def _next(self):
        if self.to_store:
            return _("Next: restart the site with the variables S3_*, then run this again with --delete.")
        return _("Next: stop the site, run this again with --delete, take out the variables S3_*, and start the site.")

    def _done(self):
        if self.to_store:
            return _("Deleted on disk. All media are in the store.")
        return _("Deleted in the store. Take out the variables S3_*, and start the site.")
