"""A home that is locked, unlocked and interrupted at any moment: no evening is lost, and none stays plain."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from game.engine.record import Record
from game.files import atomic
from game.files.atomic import FRESH
from game.files.evenings.archive import list_evenings, new_id
from game.files.evenings.folder import previous_of
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import read_save, write_save
from game.files.locks import turning
from game.files.locks.door import Occupied, passing
from game.files.locks.keyhole import DamagedLock, WrongPassphrase
from game.files.locks.lock import Lock, identity_path, lock_of, opened, opening, see_to_identity
from game.files.locks.locking import (
    change_passphrase,
    lock_home,
    recover_home,
    see_to_key,
    settle,
    unlock_home,
)
from game.files.locks.turning import plain_files, sealed_files
from game.files.paths import Home, find_home, open_home
from game.files.problems import Trouble
from game.files.seal import AGE, PLAIN, Age, is_sealed
from game.sitting import resume
from tests.files.disk import Disk, Names, Power, failing, killed_at
from tests.files.invention import played
from tests.files.locked import (
    FORGED,
    KEY,
    OTHER_FORGED,
    OTHER_KEY,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    contents,
    forged_factor,
    locked,
    names,
)

ONE, TWO = "2026-11-20-1", "2026-11-22-1"
CANARY = "We saw a canary in the chimney."
RECORDS = {ONE: played(9), TWO: played(12)}
"""The evenings of a home with a past, and how each of them stands."""
PAST = (f"{ONE}.toml", f"{TWO}.toml", f".{TWO}.previous", f"{TWO}.damaged-1.toml", "Copy of a day.toml")
"""The files of that home; each tells something of an evening."""


def lived_in(home: Home, size: str = "large") -> Home:
    """Fill *home*: two evenings, one saved twice, a damaged file, a copy, and what a crash has left.

    A small home has only the one that was saved twice.
    """
    write_save(home.saves / f"{TWO}.toml", played(11), 11)
    write_save(home.saves / f"{TWO}.toml", RECORDS[TWO], 12)
    (home.saves / f".{TWO}.toml.0badcafe{FRESH}").write_text(CANARY)
    if size == "small":
        return home
    write_save(home.saves / f"{ONE}.toml", RECORDS[ONE], 9)
    (home.saves / f"{TWO}.damaged-1.toml").write_text(f"{CANARY}\x00")
    shutil.copy(home.saves / f"{ONE}.toml", home.saves / "Copy of a day.toml")
    return home


@pytest.fixture
def past(home: Home) -> Home:
    """Return a plain home with a past."""
    return lived_in(home)


def told(home: Home) -> dict[str, Record]:
    """Return the evenings of *home* by id, as they are read."""
    return {
        entry.id: read_save(entry.path, home.seal).record
        for entry in list_evenings(home)
        if entry.problem is None
    }


# locking


def test_locking_seals_every_file_and_leaves_no_plain_copy(past: Home) -> None:
    turned = lock_home(past, FORGED)

    assert turned.left == ()
    assert names(past) == sorted([".gitignore", "identity.age", *(f"{name}{AGE}" for name in PAST)])
    assert all(is_sealed(data) for name, data in contents(past).items() if name.endswith(AGE))
    assert not [name for name, data in contents(past).items() if CANARY.encode() in data]
    assert told(turned.home) == RECORDS
    assert read_save(previous_of(turned.home.saves / f"{TWO}.toml{AGE}"), turned.home.seal).number == 11
    assert {path.stat().st_mode & 0o777 for path in past.saves.iterdir() if path.suffix == AGE} == {0o600}


def test_what_is_sealed_is_the_very_file_that_was_there(past: Home) -> None:
    before = contents(past)

    seal = locked(past).seal

    assert {name: seal.open((past.saves / f"{name}{AGE}").read_bytes()) for name in PAST} == {
        name: before[name] for name in PAST
    }


def test_unlocking_brings_every_file_back_as_it_was(past: Home) -> None:
    before = {name: data for name, data in contents(past).items() if not name.endswith(FRESH)}

    plain = unlock_home(locked(past))

    assert plain.seal is PLAIN
    assert {name: data for name, data in contents(past).items() if not name.endswith(".lock")} == before
    assert lock_of(past) is Lock.NONE


def test_an_evening_in_a_locked_home_is_only_ever_written_sealed(home: Home) -> None:
    home = locked(home)
    keeper = Keeper(home, ONE)
    for moves in range(0, 61, 12):
        keeper.keep(played(moves))
    keeper.close()

    sealed = [name for name in names(home) if name not in (".gitignore", "identity.age")]
    assert {f".{ONE}.previous{AGE}", f"{ONE}.toml{AGE}"} < set(sealed)
    assert [name for name in sealed if f".{ONE}.card-" in name] != []
    assert all(is_sealed((home.saves / name).read_bytes()) for name in sealed)
    assert told(home) == {ONE: played(60)}


def test_a_locked_evening_whose_newest_state_is_damaged_gives_the_one_before(past: Home) -> None:
    home = locked(past)
    path = home.saves / f"{TWO}.toml{AGE}"
    path.write_bytes(path.read_bytes()[:-9])

    keeper = Keeper(home, TWO)
    keeper.close()

    assert keeper.found is not None
    assert (keeper.found.record, keeper.found.number) == (played(11), 11)
    assert f"{TWO}.damaged-2.toml{AGE}" in names(home)


def test_a_lock_can_only_be_put_on_once(past: Home) -> None:
    locked(past)
    before = contents(past)

    with pytest.raises(Trouble, match="locked already"):
        lock_home(past, OTHER_FORGED)

    assert contents(past) == before


def test_nothing_is_turned_while_an_evening_is_open_elsewhere(past: Home) -> None:
    keeper = Keeper(past, TWO)
    before = contents(past)

    with pytest.raises(Occupied, match=f"The evening {TWO} is open in another window"):
        lock_home(past, FORGED)

    assert contents(past) == before
    keeper.close()
    home = locked(past)
    keeper = Keeper(home, TWO)
    with pytest.raises(Occupied, match="is open in another window"):
        unlock_home(home)
    assert lock_of(home) is Lock.LOCKED
    keeper.close()


def test_nobody_opens_an_evening_while_the_home_is_turned(
    past: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.files.locks.door.PATIENCE", 0.05)

    with passing(past), pytest.raises(Occupied, match="just opening an evening or turning the lock"):
        Keeper(past, TWO)

    Keeper(past, TWO).close()


def test_a_window_from_before_the_lock_writes_nothing_plain(past: Home) -> None:
    locked(past)
    before = contents(past)

    for id in (TWO, new_id(past, date(2026, 11, 23))):
        with pytest.raises(Trouble, match="This home is locked"):
            Keeper(past, id)

    assert {name: data for name, data in contents(past).items() if not name.endswith(".lock")} == {
        name: data for name, data in before.items() if not name.endswith(".lock")
    }


def test_a_window_from_before_another_lock_seals_nothing_to_a_key_that_is_gone(past: Home) -> None:
    old = locked(past)
    unlock_home(old)
    with pytest.raises(Trouble, match="changed in another window"):
        Keeper(old, TWO)

    lock_home(past, OTHER_FORGED)

    with pytest.raises(Trouble, match="changed in another window"):
        Keeper(old, TWO)


def test_a_file_that_cannot_be_read_is_left_and_named(past: Home, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text(CANARY)
    (past.saves / "2026-11-24-1.toml").symlink_to(tmp_path / "elsewhere.toml")

    turned = lock_home(past, FORGED)

    assert [str(problem) for problem in turned.left] == [
        "2026-11-24-1.toml: this link leads out of its folder, so it is not followed."
    ]
    assert told(turned.home) == RECORDS
    assert (tmp_path / "elsewhere.toml").read_text() == CANARY


# opening


def test_a_home_is_opened_by_its_passphrase(past: Home) -> None:
    locked(past)

    home = opening(past, PASSPHRASE).result()

    assert told(home) == RECORDS
    assert PASSPHRASE not in repr(home)
    assert KEY.text not in repr(home)


def test_a_wrong_passphrase_changes_nothing(past: Home) -> None:
    locked(past)
    before = contents(past)

    with pytest.raises(WrongPassphrase):
        opening(past, OTHER_PASSPHRASE).result()

    assert contents(past) == before
    assert told(opening(past, PASSPHRASE).result()) == RECORDS


def test_a_locked_home_lists_its_evenings_without_telling_anything_of_them(past: Home) -> None:
    locked(past)

    assert [(entry.id, entry.names, str(entry.problem)) for entry in list_evenings(past)][:2] == [
        (TWO, ("", ""), f"{TWO}.toml.age: this evening is locked."),
        (f"{TWO}.damaged-1", ("", ""), f"{TWO}.damaged-1.toml.age: this evening is locked."),
    ]


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda data: b"", "is damaged: no passphrase opens it"),
        (lambda data: data[:70], "is damaged: no passphrase opens it"),
        (lambda data: b"A" * 100_000, "cannot be read"),
        (forged_factor, "asks for far more work"),
    ],
)
def test_a_damaged_lock_says_what_to_do_and_changes_nothing(
    past: Home, damage: Callable[[bytes], bytes], sentence: str
) -> None:
    locked(past)
    identity_path(past).write_bytes(damage(FORGED.locked))
    before = contents(past)

    for ask in (see_to_identity, lambda home: opening(home, PASSPHRASE)):
        with pytest.raises(DamagedLock, match=sentence) as told:
            ask(past)
        assert "turn-toward recover" in str(told.value)

    assert contents(past) == before


def test_a_home_without_its_key_file_writes_nothing_and_says_what_to_do(past: Home) -> None:
    locked(past)
    identity_path(past).unlink()
    before = contents(past)

    assert lock_of(past) is Lock.KEYLESS
    for attempt in (
        lambda: Keeper(past, "2026-11-24-1"),
        lambda: lock_home(past, OTHER_FORGED),
        lambda: opening(past, PASSPHRASE),
        lambda: see_to_identity(past),
    ):
        with pytest.raises(Trouble, match=r"their key file, .* is missing"):
            attempt()

    assert {name: contents(past)[name] for name in before} == before


def test_without_the_extra_a_locked_home_says_how_to_open_it_and_a_plain_one_plays(
    past: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.files.seal.find_spec", lambda name: None)
    monkeypatch.setitem(sys.modules, "pyrage", None)

    Keeper(past, TWO).close()
    identity_path(past).write_bytes(FORGED.locked)
    with pytest.raises(Trouble, match="pip install"):
        see_to_identity(past)
    with pytest.raises(Trouble, match="pip install"):
        opening(past, PASSPHRASE)


# mixed homes


def test_a_plain_evening_that_somebody_drops_into_a_locked_home_is_read_and_sealed(past: Home) -> None:
    home = locked(past)
    write_save(home.saves / "2026-11-24-1.toml", played(5), 5)

    assert told(home)["2026-11-24-1"] == played(5)
    assert settle(home) == ()

    assert plain_files(home) == []
    assert told(home) == {**RECORDS, "2026-11-24-1": played(5)}


def test_a_dropped_evening_is_sealed_when_it_is_opened(past: Home) -> None:
    home = locked(past)
    write_save(home.saves / "2026-11-24-1.toml", played(4), 4)
    write_save(home.saves / "2026-11-24-1.toml", played(5), 5)

    keeper = Keeper(home, "2026-11-24-1")
    keeper.keep(played(6))
    keeper.close()

    assert plain_files(home) == []
    assert told(home)["2026-11-24-1"] == played(6)


def test_a_dropped_evening_of_a_name_that_is_taken_becomes_a_copy_beside_it(past: Home) -> None:
    home = locked(past)
    write_save(home.saves / f"{TWO}.toml", played(3), 99)

    assert settle(home) == ()

    assert told(home) == RECORDS
    assert read_save(home.saves / f"{TWO}.copy-1.toml{AGE}", home.seal).record == played(3)


def test_what_is_open_elsewhere_is_left_for_the_next_time(past: Home) -> None:
    home = locked(past)
    keeper = Keeper(home, TWO)
    for id in (TWO, ONE):
        shutil.copy(home.saves / f"{ONE}.toml{AGE}", home.saves / f"{id}.bak")

    settle(home)

    assert [path.name for path in plain_files(home)] == [f"{TWO}.bak"]
    keeper.close()
    settle(home)
    assert plain_files(home) == []


def test_a_home_with_a_file_of_another_lock_is_not_unlocked_half(past: Home) -> None:
    home = locked(past)
    strange = home.saves / f"2026-11-24-1.toml{AGE}"
    strange.write_bytes(Age(OTHER_KEY).seal(b"format = 1\n"))
    before = contents(past)

    with pytest.raises(Trouble, match=f"does not open them: {strange.name}"):
        unlock_home(home)

    assert contents(past) == before
    strange.unlink()
    assert told(unlock_home(home)) == RECORDS


# another passphrase, and the recovery sheet


def test_another_passphrase_opens_the_same_evenings_and_the_old_one_nothing(past: Home) -> None:
    home = change_passphrase(locked(past), replace(OTHER_FORGED, key=KEY, locked=_behind(OTHER_PASSPHRASE)))

    assert told(home) == RECORDS
    assert told(opening(past, OTHER_PASSPHRASE).result()) == RECORDS
    with pytest.raises(WrongPassphrase):
        opening(past, PASSPHRASE).result()
    assert [name for name in names(past) if name.startswith("identity")] == ["identity.age"]


def _behind(passphrase: str) -> bytes:
    from tests.files.quicksmith import quick

    return quick(KEY.text, passphrase)


@pytest.mark.parametrize("damage", [None, b"", b"rubbish", FORGED.locked])
def test_the_recovery_sheet_opens_a_home_whose_lock_is_lost(past: Home, damage: bytes | None) -> None:
    locked(past)
    if damage is None:
        identity_path(past).unlink()
    else:
        identity_path(past).write_bytes(damage)

    recovered = recover_home(past, replace(FORGED, locked=_behind(OTHER_PASSPHRASE)))

    assert told(recovered.home) == RECORDS
    assert told(opening(past, OTHER_PASSPHRASE).result()) == RECORDS
    aside = past.saves / "identity.before-1.age"
    assert recovered.before == (aside if damage is not None else None)
    assert (aside.read_bytes() if aside.exists() else None) == damage


def test_the_sheet_of_another_home_changes_nothing(past: Home) -> None:
    locked(past)
    before = contents(past)

    with pytest.raises(Trouble, match="opens none of the 5 sealed files"):
        see_to_key(past, OTHER_KEY)
    with pytest.raises(Trouble, match="opens none of the 5 sealed files"):
        recover_home(past, OTHER_FORGED)

    assert contents(past) == before


# an evening that goes on elsewhere


def test_an_evening_that_goes_on_elsewhere_goes_on_under_the_same_lock(past: Home, tmp_path: Path) -> None:
    home = locked(past)
    sitting = resume(home, TWO)

    sitting.keep_elsewhere(str(tmp_path / "stick"))
    sitting.table.pause("at ten")
    sitting.leave()

    stick = find_home(tmp_path / "stick")
    assert lock_of(stick) is Lock.LOCKED
    assert plain_files(stick) == []
    assert set(told(opening(stick, PASSPHRASE).result())) == {TWO}


@pytest.mark.parametrize("other", ["plain", "locked"])
def test_a_folder_with_other_evenings_gets_no_lock_and_no_evening(
    past: Home, tmp_path: Path, other: str
) -> None:
    stick = find_home(tmp_path / "stick")
    open_home(stick)
    write_save(stick.saves / "2026-11-01-1.toml", played(5), 5)
    if other == "locked":
        lock_home(stick, OTHER_FORGED)
    before = {name: data for name, data in contents(stick).items() if not name.endswith(".lock")}
    sitting = resume(locked(past), TWO)

    with pytest.raises(Trouble, match="Another folder, please"):
        sitting.keep_elsewhere(str(stick.root))

    sitting.leave()
    assert {name: data for name, data in contents(stick).items() if not name.endswith(".lock")} == before


# interrupted anywhere


def readable(home: Home) -> dict[str, Record]:
    """Return every evening that can be read, with the key if there is a lock."""
    return told(opened(home, KEY) if lock_of(home) is Lock.LOCKED else home)


def fresh_home(folder: Path, size: str, *, is_locked: bool) -> Home:
    """Return a home with a past in *folder*, a copy of one that is made once."""
    kind = "locked" if is_locked else "plain"
    template = find_home(folder.parent / f"template-{kind}")
    if not template.root.exists():
        open_home(template)
        lived_in(template, size)
        if is_locked:
            locked(template)
    shutil.copytree(template.root, folder)
    home = find_home(folder)
    return opened(home, KEY) if is_locked else home


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sync nothing for real: a process that is killed loses nothing that it has written."""
    monkeypatch.setattr("os.fsync", lambda descriptor: None)


