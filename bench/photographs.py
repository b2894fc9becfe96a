"""The photographs of `bench.apart.photographs`, made once and kept in `var/bench/`."""

import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "var" / "bench"
APART = Path(__file__).parent / "apart"
COUNT = 4


@cache
def photographs() -> list[Path]:
    """JPEGs of 4000 by 3000 pixels."""
    recipe = (APART / "photographs.py").read_text()
    made = FOLDER / "made-by.txt"
    if not made.exists() or made.read_text() != recipe:
        FOLDER.mkdir(parents=True, exist_ok=True)
        apart("photographs", str(FOLDER), str(COUNT))
        made.write_text(recipe)
    return sorted(FOLDER.glob("photograph-*.jpg"))


def apart(module: str, *arguments: str) -> str:
    """What a module of `bench.apart` prints, run in the environment of its own."""
    command = [str(_environment() / "bin" / "python"), "-m", f"bench.apart.{module}", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


@cache
def _environment() -> Path:
    place, wanted = FOLDER / "venv", (APART / "requirements.txt").read_text()
    installed = place / "installed.txt"
    if not installed.exists() or installed.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)  # noqa: S603
        requirements = str(APART / "requirements.txt")
        subprocess.run([str(place / "bin" / "pip"), "install", "--quiet", "-r", requirements], check=True)  # noqa: S603
        installed.write_text(wanted)
    return place
