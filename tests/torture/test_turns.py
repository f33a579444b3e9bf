"""A home is locked, unlocked, or gets another passphrase, and any file operation of it fails or is the last.

Whatever happens, every evening is there as it was, in one form or the other, the home opens by the passphrase
before or by the new one, and once the turn is ended nothing of the other form is left.
"""

import errno
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from game.files.atomic import write_whole
from game.files.evenings.check import check_save
from game.files.evenings.folder import evening_paths
from game.files.locks import locking, turning
from game.files.locks.keyhole import Forged
from game.files.locks.lock import Lock, identity_path, lock_of, opening
from game.files.locks.locking import change_passphrase, lock_home, settle, unlock_home
from game.files.locks.turning import plain_files, sealed_files
from game.files.paths import Home
from game.files.problems import Trouble
from game.files.seal import AGE
from tests.files import quicksmith
from tests.files.locked import FORGED, KEY, OTHER_PASSPHRASE, PASSPHRASE
from tests.torture import weak
from tests.torture.evening import OPEN, a_home, an_evening, home_at, told_plainly
from tests.torture.faulty import failing, kill, struck
from tests.torture.sitting import before, sit
from tests.torture.tally import Tally

TURNS = (
    "locking, unlocking, another passphrase, an error or a kill at every operation: every evening is there"
)
AGAIN = Forged(KEY, quicksmith.quick(KEY.text, OTHER_PASSPHRASE))
"""The same key behind another passphrase."""
STRIKES = {
    "KILL": kill,
    **{
        errno.errorcode[code]: failing(code)
        for code in (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE)
    },
}
DONE, TOLD = 0, 1
"""What comes of a turn: it is done, or somebody was told why it is not."""
Told = dict[str, bytes]
"""What every file of the evenings tells, by its name in an open home."""


def _lock(home: Home) -> bool:
    return not lock_home(home, FORGED).left


def _unlock(home: Home) -> bool:
    return bool(unlock_home(home))


def _change(home: Home) -> bool:
    return bool(change_passphrase(home, AGAIN))


TURNED: dict[str, Callable[[Home], bool]] = {"lock": _lock, "unlock": _unlock, "passphrase": _change}


def turn(name: str, home: Home) -> int:
    """Do the turn *name*, and return what came of it."""
    try:
        return DONE if TURNED[name](home) else TOLD
    except Trouble:
        return TOLD


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Return an open and a locked home with three evenings that have a past, a copy, and a damaged file."""
    folder = tmp_path_factory.mktemp("past")
    home = a_home(folder / "open", OPEN)
    for seed in (1, 2, 3):
        save = an_evening(home, seed)
        sit(home, save, before(save))
    shutil.copy(save, home.saves / "Copy of a day.toml")
    (home.saves / save.name.replace(".toml", ".damaged-1.toml")).write_bytes(save.read_bytes()[:-9])
    for path in home.saves.glob("*.lock"):
        path.unlink()
    shutil.copytree(home.root, folder / "locked")
    lock_home(home_at(folder / "locked"), FORGED)
    return {False: folder / "open", True: folder / "locked"}


def told(home: Home) -> Told:
    """Return what is told in *home*; what is there in both forms, and differs, is told as nothing."""
    found: Told = {}
    for path in (*plain_files(home), *sealed_files(home)):
        if path.suffix == ".new":
            continue
        words = home.seal.open(path.read_bytes())
        name = path.name.removesuffix(AGE)
        found[name] = words if found.get(name, words) == words else b""
    return found


def lost(home: Home, whole: Told) -> Iterator[str]:
    """Yield what is wrong in *home*, wherever its turn stands."""
    if lock_of(home) is Lock.LOCKED and identity_path(home).read_bytes() not in (FORGED.locked, AGAIN.locked):
        yield "neither passphrase opens it"
        return
    home = home_at(home.root)
    if lock_of(home) is Lock.KEYLESS:
        yield "the key is gone"
        return
    there = told(home)
    yield from (f"lost: {name}" for name, words in whole.items() if there.get(name) != words)
    yield from (f"invented: {name}" for name in there.keys() - whole.keys())


def unreadable(home: Home) -> Iterator[str]:
    """Yield each evening of *home* that the game itself finds damaged."""
    home = home_at(home.root)
    checks = [check_save(path, home.seal) for path in evening_paths(home)]
    yield from (f"damaged: {check.id}" for check in checks if not check.ok)


def unfinished(home: Home, name: str) -> Iterator[str]:
    """Yield what is left of the form before, in a *home* whose turn is said to be done."""
    if name == "unlock":
        yield from (f"sealed: {path.name}" for path in sealed_files(home))
        yield from ["it is locked"] if lock_of(home) is not Lock.NONE else []
    else:
        yield from told_plainly(home.saves)
        kept = AGAIN if name == "passphrase" else FORGED
        yield from ["another lock"] if identity_path(home).read_bytes() != kept.locked else []


def end(home: Home, name: str) -> None:
    """Do what is left to do, as the next run of the game and the two would."""
    now = lock_of(home)
    if name == "lock" and now is Lock.LOCKED:
        settle(home)
    elif name != "unlock" or now is Lock.LOCKED:
        TURNED[name](home)


def interrupted(
    past: dict[bool, Path], folder: Path, name: str, number: int, strike: Callable[[], None]
) -> tuple[str, list[str]]:
    """Strike a turn at its operation *number*; return that one's name, and what is wrong then or after it."""
    template = past[name != "lock"]
    whole = told(home_at(template))
    home = home_at(Path(shutil.copytree(template, folder)))
    code, operation = struck(home.root, number, strike, partial(turn, name, home))
    wrong = [*lost(home, whole), *unreadable(home)]
    if not wrong:
        wrong += unfinished(home, name) if code == DONE else []
        wrong += [f"it broke: {code}"] if code not in (DONE, TOLD) and strike is not kill else []
        end(home_at(home.root), name)
        wrong += (*lost(home, whole), *unfinished(home, name))
    shutil.rmtree(folder)
    return operation, wrong


