"""Every state that a power cut may leave of a sitting, opened by the real reader."""

import errno
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from game.engine.record import Record
from game.files import paths
from game.files.evenings.folder import saved_paths
from game.files.paths import Home, find_home
from game.files.problems import Trouble
from game.sitting import begin
from tests.files.disk import Names, Power
from tests.torture import weak
from tests.torture.evening import LOCKS, OPEN, a_home, an_evening
from tests.torture.faulty import Faulty, Logged, failing
from tests.torture.sitting import MOVES, Moves, before, lost, sit, swap
from tests.torture.tally import Tally

FOLDERS = "a first evening in a new home, after any failure: no power cut takes its folder"
CUTS = "every state a power cut may leave: nothing lost"
WEAK = (("in-place", "damaged"), ("unsynced", "damaged"), ("half-synced", "lost"))


class Cut:
    """A sitting whose every operation was noted, and when each state was called saved."""

    def __init__(self, home: Home, save: Path, moves: Moves = MOVES) -> None:
        self._there = {path.name: path.read_bytes() for path in home.saves.iterdir()}
        self._save = save
        faulty, outcome = Faulty(home.saves), before(save)
        saved_at: dict[int, int] = {}
        with faulty.at_work():
            sit(home, save, outcome, lambda called: saved_at.update({len(faulty.log): called}), moves)
        self.tried: list[Record] = outcome.tried
        self._log: list[Logged] = faulty.log
        self._saved_at = saved_at

    def states(self) -> Iterator[tuple[int, Names]]:
        """Yield each state that a cut may leave once, with the newest that had been called saved by then."""
        seen: set[tuple[int, frozenset[tuple[str, bytes]]]] = set()
        for number, names in Power(self._there).after(self._log):
            called = max((c for at, c in self._saved_at.items() if at <= number), default=0)
            state = (called, frozenset(names.items()))
            if state not in seen:
                seen.add(state)
                yield called, names

    def wrong(self, called: int, names: Names, folder: Path) -> tuple[str, ...]:
        """Lay *names* out in *folder*, and return what is wrong with what the reader then finds."""
        folder.mkdir()
        for name, content in names.items():
            (folder / name).write_bytes(content)
        return lost(folder / self._save.name, self.tried, called)


@pytest.fixture(params=[False, True], ids=["open", "locked"])
def cut(request: pytest.FixtureRequest, memory: Path) -> Cut:
    home = a_home(memory / "home", OPEN, is_locked=request.param)
    return Cut(home, an_evening(home, 1))


def test_no_power_cut_loses_what_was_called_saved(
    cut: Cut, memory: Path, tallied: Callable[[str], Tally]
) -> None:
    tally = tallied(CUTS)
    for number, (called, names) in enumerate(cut.states()):
        failures = cut.wrong(called, names, memory / str(number))
        tally.tried(*(f"{called}, {sorted(names)}: {each}" for each in failures))
    assert tally.count > 30


@LOCKS
@pytest.mark.parametrize(("store", "what"), WEAK)
def test_a_weak_store_is_seen_through(store: str, what: str, is_locked: bool, memory: Path) -> None:
    home = a_home(memory / "home", OPEN, is_locked=is_locked)
    save = an_evening(home, 1)
    back = weak.weaken(weak.STORES[store])
    try:
        cut = Cut(home, save, (swap,))
    finally:
        back()
    found = [
        wrong.partition(":")[0]
        for number, (called, names) in enumerate(cut.states())
        for wrong in cut.wrong(called, names, memory / str(number))
    ]

    assert what in found


def unsure(log: list[Logged]) -> set[Path]:
    """Return each folder that was made, and that a power cut may take with all that is in it."""
    opened: dict[int, Path] = {}
    made: set[Path] = set()
    for name, arguments, result in log:
        if name == "mkdir":
            made.add(Path(arguments[0]))
        elif name == "open":
            opened[result] = Path(arguments[0])
        elif name == "fsync":
            made -= {folder for folder in made if folder.parent == opened[arguments[0]]}
    return made


def first_evening(folder: Path, number: int) -> tuple[bool, set[Path]]:
    """Begin an evening where no home is, and again if that fails at the operation *number*.

    Return whether there is one with that number, and each folder that is unsure then.
    """
    folder.mkdir(exist_ok=True)
    home = find_home(folder / "new" / "home")
    faulty = Faulty(folder, number, failing(errno.EIO))
    with faulty.at_work():
        try:
            sitting = begin(home, ("Ana", "Ben"), "tea", seed=1)
        except Trouble:
            sitting = begin(home, ("Ana", "Ben"), "tea", seed=1)
        sitting.leave()
    assert saved_paths(home)
    return len(faulty.done) >= number, unsure(faulty.log)


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.torture)])
def test_no_power_cut_takes_the_folder_of_a_first_evening(
    every: int, memory: Path, tallied: Callable[[str], Tally]
) -> None:
    tally = tallied(FOLDERS)
    for number in count(1, every):
        there, folders = first_evening(memory / str(number), number)
        if not there:
            break
        tally.tried(*(f"{number}: {folder} may be gone" for folder in folders))
    assert tally.count > 80 // every


def test_a_folder_that_is_made_and_not_synced_is_seen(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "make_folder", lambda folder: folder.mkdir(parents=True, exist_ok=True))
    monkeypatch.setattr(paths, "sync_above", lambda _: None)

    assert memory / "new" / "home" / "saves" in first_evening(memory, 0)[1]
