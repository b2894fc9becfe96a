"""Makes DATA_DIR ready to serve: database, HTML, starter site, login, static files. Run again it changes nothing."""

import fcntl
import hashlib
import json
import os
import secrets
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from consultancy import maintenance
from consultancy.environment import Refused
from consultancy.roles import OWNERS
from consultancy.search import keeping
from images import covers
from publishing import checklist
from publishing.anew import make_anew
from publishing.history import people

LOGIN = "consultant"

# The mark stands from before the first table until the starter and the login are stored: a run that was
# killed in between is finished by the next one, and a database from elsewhere never gets the starter.
FIRST_RUN = "first-run"
MIGRATING = "migrating"
STATIC_STAMP = "static.stamp"


def prepare(announce_login):
    """Does what is still to be done; calls announce_login(name, password) where the login is made."""
    with _one_at_a_time():
        _migrate()
        make_anew()
        _finish_first_run(announce_login)
        keeping.refresh()
        checklist.make_anew()
        _look_into_documents()
        _collect_static()
        maintenance.write_page()
        maintenance.let_web_server_read()


@contextmanager
def _one_at_a_time():
    with _mark("prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _mark(name):
    return settings.DATA_DIR / name


def _migrate():
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        _mark(FIRST_RUN).touch()
    # A run that was killed may have applied every migration but not granted the permissions that follow.
    if executor.migration_plan(executor.loader.graph.leaf_nodes()) or _mark(MIGRATING).exists():
        _mark(MIGRATING).touch()
        call_command("migrate", interactive=False, verbosity=0)
        _mark(MIGRATING).unlink()


def _look_into_documents():
    """Those that were stored before documents were looked into; the worker does it."""
    if covers.to_look_into().exists():
        covers.look_into_documents.enqueue()


def _finish_first_run(announce_login):
    if not _mark(FIRST_RUN).exists():
        return
    # One transaction, so that the login tells whether the starter is there.
    with transaction.atomic():
        if not people().exists():
            call_command("load_starter", verbosity=0)
            _refuse_weak_password()
            password = settings.ADMIN_PASSWORD or secrets.token_urlsafe(12)
            _create_login(password)
            # Announced before it is stored: a run that is killed here may not leave a password nobody has seen.
            announce_login(LOGIN, password)
    _mark(FIRST_RUN).unlink()


def _refuse_weak_password():
    """What the site would refuse as a new password it does not take from the environment either."""
    if not settings.ADMIN_PASSWORD:
        return
    try:
        validate_password(settings.ADMIN_PASSWORD)
    except ValidationError as refusal:
        raise Refused(f"ADMIN_PASSWORD: {' '.join(refusal.messages)}") from refusal


def _create_login(password):
    user = get_user_model().objects.create_user(LOGIN, password=password, is_staff=True)
    user.groups.add(Group.objects.get(name=OWNERS))


def _collect_static():
    """Collects only what changed since the last time: names, sizes and times are compared, not contents."""
    stamp = _static_stamp()
    mark = _mark(STATIC_STAMP)
    if mark.exists() and mark.read_text() == stamp and settings.STATIC_ROOT.is_dir():
        return
    # collectstatic keeps a copy that is younger than its source, but an unpacked release brings old times.
    for copy in settings.STATIC_ROOT.rglob("*"):
        os.utime(copy, (0, 0))
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(stamp)


def _static_stamp():
    files = [storage.path(name) for finder in get_finders() for name, storage in finder.list([])]
    return hashlib.sha256(json.dumps(sorted(map(_facts, files))).encode()).hexdigest()


def _facts(file):
    facts = Path(file).stat()
    return str(file), facts.st_size, facts.st_mtime_ns
