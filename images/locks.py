"""For what may be lost rather than wait: SQLite has one writer at a time."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def without_waiting():
    """Within this no write waits for a lock: no visitor waits for somebody else's, and what can't be stored is lost."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")
