"""The names in the folder of evenings: which files belong to which evening, and which id is free.

An evening `ID` has its newest state in `ID.toml`, the one before in `.ID.previous`, older ones in
`.ID.card-N`, and `ID.lock` for whoever writes it. `ID.kept-N.toml` and `ID.damaged-N.toml` are what was put
by, and `ID.md` is what was written down for people to read; any other name that begins with an id is a copy
that a sync tool has left. In a locked home each of them but the lock has `.age` after its name. Where that
name is taken, turning the lock puts `.copy-N` after the id.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from game.files.atomic import FRESH, numbered
from game.files.paths import Home
from game.files.seal import AGE

_ID = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)", re.ASCII)
"""A day, and the number of the evening on it."""
_BEFORE = re.compile(r"\.(?P<id>\d{4}-\d\d-\d\d-\d+)\.previous(?P<age>\.age)?", re.ASCII)
_OLDER = re.compile(r"\.(?P<id>.+)\.card-(?P<cards>\d{1,3})(?P<age>\.age)?", re.ASCII)
_PUT_BY = re.compile(r"(kept|damaged)-\d+", re.ASCII)


def is_evening(path: Path) -> bool:
    """Return whether *path* has the name of an evening; copies and damaged files have other names."""
    return _ID.fullmatch(id_of(path)) is not None


def id_of(path: Path) -> str:
    """Return the name of a file of an evening without its endings; that of an evening itself is its id."""
    return path.name.removesuffix(AGE).removesuffix(".toml")


def evening_path(home: Home, id: str) -> Path:
    """Return where the evening *id* is written, in the form that *home* is in."""
    return home.saves / f"{id}.toml{home.seal.ending}"


def saved_paths(home: Home) -> list[Path]:
    """Return every file that may be an evening: newest first, copies right after what they are copies of.

    An evening whose newest state is gone is named all the same while the one before is there. Where a kill
    has left one both plain and sealed, the sealed file stands for the two.
    """
    every = _names(home.saves)
    names = {name for name in every if _is_shown(name)}
    names -= {name.removesuffix(AGE) for name in names if name.endswith(AGE)}
    ids = {id_of(Path(name)) for name in names}
    found = filter(None, map(_BEFORE.fullmatch, every))
    names |= {f"{each['id']}.toml{each['age'] or ''}" for each in found if each["id"] not in ids}
    return sorted((home.saves / name for name in sorted(names)), key=_age, reverse=True)


def evening_paths(home: Home) -> list[Path]:
    """Return every evening, newest first."""
    return [path for path in saved_paths(home) if is_evening(path)]


def lock_path(home: Home, id: str) -> Path:
    """Return the file that whoever writes the evening *id* holds a lock on."""
    return home.saves / f"{id}.lock"


def previous_of(path: Path) -> Path:
    """Return where the generation before the save at *path* is kept."""
    return path.with_name(f".{id_of(path)}.previous{_ending(path)}")


def older_of(path: Path, cards: int | str) -> Path:
    """Return where the evening at *path* is kept as it stood when so many *cards* were closed."""
    return path.with_name(f".{id_of(path)}.card-{cards}{_ending(path)}")


def older_paths(path: Path) -> list[tuple[int, Path]]:
    """Return what is kept of the evening at *path* as it stood after so many cards, the newest first."""
    found = (_OLDER.fullmatch(name) for name in _names(path.parent))
    ours = (each for each in found if each and each["id"] == id_of(path))
    cards = {int(each["cards"]) for each in ours if (each["age"] or "") == _ending(path)}
    return [(each, older_of(path, each)) for each in sorted(cards, reverse=True)]


def copies_of(path: Path) -> list[Path]:
    """Return every file beside the evening at *path* that is a copy of it, by whomever."""
    names = (name for name in _names(path.parent) if _is_shown(name))
    copies = (path.with_name(name) for name in names if _begins(name) == id_of(path))
    return sorted(copy for copy in copies if copy != path)


def is_put_by(copy: Path) -> bool:
    """Return whether the game itself has put *copy* by; any other is a sync tool's."""
    return _PUT_BY.fullmatch(copy_name(copy)) is not None


def copy_name(copy: Path) -> str:
    """Return what the name of *copy* has more than that of its evening."""
    return id_of(copy).removeprefix(_begins(copy.name)).strip(" .-_")


def free_copy(path: Path) -> Path:
    """Return a name for a copy of the evening at *path* that nothing has."""
    taken, number = set(_names(path.parent)), 1
    while numbered(path, "kept", number).name in taken:
        number += 1
    return numbered(path, "kept", number)


def text_path(path: Path) -> Path:
    """Return where the evening at *path* is written down for people to read."""
    return path.with_name(f"{id_of(path)}.md")


def leftovers_of(path: Path) -> Iterator[Path]:
    """Yield every file of the evening at *path*: its states, copies, and what crashes have left."""
    for name in sorted(_names(path.parent)):
        if _begins(name.lstrip(".")) == id_of(path):
            yield path.with_name(name)


def is_own(path: Path, id: str) -> bool:
    """Return whether the game itself has made *path* for the evening *id*; its lock is not meant."""
    begins = rf"{id}(\.copy-\d+)*"  # the lock leaves a copy where a name was taken by something else
    shown = rf"{begins}(\.(kept|damaged)-\d+)?\.toml|{begins}\.md"
    any_form = rf"({shown}|\.{begins}\.(previous|card-\d+))(\{AGE})?"
    unfinished = (
        rf"\.{{1,2}}{any_form}(\.[0-9a-f]+\{FRESH}){{1,2}}"  # a new file is written beside a draft of it
    )
    return re.fullmatch(rf"{any_form}|{unfinished}", path.name, re.ASCII) is not None


def take_id(home: Home, day: date) -> str:
    """Return an id for a new evening on *day* that nobody else gets; raise OSError if none can be had."""
    names = os.listdir(home.saves)  # noqa: PTH208 -- and none of them may seem free because it cannot be seen
    known = filter(None, (_ID.match(name.lstrip(".")) for name in names))
    number = 1 + max((int(match[2]) for match in known if match[1] == day.isoformat()), default=0)
    while True:
        id = f"{day.isoformat()}-{number}"
        try:
            # Whoever makes the lock file has the id.
            descriptor = os.open(lock_path(home, id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            number += 1
            continue
        if os.name != "nt":
            os.fchmod(descriptor, 0o600)  # whatever the umask
        os.close(descriptor)
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


def _is_shown(name: str) -> bool:
    """Return whether a file called *name* may be an evening, or a copy of one."""
    return name.removesuffix(AGE).endswith(".toml") and name[0] != "."


def _ending(path: Path) -> str:
    return AGE if path.name.endswith(AGE) else ""


def _begins(name: str) -> str:
    """Return the id that *name* begins with, or nothing."""
    found = _ID.match(name)
    return found[0] if found else ""


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 -- ten thousand names are faster than as many paths
    except OSError:
        return []  # `why_closed` tells why


def _age(path: Path) -> tuple[str, int, bool]:
    found = _ID.match(id_of(path))
    return (found[1], int(found[2]), found[0] == id_of(path)) if found else ("", 0, False)
