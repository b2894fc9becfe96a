"""A worker that is killed while it makes renditions: no half file, and nothing is said to be there that is not."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from images.models import Image
from images.renditions.making import make
from images.renditions.shown import is_ready
from images.renditions.specs import set_key, specs
from tests.factories_images import photo_bytes, upload

pytestmark = pytest.mark.django_db(transaction=True)

# Begins as the worker does, and dies by SIGKILL in the middle of the file of that number, or while the row is written.
VICTIM = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from django.conf import settings
root, database, pk, at = sys.argv[1:]
settings.MEDIA_ROOT = root
settings.DATABASES["default"]["NAME"] = database
from images import storage
from images.renditions import making

saved, write = [], storage.WholeFileStorage._write

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

def write_until(self, part, content):
    saved.append(part)
    if len(saved) == int(at):
        part.write(b"half")
        part.flush()
        die()
    write(self, part, content)

if at == "announce":
    making.announce = die
else:
    storage.WholeFileStorage._write = write_until
making.make(int(pk), ["text"])
"""


@pytest.fixture
def photo():
    return Image.objects.store(upload(photo_bytes(700, 500)))


def killed_at(at, photo, settings):
    """Makes the renditions in a process that is killed there."""
    database = settings.DATABASES["default"]["NAME"]
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", VICTIM, str(settings.MEDIA_ROOT), str(database), str(photo.pk), at],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("at", "whole"), [("1", 0), ("4", 3), ("announce", 9)])
def test_whatever_is_there_is_whole_and_the_rest_is_made_afterwards(at, whole, photo, settings, stored):
    first = stored()
    ended = killed_at(at, photo, settings)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    left = [name for name in stored() if name not in first and not Path(name).name.startswith(".")]
    for name in left:
        with PillowImage.open(Path(settings.MEDIA_ROOT, name)) as picture:
            picture.load()
    assert len(left) == whole
    photo.refresh_from_db()
    assert photo.ready == [set_key(photo, "first")]
    assert make(photo.pk, ["text"])
    photo.refresh_from_db()
    assert is_ready(photo, "text")
    assert {spec.name for spec in specs(photo, "text")} <= set(stored())
