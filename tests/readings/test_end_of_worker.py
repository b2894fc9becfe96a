"""A process that ends, or is replaced while it runs, writes down what it has counted."""

import signal
import sqlite3
from contextlib import closing
from http.client import HTTPConnection

from tests.operations.conftest import data_dir, prepared  # noqa: F401  (the site of a first run)
from tests.operations.server import START_WITHIN, serving, wait_until
from tests.readings.conftest import BROWSER


def numbers(folder):
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        return [count for (count,) in database.execute("SELECT sum(count) FROM consultancy_reading")]


def read(server):
    """A visit to the front page; as patient as the start of a server, for its first page is drawn slowly."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=START_WITHIN)) as connection:
        connection.request("GET", "/", headers={"User-Agent": BROWSER})
        return connection.getresponse().status


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