CODES = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.EDQUOT)
SIZES = ("small", pytest.param("large", marks=pytest.mark.torture))
ACTS: dict[str, Callable[[Home], object]] = {
    "lock": lambda home: lock_home(home, FORGED),
    "unlock": unlock_home,
}


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ACTS)
def test_killed_at_any_operation_every_evening_is_there_and_the_next_try_ends_it(
    tmp_path: Path, name: str, size: str
) -> None:
    kills = 0
    for number in count(1):
        home = fresh_home(tmp_path / str(number), size, is_locked=name == "unlock")
        was_killed = killed_at(number, atomic, partial(ACTS[name], home))

        assert readable(home) == evenings(size), number
        _finish(home, name, size)
        if not was_killed:
            break
        kills += 1
        shutil.rmtree(home.root)

    assert kills >= 40


def evenings(size: str) -> dict[str, Record]:
    """Return the evenings of a home of that size."""
    return RECORDS if size == "large" else {TWO: RECORDS[TWO]}


def _finish(home: Home, name: str, size: str = "large") -> None:
    """Go on after an interruption, and hold it against a home that was never interrupted."""
    if name == "lock":
        home = locked(home) if lock_of(home) is Lock.NONE else opened(home, KEY)
        assert settle(home) == ()
        assert plain_files(home) == []
    elif lock_of(home) is Lock.LOCKED:
        home = unlock_home(opened(home, KEY))
    assert told(home) == evenings(size)
    assert sealed_files(home) == [] or home.seal is not PLAIN
    tells = [name.removesuffix(AGE) for name in names(home) if not name.endswith(FRESH)]
    assert [name for name in tells if name not in ("identity", ".gitignore")] == sorted(
        PAST if size == "large" else [f"{TWO}.toml", f".{TWO}.previous"]
    )


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    ("code", "step"),
    [(errno.EIO, 3), *(pytest.param(code, 1, marks=pytest.mark.torture) for code in CODES)],
)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ACTS)
def test_when_any_operation_fails_it_is_told_and_every_evening_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: str, code: int, step: int
) -> None:
    for number in range(1, 300, step):
        home = fresh_home(tmp_path / str(number), size, is_locked=name == "unlock")
        disk = failing(number, code)
        with monkeypatch.context() as patched, suppress(Trouble):
            patched.setattr(atomic, "os", disk)
            ACTS[name](home)

        assert readable(home) == evenings(size), number
        _finish(home, name, size)
        if not disk.struck:
            break
        shutil.rmtree(home.root)

    assert number > 40


