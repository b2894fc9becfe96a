from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from consultancy.preparation import prepare


class Command(BaseCommand):
    help = "Makes the site ready to serve: database, starter site and login of a first run, static files."

    def handle(self, **options):
        prepare(self.announce_login)

    def announce_login(self, name, password):
        self.stdout.write(_("Login:    %(name)s") % {"name": name})
        if settings.ADMIN_PASSWORD:
            self.stdout.write(_("Password: that of ADMIN_PASSWORD"))
        else:
            self.stdout.write(_("Password: %(password)s (shown this once)") % {"password": password})
        self.stdout.flush()
