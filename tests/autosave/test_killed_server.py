"""Type, kill the server, start it again, go on: nothing is lost."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection

import pytest
from playwright.sync_api import expect

from tests.operations.commands import PROJECT, environment

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("operations")]

START_WITHIN = 60


class Killable:
    """A gunicorn in a process group of its own, always on the same port."""

    def __init__(self, data_dir):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.data_dir, self.process = data_dir, None
        self.address = f"http://localhost:{self.port}"

    def start(self):
        with (self.data_dir / "log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn"],
                cwd=PROJECT,
                env=environment(self.data_dir, PORT=str(self.port)),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        end = time.monotonic() + START_WITHIN
        while time.monotonic() < end and not self._answers():
            time.sleep(0.05)
        assert self._answers(), (self.data_dir / "log").read_text()

    def _answers(self):
        try:
            with closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
                connection.request("GET", "/healthz")
                return connection.getresponse().status == 200
        except OSError:
            return False

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server(data_dir):
    server = Killable(data_dir)
    server.start()
    yield server
    server.kill()


def write(tab, words):
    """As fast as a person, or faster."""
    tab.eval_on_selector(
        "#id_text",
        """(field, words) => {
            field.value += words;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }""",
        words,
    )


def open_new_page(tab, server):
    tab.goto(f"{server.address}/admin/pages/page/add/")
    if "login" in tab.url:
        tab.fill("#id_username", "consultant")
        tab.fill("#id_password", "for these tests")
        tab.click("[type=submit]")
        tab.wait_for_selector("#id_text", state="attached")


def test_what_is_typed_outlives_the_server(chromium, server):
    with chromium.new_context() as context:
        tab = context.new_page()
        open_new_page(tab, server)
        tab.fill("#id_title", "Begun on a train")
        write(tab, "Before. ")
        line = tab.locator("[data-autosave-status]")
        expect(line).to_have_text(re.compile(r"\d\d[:.]\d\d"), timeout=15_000)
        server.kill()
        write(tab, "While it was down. ")
        tab.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(line).to_have_class("is-error")
        tab.click("[name=_save]")
        server.start()
        write(tab, "After.")
        # By itself: nobody presses anything.
        expect(line).not_to_have_class("is-error", timeout=30_000)
        tab.reload()
        assert tab.input_value("#id_text") == "Before. While it was down. After."
        with tab.expect_navigation():
            tab.click("[name=_save]")
        assert tab.input_value("#id_title") == "Begun on a train"
        expect(tab.locator(".typed-before")).to_have_count(0)
