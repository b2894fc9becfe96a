"""The parent's side of `images.pixels`: whatever a file does to its decoder, it does to a process of its own."""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from images.pixels.limits import LIMITS
from images.pixels.refusals import Failed, Refused

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "images.pixels"]
# What Python may need to find its libraries. No key and no password of the site is handed on.
VARIABLES = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE")
# Whoever is killed unasked was in the way of others who needed the memory.
REASONS: dict[int, str] = {signal.SIGXCPU: "time", signal.SIGKILL: "memory"}
# One at a time in each process of the site: so much memory and no more, however many are uploaded at once.
TURN = threading.Lock()

logger = logging.getLogger(__name__)

__all__ = ["Failed", "Refused", "run"]


def run(operation: str, source: bytes | Path, options: dict, folder: Path) -> dict:
    """The answer of an operation of `images.pixels`, whose files are then in `folder`; after an exception those that
    are there are worthless.

    Raises Refused where the source can't be taken, Failed where it took too much or the decoder broke.
    """
    command = [*COMMAND, operation, json.dumps(options), str(folder)]
    with TURN:
        if isinstance(source, bytes):
            finished = _run(command, operation, input=source)
        else:
            with source.open("rb") as file:
                finished = _run(command, operation, stdin=file)
    return _answer(finished)


def _run(command: list[str], operation: str, **source) -> subprocess.CompletedProcess:
    environment = {name: os.environ[name] for name in VARIABLES if name in os.environ}
    try:
        return subprocess.run(  # noqa: S603
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=LIMITS[operation].clock,
            check=False,
            **source,
        )
    except subprocess.TimeoutExpired as error:
        raise Failed("time") from error


def _answer(finished: subprocess.CompletedProcess) -> dict:
    if finished.returncode:
        raise _failure(finished)
    answer = json.loads(finished.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["params"])
    if "failed" in answer:
        raise Failed(answer["failed"])
    return answer


def _failure(finished: subprocess.CompletedProcess) -> Failed:
    words = finished.stderr.decode("utf-8", "replace")[-2000:]
    logger.warning("The process for pictures ended with %s: %s", finished.returncode, words)
    return Failed(REASONS.get(-finished.returncode, "crash"))