def unlisted(monkeypatch: pytest.MonkeyPatch, listing: int) -> None:
    """Let the listing of a folder that has this number fail."""
    real, done = os.scandir, count(1)

    def scandir(*arguments: Any) -> Any:
        if next(done) == listing:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        return real(*arguments)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.parametrize("listing", range(1, 7))
def test_a_folder_that_cannot_be_listed_does_not_pass_for_one_that_is_turned(
    past: Home, monkeypatch: pytest.MonkeyPatch, listing: int
) -> None:
    home = locked(past)
    with monkeypatch.context() as patched, suppress(Trouble):
        unlisted(patched, listing)
        unlock_home(home)

    assert readable(past) == RECORDS
    _finish(opened(past, KEY) if lock_of(past) is Lock.LOCKED else past, "unlock")


def test_a_folder_with_sealed_evenings_that_cannot_be_listed_gets_no_other_key(
    past: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(past)
    identity_path(past).unlink()
    for listing in range(1, 5):
        with monkeypatch.context() as patched:
            unlisted(patched, listing)
            with pytest.raises(Trouble):
                lock_home(past, OTHER_FORGED)

    assert lock_of(past) is Lock.KEYLESS


def states(home: Home, name: str, monkeypatch: pytest.MonkeyPatch) -> list[Names]:
    """Return every state that a power cut may leave of *home* while it is turned."""
    before = {path.name: path.read_bytes() for path in home.saves.iterdir()}
    disk = Disk()
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "os", disk)
        ACTS[name](home)
    left = {tuple(sorted(state.items())): state for _, state in Power(before).after(disk.log)}
    return list(left.values())


