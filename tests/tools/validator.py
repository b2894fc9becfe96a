"""The Nu HTML Checker of the W3C, for HTML and CSS."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.tools.node import tool

# The CSS of 2024 and later that the checker does not know yet; browsers that do not know it either pass it by.
NOT_YET_KNOWN = (
    *("“position-area”: Property", "“position-try-fallbacks”: Property", "“field-sizing”: Property"),
    *("“view-transition-name”: Property", "Unrecognized at-rule “@view-transition”"),
)


def messages(paths: Iterable[Path]) -> list[str]:
    """Errors and warnings in these files (.html, .css), each as `name: what is wrong`."""
    command = [*tool("java", "vnu-jar/build/dist/vnu.jar"), "--format", "json", "--exit-zero-always"]
    done = subprocess.run(  # noqa: S603
        [*command, "--also-check-css", *map(str, paths)], capture_output=True, text=True, check=True, timeout=300
    )
    return [_line(found) for found in json.loads(done.stderr)["messages"] if not _is_known_better(found)]


def _line(found):
    name = Path(found.get("url", "")).name
    return f"{name}:{found.get('lastLine')}: {found['message']} … {found.get('extract', '').strip()[:120]}"


def _is_known_better(found):
    return any(words in found["message"] for words in NOT_YET_KNOWN)
