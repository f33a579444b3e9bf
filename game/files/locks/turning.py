"""Files of evenings turned from one form to the other, none of them ever lost between the two.

The new file is whole, synced and under its name before the old one goes. A kill at any moment leaves both or
one of them, and the next turn goes on from there.
"""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from game.files.atomic import (
    FRESH,
    Unreadable,
    date_like,
    forget,
    numbered,
    read_bounded,
    sync_folder,
    write_whole,
)
from game.files.paths import Home
from game.files.problems import Problem
from game.files.seal import AGE, PLAIN, Seal, plain_path, sealed_path

TURN_LIMIT = 64 << 20
"""Bytes in a file that is turned; one that is larger is nothing that the game has written."""
_EVENING = re.compile(r"\.{0,2}(\d{4}-\d\d-\d\d-\d+)(?!\d)")
_UNFINISHED = re.compile(rf"\.(.+)\.[0-9a-f]+{re.escape(FRESH)}")
"""What a kill leaves of a write that never counted: it may hold as much as the file would have."""


def plain_files(home: Home, id: str = "") -> list[Path]:
    """Return every file that tells something of an evening, or of the evening *id*, and is not sealed.

    Raise OSError, as each of these, when the folder cannot be listed.
    """
    names = (name for name in _names(home) if _tells(name) and not _is_sealed(name))
    return [home.saves / name for name in names if not id or id_in(name) == id]


def sealed_files(home: Home) -> list[Path]:
    """Return every sealed file of an evening."""
    return [home.saves / name for name in _names(home) if name.endswith(AGE) and _tells(name)]


def unfinished_files(home: Home) -> list[Path]:
    """Return what kills have left of files that never were. For whoever stands alone in the door."""
    names = ((name, _UNFINISHED.fullmatch(name)) for name in _names(home))
    return [home.saves / name for name, found in names if found and _tells(found[1])]


def id_in(name: str) -> str:
    """Return the id of the evening that a file called *name* belongs to, or nothing for another name."""
    found = _EVENING.match(name)
    return found[1] if found else ""


def seal_file(path: Path, seal: Seal) -> None:
    """Turn a plain file into a sealed one; raise Unreadable or OSError, with nothing gone, when it fails."""
    if path.name.endswith(FRESH):
        return forget(path)  # what a crash has left of a write that never counted
    data = read_bounded(path, TURN_LIMIT)
    _turn(path, sealed_path(path), data, seal, seal.seal(data))


def open_file(path: Path, seal: Seal) -> None:
    """Turn a sealed file into a plain one; raise Unreadable or OSError, with nothing gone, when it fails."""
    data = seal.open(read_bounded(path, TURN_LIMIT))
    _turn(path, plain_path(path), data, seal, data)


def settle_evening(home: Home, id: str) -> None:
    """Seal what lies in plain of the evening *id*, for whoever holds its lock; raise OSError when that fails.

    What cannot be read is left; whoever reads the evening finds out.
    """
    if home.seal is not PLAIN:
        tuple(seal_files(plain_files(home, id), home.seal))


def seal_files(paths: Iterable[Path], seal: Seal) -> Iterator[Problem]:
    """Seal *paths*, and yield what is wrong with those that cannot be read."""
    for path in paths:
        try:
            seal_file(path, seal)
        except Unreadable as error:
            yield Problem(path, str(error))


def _turn(path: Path, target: Path, told: bytes, seal: Seal, data: bytes) -> None:
    """Let *target* hold *data*, which tells what *told* does, and then remove *path*."""
    place = _place(target, told, seal)
    if not os.path.lexists(place):
        write_whole(place, data)
    date_like(place, path)
    # A kill may have come before the name of the new file was as safe as the file.
    sync_folder(place.parent)
    forget(path)


def _place(target: Path, told: bytes, seal: Seal) -> Path:
    """Return *target*, or a name beside it when it is taken by something else."""
    places = (numbered(target, "copy", n) if n else target for n in count())
    return next(place for place in places if not os.path.lexists(place) or _holds(place, told, seal))


def _holds(path: Path, told: bytes, seal: Seal) -> bool:
    try:
        return seal.open(read_bounded(path, TURN_LIMIT)) == told
    except Unreadable:
        return False


def _is_sealed(name: str) -> bool:
    found = _UNFINISHED.fullmatch(name)
    return (found[1] if found else name).endswith(AGE)


def _tells(name: str) -> bool:
    if name.endswith(".lock"):
        return False
    if found := _UNFINISHED.fullmatch(name):
        return _tells(found[1])
    return bool(id_in(name)) or (name.removesuffix(AGE).endswith(".toml") and not name.startswith("."))


def _names(home: Home) -> list[str]:
    """Return the names of all files; raise OSError when they are out of reach, as nothing may seem turned."""
    try:
        with os.scandir(home.saves) as entries:
            return sorted(entry.name for entry in entries if not entry.is_dir(follow_symlinks=False))
    except (FileNotFoundError, NotADirectoryError):
        return []  # no evenings are there


def opens(path: Path, seal: Seal) -> bool:
    """Return whether *seal* opens the file at *path*."""
    try:
        seal.open(read_bounded(path, TURN_LIMIT))
    except Unreadable:
        return False
    return True
