"""The door of a home: whoever opens an evening passes it, and whoever turns the whole home stands in it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.files.paths import Home
from game.files.problems import SaveProblem, Trouble, reason, shortened
from game.words import say
from game.words.text import plain_text

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 2.0
"""Seconds to wait for another window that stands in the door; passing takes it no time."""
_DOOR = ".door.lock"


class Occupied(Trouble):
    """Another window stands in the door, or has an evening open."""


@contextmanager
def passing(home: Home) -> Iterator[None]:
    """Stand in the door of *home*: meanwhile no other window opens an evening there, or turns the home.

    Raise Occupied when another window stands there for longer than PATIENCE, SaveProblem when nobody can.
    """
    with _held(home.saves / _DOOR, PATIENCE, say("private.door")):
        yield


@contextmanager
def alone_with(home: Home, id: str) -> Iterator[None]:
    """Hold the evening *id* of *home*; raise Occupied when another window has it open."""
    with _held(home.saves / f"{id}.lock", 0, say("problem.save.open-elsewhere", evening=shortened(id))):
        yield


def see_to_evenings(home: Home) -> None:
    """Raise Occupied when any evening of *home* is open. For whoever stands in the door: none opens after."""
    for path in sorted(home.saves.glob("*.lock")):
        if path.name != _DOOR:
            with alone_with(home, path.stem):
                pass


@contextmanager
def _held(path: Path, patience: float, busy: str) -> Iterator[None]:
    from filelock import Timeout  # start-up does without locks

    lock = _lock(path, patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise Occupied(busy) from error
    except (OSError, NotImplementedError) as error:
        why = reason(error) if isinstance(error, OSError) else say("problem.os.locks")
        raise SaveProblem(say("problem.save.keep", path=plain_text(str(path)), reason=why)) from error
    try:
        yield
    finally:
        # Where a disk does not even let go of a lock, the end of the program does.
        with suppress(OSError):
            lock.release()


def _lock(path: Path, patience: float) -> "BaseFileLock":
    from filelock import FileLock  # for the same reason

    return FileLock(path, timeout=patience, poll_interval=0.01, mode=0o600, thread_local=False)
