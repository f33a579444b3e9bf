"""Weak stores, each with one mistake that programs are known for, to show that a judge would see it.

As a program, `weak.py STORE ...` is the game with that store in place of its own.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from game.cli import main
from game.files.atomic import write_whole
from game.files.evenings import savefile
from game.files.seal import Age
from tests.files.locked import KEY


class Store(Protocol):
    """Writes a file, and keeps what it held as the previous generation."""

    def __call__(self, path: Path, data: bytes, *, previous: Path | None = None) -> None: ...


strong: Store = write_whole
disk = os
"""What the weak stores take for the disk; a test puts one here that fails or forgets."""


def in_place(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write over the old content, in two pieces, as a buffer of any size would."""
    del previous
    descriptor = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for piece in (data[: len(data) // 2], data[len(data) // 2 :]):
        disk.write(descriptor, piece)
        disk.fsync(descriptor)
    disk.close(descriptor)


def unsynced(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write beside and rename, and sync nothing."""
    del previous
    _renamed(path, data, file=False, folder=False)


def half_synced(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write beside, sync and rename, and do not sync the folder."""
    del previous
    _renamed(path, data, file=True, folder=False)


def swallowing(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write well, and say nothing when it fails."""
    try:
        strong(path, data, previous=previous)
    except OSError:
        return


def lazy(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write well, every third time."""
    if int(data.split(b"\n")[1].split()[-1]) % 3 == 0:
        strong(path, data, previous=previous)


def telling(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Write well, and beside it in plain what is sealed."""
    strong(path, data, previous=previous)
    path.with_name(f"{path.name}.txt").write_bytes(Age(KEY).open(data))


def _renamed(path: Path, data: bytes, *, file: bool, folder: bool) -> None:
    fresh = path.with_name(f".{path.name}.new")
    descriptor = disk.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    disk.write(descriptor, data)
    if file:
        disk.fsync(descriptor)
    disk.close(descriptor)
    disk.replace(fresh, path)
    if folder:
        place = disk.open(path.parent, os.O_RDONLY)
        disk.fsync(place)
        disk.close(place)


STORES: dict[str, Store] = {
    "in-place": in_place,
    "unsynced": unsynced,
    "half-synced": half_synced,
    "swallowing": swallowing,
    "lazy": lazy,
    "telling": telling,
}


def weaken(store: Store) -> Callable[[], None]:
    """Put *store* in the place of the game's own, and return what puts that back."""
    rooms = savefile.__dict__
    before = rooms["write_whole"]
    rooms["write_whole"] = store

    def back() -> None:
        rooms["write_whole"] = before

    return back


if __name__ == "__main__":
    weaken(STORES[sys.argv.pop(1)])
    raise SystemExit(main())
