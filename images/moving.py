"""From one storage of media to another, while the site runs: all that rows name, and what was made of pictures.

Nothing is remembered between two runs: what lies at the target whole is not copied again, whoever put it there.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice

from images import names
from images.binned import FOLDER as BIN
from images.binned import files_in_bin
from images.discarding import FOLDERS, named_files
from images.renditions.specs import FOLDER as RENDITIONS
from images.renditions.specs import folder_of
from images.replacing import FOLDER as FORMER
from images.replacing import former_files
from images.storage import MediaStorage

CARDS = "cards"  # drawn again when they are asked for
AT_ONCE = 8
BATCH = 200


@dataclass(frozen=True)
class Moved:
    """A file that rows need. `digest` is the beginning of its SHA-256, "" where its name does not tell it."""

    name: str
    digest: str
    size: int  # at the source
    there: int | None  # its size at the target, where it is there


@dataclass
class Account:
    """What became of the files, by name. `missing` ones were not found, `damaged` ones are not what their names say."""

    copied: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.damaged)


class Move:
    """Raises StoreError or OSError where an end fails; what was done until then stays."""

    def __init__(self, source: MediaStorage, target: MediaStorage):
        self.source, self.target = source, target
        self.account = Account()
        self.files = list(self._files())

    def run(self) -> Iterator[Moved]:
        """Copy what is not there, and read what was copied or is there; gives each as it is done."""
        waiting = iter(self.files)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while batch := list(islice(waiting, BATCH)):
                for file, outcome in zip(batch, pool.map(self._move, batch), strict=True):
                    getattr(self.account, outcome).append(file.name)
                    yield file
        needed = _needed()
        self.account.missing = [name for name in self.account.missing if name in needed]  # others went meanwhile

    def delete_source(self) -> None:
        """Delete what is whole at the target, to be called once visitors get it from there."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(self.source.delete, self.account.copied + self.account.present))
        self.source.delete_below(CARDS)

    def _files(self):
        wanted = _needed()
        here, there = _sizes(self.source), _sizes(self.target)
        folders = {folder_of(name) for name in wanted}
        renditions = [name for name in here if name.startswith(f"{RENDITIONS}/")]
        wanted |= {name: "" for name in renditions if name.rpartition("/")[0] in folders}
        for name, digest in wanted.items():
            yield Moved(name, digest, here.get(name, 0), there.get(name))

    def _move(self, file: Moved) -> str:
        if self._is_whole(file, file.there):
            return "present"
        try:
            with self.source.open(file.name) as content:
                self.target.save(file.name, content)
        except FileNotFoundError:
            return "missing"
        return "copied" if self._is_whole(file, self.target.size(file.name)) else "damaged"

    def _is_whole(self, file: Moved, there: int | None) -> bool:
        """Whether what lies at the target is that file; a rendition, which can be made again, by its size only."""
        if there is None or (file.size and there != file.size):
            return False
        return not file.digest or _digest_of(self.target, file.name).startswith(file.digest)


def _needed() -> dict[str, str]:
    """All files that rows need, now or to be put back, with the beginning of their digests."""
    needed = {name: _digest_in(name) for name in named_files()}
    return needed | {kept: _digest_in(name) for name, kept in (*files_in_bin(), *former_files())}


def _digest_in(name: str) -> str:
    known = names.recognise(name)
    return known.digest if known else ""


def _digest_of(storage: MediaStorage, name: str) -> str:
    digest = sha256()
    with storage.open(name) as file:
        for chunk in file.chunks():
            digest.update(chunk)
    return digest.hexdigest()


def _sizes(storage: MediaStorage) -> dict[str, int]:
    folders = (*FOLDERS, RENDITIONS, BIN, FORMER)
    return {entry.name: entry.size for folder in folders for entry in storage.below(folder)}
