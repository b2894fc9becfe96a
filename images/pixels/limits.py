"""What the process may use, set before a byte of the source is read."""

import resource
from contextlib import suppress
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MEMORY = 300 * MEGABYTE
FILE_SIZE = 64 * MEGABYTE
OPEN_FILES = 32


@dataclass(frozen=True)
class Limit:
    """For one operation: seconds of computing, kept by the kernel, and by the clock, kept by who started it."""

    computing: int
    clock: int


LIMITS = {
    "prepare": Limit(computing=20, clock=40),
    "render": Limit(computing=120, clock=300),
    "pdf": Limit(computing=20, clock=40),
}


def apply(operation: str) -> None:
    """For this process, once and for all. Where a system knows a limit by another name, the others hold."""
    seconds = LIMITS[operation].computing
    # Memory that is written to, with what is mapped but never touched left out: libraries, reserved arenas.
    _limit("RLIMIT_DATA", MEMORY)
    _limit("RLIMIT_AS", 4 * MEMORY)
    _limit("RLIMIT_CPU", seconds, seconds + 1)  # told at the first, ended at the second
    _limit("RLIMIT_FSIZE", FILE_SIZE)
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_NOFILE", OPEN_FILES)


def _limit(name: str, soft: int, hard: int | None = None) -> None:
    with suppress(AttributeError, ValueError, OSError):
        resource.setrlimit(getattr(resource, name), (soft, soft if hard is None else hard))
