from pathlib import Path

import pytest


@pytest.fixture
def media_root(settings):
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def files_on_disk(media_root):
    """The names, below MEDIA_ROOT, of every file there is."""
    return lambda: sorted(str(path.relative_to(media_root)) for path in media_root.rglob("*") if path.is_file())
