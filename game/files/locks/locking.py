"""Putting a lock on a home, changing it, and taking it off: every evening is turned, and none is lost."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from game.files.atomic import Unreadable, forget, name_also, numbered, sweep, write_whole
from game.files.locks.door import Occupied, alone_with, passing, see_to_evenings
from game.files.locks.keyhole import Errand, Forged, forge
from game.files.locks.lock import Lock, identity_path, lock_of, mark_of, opened, see_to_lock, why_shut
from game.files.locks.turning import (
    id_in,
    open_file,
    opens,
    plain_files,
    seal_files,
    sealed_files,
    unfinished_files,
)
from game.files.paths import Home, open_home
from game.files.problems import Problem, Trouble, reason
from game.files.seal import PLAIN, Age, Key
from game.words import say
from game.words.text import plain_text

IsOver = Callable[[], bool]
"""Whether to stop between two files, because somebody leaves."""


def _never() -> bool:
    return False


@contextmanager
def _told() -> Iterator[None]:
    """Tell what stops it in a sentence: nothing is lost, and it can be tried again."""
    try:
        yield
    except (OSError, Unreadable) as error:
        why = reason(error) if isinstance(error, OSError) else str(error).rstrip(".")
        raise Trouble(say("private.stopped", reason=why)) from error


@dataclass(frozen=True, slots=True)
class Turned:
    """A home whose every evening has been turned, and the files that could not be."""

    home: Home
    left: tuple[Problem, ...] = ()


@_told()
def lock_home(home: Home, forged: Forged, is_over: IsOver = _never) -> Turned:
    """Put a lock on *home* and seal every evening; raise Trouble when it has one, or an evening is open.

    When it is interrupted, or *is_over* between two files, the home is locked, and `settle` does the rest.
    """
    open_home(home)
    with passing(home):
        if lock_of(home) is Lock.LOCKED:
            raise Trouble(say("private.already"))
        if sealed_files(home):
            raise Trouble(say("private.keyless"))
        see_to_evenings(home)
        _write_identity(home, forged)
        locked = opened(home, forged.key)
        return Turned(locked, _settle(locked, is_over))


@_told()
def settle(home: Home, is_over: IsOver = _never) -> tuple[Problem, ...]:
    """Seal what lies in plain in a locked *home*, but for open evenings; return what could not be."""
    if home.seal is PLAIN or not plain_files(home):
        return ()
    with passing(home):
        see_to_lock(home)
        return _settle(home, is_over)


@_told()
def unlock_home(home: Home, is_over: IsOver = _never) -> Home:
    """Make every evening of the opened *home* plain and remove its lock.

    Raise Trouble, before anything is changed, when an evening is open or cannot be opened. When it is
    interrupted, or *is_over* between two files, the home is still locked.
    """
    with passing(home):
        see_to_lock(home)
        see_to_evenings(home)
        if strange := [path for path in sealed_files(home) if not opens(path, home.seal)]:
            names = ", ".join(plain_text(path.name) for path in strange)
            raise Trouble(say("private.strange", names=names))
        for path in _until(is_over, sealed_files(home)):
            open_file(path, home.seal)
        for path in unfinished_files(home):
            forget(path)
        sweep(identity_path(home))
        if sealed_files(home):  # whoever else puts files here may be as fast; the key goes last of all
            raise Trouble(say("private.halted"))
        forget(identity_path(home))
        return replace(home, seal=PLAIN)


# the key


def reforging(home: Home, passphrase: str) -> Errand[Forged]:
    """Begin to put the key of the opened *home* behind another *passphrase*, for `change_passphrase`."""
    if not isinstance(home.seal, Age):
        raise Trouble(why_shut(home))
    return forge(passphrase, home.seal.key)


@_told()
def change_passphrase(home: Home, forged: Forged) -> Home:
    """Put the key of the opened *home* behind another passphrase; the one before opens it no more."""
    with passing(home):
        see_to_lock(home)
        _write_identity(home, forged)
        return opened(home, forged.key)


@_told()
def see_to_key(home: Home, key: Key) -> None:
    """Raise Trouble when there are sealed evenings in *home*, and *key* opens none of them."""
    sealed = sealed_files(home)
    if sealed and not any(opens(path, Age(key)) for path in sealed):
        raise Trouble(say("private.key.strange", evenings=len(sealed)))


@dataclass(frozen=True, slots=True)
class Recovered:
    """A home whose lock was made anew, and where the one before lies, if there was one."""

    home: Home
    before: Path | None = None


@_told()
def recover_home(home: Home, forged: Forged) -> Recovered:
    """Make the lock of *home* anew from the key of its recovery sheet; what was there is set aside.

    Raise Trouble when the key opens nothing here.
    """
    open_home(home)
    with passing(home):
        if lock_of(home) is Lock.NONE:
            raise Trouble(say("private.none"))
        see_to_key(home, forged.key)
        before = _put_by(home)
        _write_identity(home, forged)
        return Recovered(opened(home, forged.key), before)


def recovered_line(recovered: Recovered) -> str:
    """Return what to say once the lock is made anew."""
    before = recovered.before
    return say("private.done.recover.before", name=before.name) if before else say("private.done.recover")


@_told()
def carry_lock(home: Home, place: Home) -> Home:
    """Return the home *place* for an evening of *home* to go on in: under the same lock, if *home* has one.

    Raise Trouble when *place* has another lock, or plain evenings that somebody may want to stay so.
    """
    seal = home.seal
    if not isinstance(seal, Age):
        return place
    with passing(place):
        if mark_of(place) != seal.mark:
            if lock_of(place) is not Lock.NONE or plain_files(place):
                raise Trouble(say("private.elsewhere"))
            _write_identity(place, Forged(seal.key, seal.locked))
    return replace(place, seal=seal)


# how it is done


def _settle(home: Home, is_over: IsOver) -> tuple[Problem, ...]:
    """Seal what lies in plain, evening by evening. Whoever calls it stands in the door."""
    files = defaultdict(list)
    for path in plain_files(home):
        files[id_in(path.name)].append(path)
    left: list[Problem] = []
    for id, paths in files.items():
        with suppress(Occupied), _told(), alone_with(home, id) if id else nullcontext():
            left += seal_files(_until(is_over, paths), home.seal)
    return tuple(left)


def _until(is_over: IsOver, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield *paths* until it is over; raise Trouble then."""
    for path in paths:
        if is_over():
            raise Trouble(say("private.halted"))
        yield path


def _write_identity(home: Home, forged: Forged) -> None:
    sweep(identity_path(home))
    write_whole(identity_path(home), forged.locked)


def _put_by(home: Home) -> Path | None:
    """Give the key file as it is, if it is there, a second name, and return that."""
    path, number = identity_path(home), 1
    while path.exists():
        before = numbered(path, "before", number)
        with suppress(FileExistsError):
            name_also(path, before)
            return before
        number += 1
    return None
