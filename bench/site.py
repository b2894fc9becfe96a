"""A site of its own, in a folder that is thrown away."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from tempfile import TemporaryDirectory


@contextmanager
def fresh() -> Iterator[None]:
    """Within this, Django is set up with an empty database, and nothing of the environment's own site is touched."""
    with TemporaryDirectory(prefix="site-bench-") as folder:
        for name in ("DATABASE_URL", "SITE_URL", "S3_BUCKET"):
            os.environ.pop(name, None)
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="bench.settings", LANGUAGE_CODE="en")
        _set_up()
        yield


def _set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


@cache
def owner_client():
    """A browser in which the consultant is signed in."""
    from django.test import Client

    from tests.factories import create_owner

    client = Client(raise_request_exception=True)
    client.force_login(create_owner(username="consultant"))
    return client


def in_its_own_process(module: str, *arguments: str) -> str:
    """What `python -m module …` prints, run on one core, with this very site."""
    import subprocess

    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, preexec_fn=_on_one_core).stdout  # noqa: S603


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
