"""The site's own commands, each in a process of its own as an operator runs them."""

import os
import subprocess
import sys
from pathlib import Path

from tests.settings import OWN_VARIABLES

PROJECT = Path(__file__).resolve().parents[2]


def environment(data_dir, **variables):
    """This process's environment without what tests set in it, and with the variables that are given."""
    kept = {name: value for name, value in os.environ.items() if name not in OWN_VARIABLES and "DJANGO" not in name}
    return {**kept, "DJANGO_SETTINGS_MODULE": "consultancy.settings", "DATA_DIR": str(data_dir), **variables}


def run(*arguments, data_dir, **variables):
    """Runs `python …` in the project and returns it finished, with its output as text."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=environment(data_dir, **variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def manage(*arguments, data_dir, **variables):
    return run("manage.py", *arguments, data_dir=data_dir, **variables)
