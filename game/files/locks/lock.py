"""The lock of a home: whether there is one, and how it is opened.

The key lies beside the evenings as `identity.age`, behind a passphrase. It is written before the first one is
sealed and removed after the last one is plain again: nothing is ever sealed to a key that is not there.
"""

from dataclasses import replace
from enum import Enum
from hashlib import sha256
from pathlib import Path

from game.files.atomic import Unreadable, read_bounded
from game.files.locks.keyhole import DamagedLock, Errand, see_to_work, turn
from game.files.locks.locksmith import leave_no_core
from game.files.locks.turning import sealed_files
from game.files.paths import Home
from game.files.problems import Trouble
from game.files.seal import PLAIN, Age, Key, need_age
from game.words import say

IDENTITY = "identity.age"
IDENTITY_LIMIT = 1 << 16
"""Bytes in the file of the key."""


class Lock(Enum):
    """What a home's door is like."""

    NONE = "none"
    LOCKED = "locked"
    KEYLESS = "keyless"
    """There are sealed evenings, and the file of their key is gone."""


def lock_of(home: Home) -> Lock:
    """Return what the door of *home* is like; nothing is asked and nothing is changed."""
    if identity_path(home).exists() or identity_path(home).is_symlink():
        return Lock.LOCKED
    try:
        return Lock.KEYLESS if sealed_files(home) else Lock.NONE
    except OSError:
        return Lock.NONE  # `why_closed` tells why none of them is in reach


def identity_path(home: Home) -> Path:
    """Return where the key of *home* lies: with the evenings, so that whoever copies them copies it too."""
    return home.saves / IDENTITY


def is_shut(home: Home) -> bool:
    """Return whether evenings of *home* are locked, and it has not been opened."""
    return home.seal is PLAIN and lock_of(home) is not Lock.NONE


def see_to_identity(home: Home) -> None:
    """Raise Trouble, before anybody is asked, where no passphrase opens *home*."""
    need_age()
    see_to_work(_identity(home))


def opening(home: Home, passphrase: str) -> Errand[Home]:
    """Begin to open *home*; the answer is the home with its key.

    Raise Trouble, before any work, when there is no lock that a passphrase could open.
    """
    locked = _identity(home)
    return turn(locked, passphrase, lambda key: _carrying(home, key, locked))


def opened(home: Home, key: Key) -> Home:
    """Return *home* as the one who holds *key* sees it."""
    return _carrying(home, key, _identity(home))


def see_to_lock(home: Home) -> None:
    """Raise Trouble unless *home* is still in the form that it was opened in."""
    if home.seal is PLAIN and lock_of(home) is not Lock.NONE:
        raise Trouble(why_shut(home))
    if home.seal.mark != mark_of(home):
        raise Trouble(say("private.changed"))


def why_shut(home: Home) -> str:
    """Return the sentence that says why the evenings of *home* cannot be read."""
    return say("private.keyless" if lock_of(home) is Lock.KEYLESS else "private.locked")


def _carrying(home: Home, key: Key, locked: bytes) -> Home:
    need_age()
    leave_no_core()
    return replace(home, seal=Age(key, locked))


def _identity(home: Home) -> bytes:
    """Return the locked key of *home*; raise Trouble when it is missing or cannot be read."""
    if lock_of(home) is not Lock.LOCKED:
        raise Trouble(say("private.keyless" if lock_of(home) is Lock.KEYLESS else "private.none"))
    try:
        return read_bounded(identity_path(home), IDENTITY_LIMIT)
    except Unreadable as error:
        raise DamagedLock(say("private.unreadable", reason=error)) from error


def mark_of(home: Home) -> str:
    """Return what tells this lock from any other, or nothing where there is none."""
    return sha256(_identity(home)).hexdigest() if lock_of(home) is not Lock.NONE else ""
