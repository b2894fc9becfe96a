import json
import socket
import sqlite3
import sys
from contextlib import closing

import pytest

from consultancy import preparation
from tests.operations.commands import manage
from tests.operations.server import serving

SHOW = """
import json
from django.contrib.auth.models import User
from pages.models import Page
users = [
    [user.username, user.is_staff, user.is_superuser, *map(user.has_perm, ["pages.change_page", "auth.add_user"])]
    for user in User.objects.all()
]
print(json.dumps({"users": users, "pages": Page.objects.count()}))
"""
pytestmark = pytest.mark.xdist_group("operations")

CONSULTANT = ["consultant", True, False, True, False]


def contents(data_dir):
    return json.loads(manage("shell", "--verbosity", "0", "-c", SHOW, data_dir=data_dir).stdout)


def dump(data_dir):
    with closing(sqlite3.connect(data_dir / "site.sqlite3")) as database:
        return list(database.iterdump())


@pytest.fixture
def migrated(data_dir):
    """A site whose tables and static files are there, and nothing else."""
    (data_dir / "site.sqlite3").unlink()
    assert manage("migrate", "--verbosity", "0", data_dir=data_dir).returncode == 0
    return data_dir


def test_a_first_run_loads_the_starter_and_makes_the_login(prepared):
    data_dir, output = prepared
    assert "consultant" in output
    assert "for these tests" not in output
    found = contents(data_dir)
    assert found["users"] == [CONSULTANT]
    # More than the section pages, which stand from the first migration.
    assert found["pages"] > 5


def test_a_second_run_changes_nothing(data_dir):
    before, static = dump(data_dir), (data_dir / "static").stat().st_mtime_ns
    again = manage("prepare", data_dir=data_dir, ADMIN_PASSWORD="another one")
    assert (again.returncode, again.stdout) == (0, "")
    assert dump(data_dir) == before
    assert (data_dir / "static").stat().st_mtime_ns == static


def test_a_first_run_that_was_killed_is_finished_by_the_next(migrated):
    (migrated / preparation.FIRST_RUN).touch()
    done = manage("prepare", data_dir=migrated)
    assert done.returncode == 0, done.stderr
    found = contents(migrated)
    assert found["users"] == [CONSULTANT]
    assert found["pages"] > 5
    assert not (migrated / preparation.FIRST_RUN).exists()

    (migrated / preparation.FIRST_RUN).touch()
    assert manage("prepare", data_dir=migrated).stdout == ""
    assert contents(migrated) == found


def test_a_password_of_its_own_making_is_said_once_and_signs_in(migrated):
    (migrated / preparation.FIRST_RUN).touch()
    password = manage("prepare", data_dir=migrated).stdout.split(" (")[0].split()[-1]
    assert len(password) >= 12
    script = f"from django.contrib.auth.models import User; print(User.objects.get().check_password({password!r}))"
    assert manage("shell", "--verbosity", "0", "-c", script, data_dir=migrated).stdout == "True\n"


def test_a_database_from_elsewhere_gets_neither_starter_nor_login(migrated):
    before = contents(migrated)
    assert manage("prepare", data_dir=migrated).stdout == ""
    assert contents(migrated) == before
    assert before["users"] == []


def test_a_migration_that_was_killed_is_finished_by_the_next_run(data_dir):
    with closing(sqlite3.connect(data_dir / "site.sqlite3")) as database, database:
        database.execute("DELETE FROM auth_group_permissions")
    manage("prepare", data_dir=data_dir)
    assert contents(data_dir)["users"] != [CONSULTANT]
    (data_dir / preparation.MIGRATING).touch()
    manage("prepare", data_dir=data_dir)
    assert contents(data_dir)["users"] == [CONSULTANT]


def test_static_files_are_collected_when_they_changed(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "own.css").write_text("first")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT, settings.DATA_DIR = [source], tmp_path / "static", tmp_path
    collected = settings.STATIC_ROOT / "own.css"

    preparation._collect_static()
    assert collected.read_text() == "first"
    collected.write_text("untouched, and younger than its source")
    preparation._collect_static()
    assert collected.read_text().startswith("untouched")
    (source / "own.css").write_text("second, longer")
    preparation._collect_static()
    assert collected.read_text() == "second, longer"


def test_start_says_where_the_site_is_and_serves_it(data_dir):
    with serving(data_dir, sys.executable, "manage.py", "start") as server:
        assert server.get("/").status == 200
        said = server.log()
    assert f"http://localhost:{server.port}/admin/" in said
    assert str(data_dir) in said
    assert server.process.returncode == 0


def test_start_refuses_a_port_that_is_taken(data_dir):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = manage("start", data_dir=data_dir, PORT=port)
    assert done.returncode == 1
    assert port in done.stderr
    assert "Traceback" not in done.stderr
