from pathlib import Path

import pytest


@pytest.fixture
def media_root(settings):
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def files_on_disk(media_root):
    """The names, below MEDIA_ROOT, of every file there is that is no rendition."""

    def names():
        paths = (path.relative_to(media_root) for path in media_root.rglob("*") if path.is_file())
        return sorted(str(path) for path in paths if path.parts[0] != "renditions")

    return names
