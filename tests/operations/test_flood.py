"""A flood of forms: pages are answered all the while, and what a person writes among them is kept."""

import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from contact.spam import FASTEST
from tests.operations.server import serving

pytestmark = pytest.mark.xdist_group("operations")

RATE = 1000 / 60  # forms a second
FORMS = 150


def post(port, **fields):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Host": f"localhost:{port}"}
        connection.request("POST", "/contact/", urlencode(fields), headers)
        return connection.getresponse().status


def stamp_on_page(server):
    return (
        server.get("/contact/", Host=f"localhost:{server.port}")
        .body.decode()
        .split('name="stamp" value="')[1]
        .split('"')[0]
    )


def flood(port, began):
    """Robots' forms at the rate of the flood, and the answers to them."""
    with ThreadPoolExecutor(8) as robots:
        answers = []
        for number in range(FORMS):
            time.sleep(max(0, began + number / RATE - time.monotonic()))
            words = {"name": "Robot", "email": f"robot{number}@example.org", "body": f"http://spam/{number} " * 20}
            answers.append(robots.submit(post, port, **words))
        return [answer.result() for answer in answers]


def write(port, number, stamp):
    """What a person sends, who had the form on the screen for a while."""
    return post(port, name="A Person", email="person@example.org", body=f"Question {number}", stamp=stamp)


def seconds(visit):
    began = time.monotonic()
    assert visit() in (200, 302)
    return time.monotonic() - began


def test_pages_are_answered_and_real_messages_kept_during_a_flood(data_dir):
    with serving(data_dir, sys.executable, "manage.py", "start") as server, ThreadPoolExecutor(1) as aside:
        stamp = stamp_on_page(server)
        began = time.monotonic()
        robots = aside.submit(flood, server.port, began)
        visits, written = [], 0
        while not robots.done():
            visits.append(seconds(lambda: server.get("/").status))
            # A person needs some seconds to type.
            if time.monotonic() - began > FASTEST and time.monotonic() % 1 < 0.2:
                written += 1
                visits.append(seconds(partial(write, server.port, written, stamp)))
            time.sleep(0.1)
        assert set(robots.result()) == {302}
    assert max(visits) < 1
    question = "SELECT name, status, count(*) FROM contact_message GROUP BY name, status ORDER BY name"
    with closing(sqlite3.connect(data_dir / "site.sqlite3")) as database:
        kept = database.execute(question).fetchall()
    assert kept == [("A Person", "new", written), ("Robot", "spam", FORMS)]
