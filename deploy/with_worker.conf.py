"""gunicorn's settings for `manage.py start`: those of gunicorn.conf.py, and the worker for jobs beside it."""

from pathlib import Path
from runpy import run_path

_own = run_path(str(Path(__file__).parent.parent / "gunicorn.conf.py"))
globals().update({name: value for name, value in _own.items() if not name.startswith("_")})


def when_ready(server):
    from consultancy.keeper import Keeper

    server.keeper = Keeper()


def on_reload(server):
    server.keeper.restart()


def on_exit(server):
    # A server that never became ready has none.
    if keeper := getattr(server, "keeper", None):
        keeper.stop()
