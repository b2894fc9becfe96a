"""An object of a store as a file that can be read from any place."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

# Asks for an object from a byte on: what is left of it as a stream, and how many bytes that are.
Ask = Callable[[int], tuple[Any, int]]


class StoredObject(io.RawIOBase):
    """Read from the store as far as it is wanted, so that it never stands in memory.

    `asking` is entered around each reading and says in OSErrors what goes wrong there. Raises FileNotFoundError at once
    where there is no such object.
    """

    def __init__(self, ask: Ask, asking: Callable[[], AbstractContextManager[None]]):
        self._ask, self._asking = ask, asking
        self._stream, self.size = ask(0)
        self._position = self._stream_at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        self._position = max(0, start + offset)
        return self._position

    def readinto(self, buffer) -> int:
        if self._position >= self.size:
            return 0
        if self._stream_at != self._position:
            self._jump()
        with self._asking():
            content = self._stream.read(len(buffer))
        buffer[: len(content)] = content
        self._position = self._stream_at = self._position + len(content)
        return len(content)

    def _jump(self):
        self._stream.close()
        self._stream, _left = self._ask(self._position)
        self._stream_at = self._position

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
