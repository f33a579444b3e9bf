"""The names in the folder of evenings: which files are evenings, which are copies, and which id is free."""

import os
import re
from datetime import date
from pathlib import Path

from game.files.paths import Home

_ID = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)")
"""A day, and the number of the evening on it."""


def is_evening(path: Path) -> bool:
    """Return whether *path* has the name of an evening; copies and damaged files have other names."""
    return _ID.fullmatch(path.stem) is not None


def saved_paths(home: Home) -> list[Path]:
    """Return every file that may be an evening: newest first, copies right after what they are copies of."""
    paths = (path for path in _each(home) if path.suffix == ".toml" and path.name[0] != ".")
    return sorted(sorted(paths), key=_age, reverse=True)


def evening_paths(home: Home) -> list[Path]:
    """Return every evening, newest first."""
    return [path for path in saved_paths(home) if is_evening(path)]


def lock_path(home: Home, id: str) -> Path:
    """Return the file that whoever writes the evening *id* holds a lock on."""
    return home.saves / f"{id}.lock"


def take_id(home: Home, day: date) -> str:
    """Return an id for a new evening on *day* that nobody else gets; raise OSError if none can be had."""
    known = filter(None, (_ID.match(path.name.lstrip(".")) for path in _each(home)))
    number = 1 + max((int(match[2]) for match in known if match[1] == day.isoformat()), default=0)
    while True:
        id = f"{day.isoformat()}-{number}"
        try:
            # Whoever makes the lock file has the id.
            os.close(os.open(lock_path(home, id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        else:
            return id


def why_closed(home: Home) -> OSError | None:
    """Return why the folder cannot be listed, or None when it can, or is not there yet."""
    try:
        os.scandir(home.saves).close()
    except FileNotFoundError:
        return None
    except OSError as error:
        return error
    return None


def _each(home: Home) -> list[Path]:
    try:
        return list(home.saves.iterdir())
    except OSError:
        return []  # `why_closed` tells why


def _age(path: Path) -> tuple[str, int, bool]:
    found = _ID.match(path.stem)
    return (found[1], int(found[2]), found[0] == path.stem) if found else ("", 0, False)
