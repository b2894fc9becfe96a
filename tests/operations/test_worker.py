"""The worker for background jobs, as a process: beside gunicorn and on its own."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.contact import servers
from tests.operations.commands import PROJECT, environment, manage
from tests.operations.server import END_WITHIN, serving, wait_until

pytestmark = pytest.mark.xdist_group("operations")

START = (sys.executable, "manage.py", "start")
STORE = """
from contact.models import Message
from contact.tasks import mail_message
message = Message.objects.create(name="A Visitor", email="visitor@example.org", body="Hello", language="nl")
mail_message.enqueue(message.pk)
"""


def worker_of(data_dir):
    """The number of the process that is the worker of a site; None where there is none."""
    with suppress(OSError, ValueError):
        pid = int((data_dir / "worker.lock").read_text())
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return None if state == "Z" else pid
    return None


def ask(data_dir, question):
    with closing(sqlite3.connect(data_dir / "site.sqlite3", timeout=20)) as database:
        return [row[0] for row in database.execute(question)]


def jobs(data_dir):
    return ask(data_dir, "SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%mail_message'")


@contextmanager
def working(data_dir, **variables):
    """A worker on its own, ended by SIGTERM."""
    with (data_dir / "worker.log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "worker"],
            cwd=PROJECT,
            env=environment(data_dir, **variables),
            stdout=log,
            stderr=log,
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=END_WITHIN)


@contextmanager
def mailing(data_dir, talk):
    """A worker with a mail server that talks like this."""
    with servers.mail_server(talk) as port:
        mail = {"EMAIL_URL": f"smtp://127.0.0.1:{port}", "CONTACT_RECIPIENT": "consultant@example.org"}
        with working(data_dir, **mail) as worker:
            yield worker


def test_a_worker_that_dies_is_replaced_and_ends_with_the_site(data_dir):
    with serving(data_dir, *START) as server:
        wait_until(lambda: worker_of(data_dir), or_ended=server.process)
        first = worker_of(data_dir)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: worker_of(data_dir) not in (None, first), or_ended=server.process)
    assert server.process.returncode == 0
    assert worker_of(data_dir) is None
    assert "Traceback" not in server.log()


def test_no_worker_outlives_a_server_that_is_killed(data_dir):
    with serving(data_dir, *START) as server:
        wait_until(lambda: worker_of(data_dir), or_ended=server.process)
        with working(data_dir) as watched:
            server.process.kill()
            server.process.wait()
            wait_until(lambda: worker_of(data_dir) == watched.pid, or_ended=watched)


def test_bare_gunicorn_leaves_the_worker_to_systemd(data_dir):
    with serving(data_dir):
        assert not (data_dir / "worker.lock").exists()


def test_a_job_whose_worker_is_killed_is_taken_up_again(data_dir):
    assert manage("shell", "-c", STORE, data_dir=data_dir).returncode == 0
    with mailing(data_dir, servers.hangs) as worker:
        wait_until(lambda: jobs(data_dir) == ["RUNNING"], or_ended=worker)
        worker.kill()
        worker.wait()
    assert ask(data_dir, "SELECT mail FROM contact_message") == ["waiting"]
    with mailing(data_dir, servers.answers(to_data=b"250 taken\r\n")) as worker:
        wait_until(lambda: jobs(data_dir) == ["SUCCESSFUL"], or_ended=worker)
    assert ask(data_dir, "SELECT mail FROM contact_message") == ["sent"]


def test_a_second_worker_waits_for_the_first(data_dir):
    with working(data_dir) as first:
        wait_until(lambda: worker_of(data_dir) == first.pid, or_ended=first)
        with working(data_dir) as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(timeout=2)
            assert worker_of(data_dir) == first.pid
            first.terminate()
            first.wait(timeout=END_WITHIN)
            wait_until(lambda: worker_of(data_dir) == second.pid, or_ended=second)
    assert first.returncode == second.returncode == 0
