"""A gunicorn as `gunicorn` starts it, on a free port of this machine."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager

from tests.operations.commands import PROJECT, environment

# Seconds; generous, as several test runs may share one processor.
START_WITHIN = END_WITHIN = 60


class Server:
    def __init__(self, process, port, log):
        self.process, self.port, self._log = process, port, log

    def get(self, path, method="GET", **headers):
        """The answer with its body read; names of headers are written with _ for -."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            response.body = response.read()
            return response

    def send(self, raw):
        """The first bytes of the answer to bytes that no well-behaved client sends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(raw)
            return connection.recv(4096)

    def exchange(self, raw):
        """All that is answered to bytes after which no more are sent; the server is done with them when it closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=START_WITHIN) as connection:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    def log(self):
        return self._log.read_text()

    def answers(self):
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False


@contextmanager
def serving(data_dir, *command, **variables):
    """Runs a command until it answers, and ends it with Ctrl-C."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = data_dir / "log"
    variables = environment(data_dir, PORT=str(port), **variables)
    with log.open("w") as output:
        process = subprocess.Popen(
            command or [sys.executable, "-m", "gunicorn"], cwd=PROJECT, env=variables, stdout=output, stderr=output
        )
    server = Server(process, port, log)
    try:
        wait_until(server.answers, or_ended=process)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=END_WITHIN)


def wait_until(condition, *, or_ended):
    end = time.monotonic() + START_WITHIN
    while time.monotonic() < end and or_ended.poll() is None:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("the server ended or did not answer in time")
