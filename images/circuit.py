"""Nobody waits for what did not answer a moment ago."""

import time
from collections.abc import Callable
from threading import Lock

PAUSE = 10.0


class Circuit:
    """After a failure only one question in `PAUSE` seconds is let through, until one is answered.

    So a store that hangs holds up one visitor at a time, and not every thread of the site. Safe among threads.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._lock = Lock()
        self._closed_until: float | None = None

    def lets_through(self) -> bool:
        """Whether one may ask now."""
        with self._lock:
            now = self._clock()
            if self._closed_until is None:
                return True
            if now < self._closed_until:
                return False
            self._closed_until = now + PAUSE
            return True

    def failed(self) -> None:
        """There was no answer."""
        with self._lock:
            self._closed_until = self._clock() + PAUSE

    def answered(self) -> None:
        """There was one, whatever it said."""
        self._closed_until = None
