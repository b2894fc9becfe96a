import signal
from types import TracebackType


class OutOfTimeError(BaseException):
    """A base of its own: libraries that catch every Exception must let it pass."""


class Deadline:
    """Raises OutOfTimeError inside its block after so many seconds of computing. For the main thread only."""

    def __init__(self, seconds: float):
        self.seconds = seconds

    def __enter__(self) -> "Deadline":
        signal.signal(signal.SIGPROF, self._raise)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _raise(self, *args: object) -> None:
        raise OutOfTimeError
