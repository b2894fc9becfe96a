"""A process that ends, or is replaced while it runs, writes down what it has counted."""

import signal
import sqlite3
from contextlib import closing

from tests.operations.conftest import data_dir, prepared  # noqa: F401  (the site of a first run)
from tests.operations.server import serving, wait_until
from tests.readings.conftest import BROWSER


def numbers(folder):
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        return [count for (count,) in database.execute("SELECT sum(count) FROM consultancy_reading")]


def read(server):
    """A visit to the front page, which is counted once the server closes."""
    head = f"GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {BROWSER}\r\nConnection: close\r\n\r\n"
    return int(server.exchange(head.encode()).split()[1])


def test_what_was_counted_is_there_afterwards(data_dir):  # noqa: F811
    with serving(data_dir) as server:
        for _ in range(6):
            assert read(server) == 200
        assert numbers(data_dir) == [None]
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: numbers(data_dir) == [6], or_ended=server.process)
        assert read(server) == 200
    assert numbers(data_dir) == [7]
    assert "Traceback" not in server.log()
