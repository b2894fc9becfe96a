"""A process that is killed between two statements leaves the old state or the new, never anything between."""

import json
import subprocess
import sys

import pytest

from tests.killing.things import THINGS


def killed(what, stride):
    command = [sys.executable, "-m", "tests.killing.victim", what, str(stride)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_publishing_at_every_seventh_statement():
    assert killed("publish", 7)["between"] == []


@pytest.mark.long
@pytest.mark.parametrize("what", THINGS)
def test_at_every_statement(what):
    outcome = killed(what, 1)
    assert outcome["statements"] > 5
    assert outcome["between"] == []
