"""Nobody waits for what did not answer a moment ago."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

PAUSE = 10.0
PLACES = 2  # of the four threads of a process
PATIENCE = 3.0


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


class Turnstile:
    """Lets at most `PLACES` wait at once. Whoever gets no place in time goes away, and so do all others for a while.

    So half of the threads of a process stay free for what does not have to wait. Safe among threads.
    """

    def __init__(self, patience: float = PATIENCE):
        self._patience = patience
        self._places = BoundedSemaphore(PLACES)
        self._circuit = Circuit()

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place to wait at. Raises TimeoutError, which is an OSError, where there is none."""
        if not self._circuit.lets_through():
            raise TimeoutError("too many waited a moment ago")
        if not self._places.acquire(timeout=self._patience):
            self._circuit.failed()
            raise TimeoutError("too many are waiting")
        try:
            yield
        finally:
            self._places.release()
            self._circuit.answered()
