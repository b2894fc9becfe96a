import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Keeps files that are named by their content.

    A file appears under its name whole or not at all, whatever happens while it is written. A name that exists
    already holds the same bytes, so it is written over instead of being given another name.
    """

    def get_available_name(self, name, max_length=None):
        return name

    def _save(self, name, content):
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as part:
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
        """Let a file be found under another name as well; nothing where it is not there, or `other` is already."""
        target = Path(self.path(other))
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.path(name), target)
        except (FileNotFoundError, FileExistsError):
            pass
        except OSError:  # a disk that knows no second names
            with self.open(name) as content:
                self.save(other, content)

    def delete(self, name):
        super().delete(name)
        with suppress(OSError):  # the folder holds other files
            Path(self.path(name)).parent.rmdir()
