"""gunicorn's settings; bare `gunicorn` in this folder starts the site. Variables: docs/operator.md."""

import os
import sys
import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

try:
    from consultancy import settings
except ImproperlyConfigured as error:
    sys.exit(str(error))

# The master logs in the same time as its workers, whose zone Django sets.
os.environ["TZ"] = settings.TIME_ZONE
time.tzset()

wsgi_app = "consultancy.wsgi:application"
bind = f"[{settings.HOST}]:{settings.PORT}" if ":" in settings.HOST else f"{settings.HOST}:{settings.PORT}"

workers = settings.WEB_CONCURRENCY
worker_class = "gthread"
threads = 4
# Heartbeats on a disk that is busy would have workers killed.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
graceful_timeout = 30
control_socket_disable = True

# gunicorn by itself believes X-Forwarded-Proto of anyone on this machine.
forwarded_allow_ips = ",".join(settings.TRUSTED_PROXIES)
forwarder_headers = ""

logger_class = "consultancy.logs.Logger"
# Off: it costs half the speed and nginx keeps one. With `gunicorn --access-logfile -` addresses are masked.
accesslog = None
access_log_format = "%(t)s %(h)s %(m)s %(U)s %(s)s %(b)s bytes %(M)s ms"

# Workers are forked from this process: after a reload (HUP) they must load the code as it is then.
for _name in [name for name in sys.modules if name.partition(".")[0] in ("consultancy", "django", "environ")]:
    del sys.modules[_name]
