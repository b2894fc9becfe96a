"""The tools that `tests/tools/install` installs, each run on the pages of a site; a missing one is said."""

import shutil
from pathlib import Path

import pytest

MODULES = Path(__file__).resolve().parent / "node_modules"


def tool(program: str, path: str) -> list[str]:
    """The command that starts a tool of `node_modules`; without it or its program the test is left out, with a word."""
    if not shutil.which(program):
        pytest.skip(f"no {program} found: {path} was not run")
    if not (MODULES / path).exists():
        pytest.skip(f"{path} is not installed: tests/tools/install was not run, or found no npm")
    return [program, *(["-jar"] if program == "java" else []), str(MODULES / path)]
