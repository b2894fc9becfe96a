"""Does one thing in the admin again and again, in a process that is killed one statement later each time.

`python -m tests.killing.victim WHAT STRIDE` prints as JSON how many statements it took and after which of them, killed
there, something was found in the database that is neither the old state nor the new.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from itertools import count
from uuid import UUID

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment

from publishing import stamp
from tests.killing.things import THINGS

MOMENT = "2026-11-25T12:00:00+01:00"
# What an answer leaves behind that is no content.
PASSING = {"django_session", "sqlite_sequence"}
DATABASE = settings.DATABASES["default"]["NAME"]


def main(what, stride):
    setup_test_environment()
    prepare, do = THINGS[what]
    call_command("migrate", verbosity=0)
    with time_machine.travel(MOMENT, tick=False):
        client, *given = prepare()
        before = set_aside()
        found = {}
        for number in count(0, stride):
            put_back(before)
            ended = in_a_process(lambda: do(client, *given), killed_at=number)
            found[number] = contents()
            if ended == 0:
                break
            assert ended == -signal.SIGKILL, f"{what}: ended by itself ({ended}) at statement {number}"
    put_back(before)
    old, new = contents(), found[number]
    assert old != new, f"{what} changed nothing"
    print(json.dumps({"statements": number, "between": [at for at, state in found.items() if state not in (old, new)]}))


def set_aside():
    connection.close()
    aside = f"{DATABASE}.before"
    with closing(sqlite3.connect(DATABASE)) as source:
        source.execute("VACUUM INTO ?", [aside])
    return aside


def put_back(before):
    for rest in ("-wal", "-shm"):
        DATABASE.with_name(DATABASE.name + rest).unlink(missing_ok=True)
    shutil.copy(before, DATABASE)


def in_a_process(do, *, killed_at):
    """How it ended, as `os.waitstatus_to_exitcode` says it."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        without_chance()
        kill_at(killed_at)
        do()
        connection.close()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


def without_chance():
    """The stamp is the same in every run, or two equal states would be told apart by it."""
    numbers = count(1)
    stamp.uuid4 = lambda: UUID(int=next(numbers))


def kill_at(number):
    """End this very process before its statement of that number, a commit counted as one."""
    passed = count()

    def step():
        if next(passed) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute, *arguments):
        step()
        return execute(*arguments)

    def commit(*arguments, commit=connection._commit):
        step()
        return commit(*arguments)

    connection.connect()
    connection.execute_wrappers.append(statement)
    connection._commit = commit


def contents():
    """All rows of all tables that hold content."""
    with closing(sqlite3.connect(DATABASE)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, opened.execute(f'SELECT * FROM "{name}"'))) for name in {*tables} - PASSING}  # noqa: S608


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
