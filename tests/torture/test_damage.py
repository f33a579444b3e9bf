"""Damaged saves: the newest good state, or an older one with a note, or a refusal; never wrong or silent."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from game.engine.record import Record
from game.files.evenings import savefile
from game.files.evenings.archive import list_evenings
from game.files.evenings.check import check_save
from game.files.evenings.folder import evening_paths, id_of, is_own, previous_of
from game.files.evenings.savefile import BrokenSave, read_save
from game.files.locks.turning import id_in
from game.files.paths import Home
from game.files.problems import Trouble
from game.files.seal import PLAIN
from game.sitting import resume
from tests.torture.damage import damaged
from tests.torture.evening import LOCKS, OPEN, a_home, an_evening, batches
from tests.torture.sitting import before, sit
from tests.torture.tally import Tally

DAMAGED = "damaged saves: the newest good state, or told what was lost; never wrong, silent or crashing"
BATCHES, EACH = 12, 250


@dataclass(frozen=True, slots=True)
class Before:
    """A home before anything happened to it."""

    home: Home
    save: Path
    files: dict[str, bytes]
    states: tuple[Record, ...]
    """Every state that was ever saved of the evening, the newest last."""
    elsewhere: Record
    """The newest state of the other evening."""


@pytest.fixture
def is_locked() -> bool:
    """Return whether the home is locked; where it is not said, it is open."""
    return False


@pytest.fixture
def whole(memory: Path, is_locked: bool) -> Before:
    home = a_home(memory / "home", OPEN, is_locked=is_locked)
    other = an_evening(home, 7)
    save = an_evening(home, 1)
    outcome = before(save)
    sit(home, save, outcome)
    for path in home.saves.glob("*.lock"):
        path.unlink()
    files = {path.name: path.read_bytes() for path in home.saves.iterdir()}
    return Before(home, save, files, tuple(outcome.tried), read_save(other, home.seal).record)


def laid(whole: Before, files: dict[str, bytes]) -> None:
    shutil.rmtree(whole.home.saves)
    whole.home.saves.mkdir()
    for name, data in files.items():
        (whole.home.saves / name).write_bytes(data)


def misread(whole: Before, files: dict[str, bytes]) -> tuple[str, ...]:
    """Return what is wrong with how *files* are read: what is wrong itself, or not told."""
    laid(whole, files)
    try:
        saved = read_save(whole.save, whole.home.seal)
    except BrokenSave as broken:
        return () if id_of(whole.save) in str(broken) else ("refused without a name",)
    check = check_save(whole.save, whole.home.seal)
    if saved.record == whole.elsewhere:
        return (
            () if whole.files[whole.save.name] != files.get(whole.save.name) else ("wrong: another evening",)
        )
    if saved.record not in whole.states:
        return ("wrong: nobody played that",)
    told = bool(saved.note) and not check.ok
    return () if told or saved.record == whole.states[-1] else ("silent: an older state, and no word of it",)


def mishandled(whole: Before, files: dict[str, bytes]) -> tuple[str, ...]:
    """Return what is wrong after the evening was opened for playing: a damaged file that was written over."""
    try:
        resume(whole.home, id_of(whole.save), 1).leave()
    except Trouble:
        left = {path.name: path.read_bytes() for path in whole.home.saves.iterdir()}
        return tuple(f"changed: {name}" for name, data in files.items() if left.get(name) != data)
    content = files.get(whole.save.name, b"")
    kept = [path.read_bytes() for path in whole.home.saves.iterdir()]
    return () if not content or content in kept or check_as(whole, content) else ("written over",)


def check_as(whole: Before, content: bytes) -> bool:
    """Return whether *content* tells a whole evening, which playing on may replace by more of it."""
    alone = whole.home.root / f"2000-01-01-1.toml{whole.home.seal.ending}"
    alone.write_bytes(content)
    return check_save(alone, whole.home.seal).ok


def torture(whole: Before, seed: int, times: int, tally: Tally) -> None:
    dice = Random(seed)
    previous = previous_of(whole.save).name
    others = (path.name for path in evening_paths(whole.home) if path.name in whole.files)
    other = next(name for name in others if name != whole.save.name)
    for number in range(times):
        kind, files = damaged(whole.files, whole.save.name, previous, other, dice)
        failures = (*misread(whole, files), *mishandled(whole, files))
        list_evenings(whole.home)
        is_locked = whole.home.seal is not PLAIN
        tally.tried(*(f"seed {seed}, {number}, {kind}: {each}" for each in failures), locked=is_locked)


@LOCKS
def test_some_damage_is_told(whole: Before, tallied: Callable[[str], Tally]) -> None:
    torture(whole, 1, 40, tallied(DAMAGED))


@LOCKS
def test_cut_short_at_every_64th_byte_it_is_told(whole: Before, tallied: Callable[[str], Tally]) -> None:
    tally, data = tallied(DAMAGED), whole.files[whole.save.name]
    for place in range(0, len(data), 64):
        tally.tried(*misread(whole, {**whole.files, whole.save.name: data[:place]}))


@pytest.mark.torture
@batches(unlocked=BATCHES, locked=2)
def test_any_damage_is_told(batch: int, whole: Before, tallied: Callable[[str], Tally]) -> None:
    torture(whole, 100 + batch, EACH, tallied(DAMAGED))


@LOCKS
def test_a_reader_that_trusts_what_it_reads_is_seen_through(
    whole: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its checksum a save with another digit, or with a move too few, is read as if all were well."""
    monkeypatch.setattr(savefile, "_checksum", lambda *_: "0" * 64)
    seal = whole.home.seal
    told = {name: seal.open(data) for name, data in whole.files.items() if is_own(Path(name), id_in(name))}
    forged = {name: data.replace(data.split(b'"')[1], b"0" * 64, 1) for name, data in told.items()}
    shorter = forged[whole.save.name].rpartition(b"[[moves]]")[0]
    files = {**forged, whole.save.name: shorter}
    found = misread(whole, {**whole.files, **{name: seal.seal(data) for name, data in files.items()}})

    assert found[0].partition(":")[0] in ("silent", "wrong")