def left(folder: Path, state: Names) -> Home:
    home = find_home(folder)
    open_home(home)
    for name, data in state.items():
        (home.saves / name).write_bytes(data)
    return home


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ACTS)
def test_whatever_a_power_cut_leaves_every_evening_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: str
) -> None:
    every = states(fresh_home(tmp_path / "home", size, is_locked=name == "unlock"), name, monkeypatch)
    for number, state in enumerate(every):
        home = left(tmp_path / str(number), state)

        assert readable(home) == evenings(size), number
        shutil.rmtree(home.root)

    assert len(every) > 10


@pytest.mark.usefixtures("hasty")
def test_a_turn_that_removes_before_it_writes_would_be_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weak(path: Path, target: Path, *rest: Any) -> None:
        path.unlink()
        atomic.write_whole(target, rest[-1])

    monkeypatch.setattr(turning, "_turn", weak)
    lost = 0
    for number in range(1, 200):
        home = fresh_home(tmp_path / str(number), "small", is_locked=False)
        if not killed_at(number, atomic, partial(lock_home, home, FORGED)):
            break
        lost += readable(home) != evenings("small")
        if lost >= 3:
            break

    assert lost >= 3


@pytest.mark.usefixtures("hasty")
def test_a_turn_that_syncs_nothing_would_be_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = find_home(tmp_path / "home")
    open_home(home)
    write_save(home.saves / f"{ONE}.toml", RECORDS[ONE], 9)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "sync_folder", lambda folder: None)
        patched.setattr(turning, "sync_folder", lambda folder: None)
        every = states(home, "lock", monkeypatch)

    homes = (left(tmp_path / str(number), state) for number, state in enumerate(every))
    assert [home.root.name for home in homes if readable(home) != {ONE: RECORDS[ONE]}]


# leaving in the middle


def test_leaving_between_two_files_loses_nothing_and_is_ended_later(past: Home) -> None:
    asked: list[int] = []

    def is_over() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Trouble, match="stopped between two evenings"):
        lock_home(past, FORGED, is_over)

    assert plain_files(past) != []
    assert readable(past) == RECORDS
    _finish(past, "lock")


def test_a_key_is_never_in_the_home_as_text(past: Home) -> None:
    locked(past)

    assert not [name for name, data in contents(past).items() if KEY.text.encode() in data]
    assert identity_path(past).read_bytes() == FORGED.locked