def swept(past: dict[bool, Path], folder: Path, name: str, what: str, every: int, tally: Tally) -> None:
    """Strike a turn at each operation, or at *every* so many."""
    for number in count(1 if every == 1 else 3, every):
        operation, wrong = interrupted(past, folder / f"{what}-{number}", name, number, STRIKES[what])
        if not operation:
            return
        tally.tried(*(f"{name}, {what} at {number}, {operation}: {each}" for each in wrong), **{name: 1})


@pytest.mark.parametrize(
    ("name", "what", "every"), [("lock", "KILL", 23), ("unlock", "EIO", 23), ("passphrase", "EIO", 3)]
)
def test_a_turn_that_is_interrupted_loses_nothing(
    name: str, what: str, every: int, past: dict[bool, Path], memory: Path, tallied: Callable[[str], Tally]
) -> None:
    swept(past, memory, name, what, every, tallied(TURNS))


@pytest.mark.torture
@pytest.mark.parametrize("what", STRIKES)
@pytest.mark.parametrize("name", TURNED)
def test_a_turn_that_is_interrupted_anywhere_loses_nothing(
    name: str, what: str, past: dict[bool, Path], memory: Path, tallied: Callable[[str], Tally]
) -> None:
    tally = tallied(TURNS)
    swept(past, memory, name, what, 1, tally)
    assert tally.count > 20


def test_both_locks_are_opened_by_their_passphrases(past: dict[bool, Path], memory: Path) -> None:
    home = home_at(Path(shutil.copytree(past[True], memory / "home")))

    assert opening(home, PASSPHRASE).result().seal.mark == home.seal.mark
    assert opening(change_passphrase(home, AGAIN), OTHER_PASSPHRASE).result().seal.mark != home.seal.mark


def _first_removed(path: Path, target: Path, *rest: object) -> None:
    """Turn a file as one would who trusts that nothing happens meanwhile."""
    path.unlink()
    write_whole(target, rest[-1])  # type: ignore[arg-type]


def _copied(_: Path, target: Path, *rest: object) -> None:
    """Turn a file, and let the one before stay."""
    write_whole(target, rest[-1])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("room", "place", "weakness", "name", "what"),
    [
        (turning, "_turn", _first_removed, "lock", "lost"),
        (turning, "_turn", _copied, "lock", "in plain"),
        (locking, "write_whole", weak.in_place, "passphrase", "neither passphrase opens it"),
    ],
    ids=["removes before it writes", "leaves a copy", "writes a lock in place"],
)
def test_a_weak_turn_is_seen_through(
    room: object,
    place: str,
    weakness: Callable[..., None],
    name: str,
    what: str,
    past: dict[bool, Path],
    memory: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, place, weakness)
    found: set[str] = set()
    for number in range(1, 150):
        operation, wrong = interrupted(past, memory / str(number), name, number, kill)
        found |= {each.partition(":")[0] for each in wrong}
        if what in found or not operation:
            break

    assert what in found
