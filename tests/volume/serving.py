"""Serves the volume site as production does: gunicorn, compressed static files, a DATA_DIR that is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.operations.commands import run
from tests.operations.server import serving

SETTINGS = "tests.volume.settings"
CROWD = 60


@contextmanager
def volume_site(*, crowded: bool = False) -> Iterator[str]:
    """The address of a volume site; with `crowded` of the one with sixty more pages in its menu."""
    with TemporaryDirectory(prefix="site-volume-") as folder:
        data_dir = Path(folder)
        arguments = [str(CROWD)] if crowded else []
        made = run("-m", "tests.volume", *arguments, data_dir=data_dir, DJANGO_SETTINGS_MODULE=SETTINGS)
        if made.returncode:
            raise RuntimeError(made.stderr)
        with serving(data_dir, DJANGO_SETTINGS_MODULE=SETTINGS) as server:
            yield f"http://localhost:{server.port}"
