"""Where the files of the library lie: on disk here; in a store that speaks S3 there is `object_store`."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.utils.translation import gettext as _

# How long a browser may keep what has its content in its name.
FOR_EVER = "public, max-age=31536000, immutable"
# Against another process that takes away the very folder each time.
ATTEMPTS = 10


class StoreError(OSError):
    """A store that does not do what it is asked; `is_passing` where it may in a while (it is down, or slow)."""

    def __init__(self, reason: str, *, is_passing: bool = False):
        super().__init__(reason)
        self.is_passing = is_passing


@dataclass(frozen=True)
class Entry:
    """A file that is there: its name, its size in bytes, and since when it has had that name."""

    name: str
    size: int
    since: datetime


class MediaStorage(Storage):
    """Keeps files that are named by their content.

    A file appears under its name whole or not at all, whatever happens while it is written. A name that exists
    already holds the same bytes, so it is written over instead of being given another name. What fails raises OSError.
    """

    def get_available_name(self, name, max_length=None):
        return name

    def get_ready(self) -> None:
        """Do beforehand what the first visitors would have to wait for."""

    def keep_as(self, name: str, other: str) -> None:
        """Let a file be found under another name as well; nothing where it is not there, or `other` is already."""
        raise NotImplementedError

    def below(self, folder: str) -> Iterator[Entry]:
        """All files in a folder and in those within, none where it is not there."""
        raise NotImplementedError

    def delete_below(self, folder: str) -> None:
        """Delete all of them."""
        for entry in list(self.below(folder)):
            self.delete(entry.name)


class WholeFileStorage(MediaStorage, FileSystemStorage):
    """On disk, below MEDIA_ROOT."""

    def _save(self, name, content):
        target = Path(self.path(name))
        with self._in_folder_of(target, partial(_part_in, target.parent)) as part:
            try:
                self._write(part, content)
                Path(part.name).replace(target)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        return name

    def _write(self, part, content):
        for chunk in content.chunks():
            part.write(chunk)
        part.flush()
        os.fsync(part.fileno())
        os.fchmod(part.fileno(), 0o644 if self.file_permissions_mode is None else self.file_permissions_mode)

    def keep_as(self, name, other):
        source, target = Path(self.path(name)), Path(self.path(other))
        try:
            self._in_folder_of(target, partial(os.link, source, target))
        except FileExistsError:
            pass
        except FileNotFoundError:
            if source.exists():
                raise
        except OSError:  # a disk that knows no second names
            with self.open(name) as content:
                self.save(other, content)

    def _in_folder_of(self, target, put):
        """What `put` gives, done in the folder of a file; another process may take that away while it is empty."""
        for _attempt in range(ATTEMPTS):
            with suppress(FileNotFoundError):
                target.parent.mkdir(parents=True, exist_ok=True)
                return put()
        return put()

    def delete(self, name):
        super().delete(name)
        with suppress(OSError):  # the folder holds other files
            Path(self.path(name)).parent.rmdir()

    def below(self, folder):
        for path, _folders, names in os.walk(self.path(folder)):
            for name in names:
                file = Path(path, name)
                with suppress(FileNotFoundError):  # gone meanwhile
                    yield self._entry(file, file.stat())

    def _entry(self, file, facts):
        # Not when it was last written: a file may be older than its name.
        since = datetime.fromtimestamp(facts.st_ctime, UTC)
        return Entry(file.relative_to(self.location).as_posix(), facts.st_size, since)


def _part_in(folder):
    return tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False)


media_storage = cast(MediaStorage, default_storage)


def why_not_kept(error: OSError) -> str:
    """To whoever uploaded a file that can't be stored: what is the matter, and what to do."""
    if not isinstance(error, StoreError):
        return _("The file can't be kept: the disk of the site is full or closed for writing. Ask the operator.")
    if error.is_passing:
        return _("The file can't be kept: the store of pictures and files does not answer. Try again in a few minutes.")
    return _("The file can't be kept: the store of pictures and files refuses it. Ask the operator.")
