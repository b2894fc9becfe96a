import os
import socket
import sys

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connections
from django.utils.translation import gettext as _

from consultancy.management.commands import prepare


class Command(prepare.Command):
    help = "Makes the site ready and serves it with gunicorn, in this same process, until Ctrl-C; its worker beside it."

    def handle(self, **options):
        _demand_free_port()
        try:
            super().handle(**options)
        except KeyboardInterrupt as interrupt:
            raise CommandError(_("Interrupted. Start again: what was not finished will be.")) from interrupt
        self.stdout.write(_("Website:  %(address)s") % {"address": f"{settings.SITE_URL}/"})
        self.stdout.write(_("Admin:    %(address)s") % {"address": f"{settings.SITE_URL}/admin/"})
        self.stdout.write(_("Data:     %(folder)s") % {"folder": settings.DATA_DIR})
        self.stdout.write(_("Stop:     Ctrl-C"))
        self.stdout.flush()
        connections.close_all()
        config = settings.BASE_DIR / "deploy" / "with_worker.conf.py"
        gunicorn = [sys.executable, "-m", "gunicorn", "--chdir", str(settings.BASE_DIR), "--config", str(config)]
        os.execv(sys.executable, gunicorn)  # noqa: S606


def _demand_free_port():
    family = socket.AF_INET6 if ":" in settings.HOST else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            socket.getaddrinfo(settings.HOST, settings.PORT)
        except OSError as error:
            message = _("HOST: there is no %(host)s on this machine. Leave it empty, or write 127.0.0.1 or 0.0.0.0.")
            raise CommandError(message % {"host": settings.HOST}) from error
        try:
            probe.bind((settings.HOST, settings.PORT))
        except OSError as error:
            message = _("PORT: %(host)s:%(port)s can't be used (%(reason)s). Choose another: make run PORT=8001")
            facts = {"host": settings.HOST, "port": settings.PORT, "reason": error.strerror}
            raise CommandError(message % facts) from error
