"""The editor is light: its scripts, compressed as they are served."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders

IMPORT = re.compile(r'from "(\.[^"]+)"')
MOST_BYTES = 39_000


def modules(path, seen=None):
    """A module with all that it imports."""
    seen = set() if seen is None else seen
    if path not in seen:
        seen.add(path)
        for name in IMPORT.findall(path.read_text()):
            modules((path.parent / name).resolve(), seen)
    return seen


def test_the_editor_stays_within_its_bytes():
    files = modules(Path(finders.find("js/editor.js")))
    assert len(files) > 10
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < MOST_BYTES
