"""Every door, at any instant, on both faces: all that was called saved is there, and nobody stays behind."""

import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.files.evenings.savefile import read_save
from tests.torture.evening import OPEN, a_home, an_evening, batches, wrong
from tests.torture.tally import Tally
from tests.torture.test_kills import KILLS
from tests.torture.victim import CARELESS
from tests.torture.window import FACES, Window

LEAVING = "leaving by any door: saved, the terminal restored, gone within two seconds, nobody behind"
TYPED = 30
DOORS = ("term", "hup", "closed window", "stop then kill")
EACH = 30
"""Times that each door is taken on each face."""


def leave(window: Window, door: str) -> list[str]:
    """Take *door*; return what is wrong with how that went."""
    terminal = window.terminal
    match door:
        case "term" | "hup":
            terminal.kill(signal.SIGTERM if door == "term" else signal.SIGHUP)
            return window.ends()
        case "closed window":
            terminal.close_window()
            return window.is_gone()
        case _:
            terminal.kill(signal.SIGSTOP)
            terminal.kill()
            terminal.ends()
            return []


class Evenings:
    """One evening after the other, each gone on with until it is over."""

    def __init__(self, folder: Path, seed: int, *, is_locked: bool = False) -> None:
        self._folder, self._seed, self._is_locked = folder, seed, is_locked
        self._begin()

    def _begin(self) -> None:
        self._seed += 1
        self.home = a_home(self._folder / str(self._seed), OPEN, is_locked=self._is_locked)
        self.save = an_evening(self.home, self._seed)

    def go_on(self) -> None:
        """Begin another evening if this one comes to its end."""
        saved = read_save(self.save, self.home.seal)
        if saved.evening.is_closed or len(saved.evening.closed) > 2:
            self._begin()


def torture(
    folder: Path, face: str, doors: tuple[str, ...], seed: int, tally: Tally, *, is_locked: bool = False
) -> None:
    dice, evenings = Random(seed), Evenings(folder, seed, is_locked=is_locked)
    for number, door in enumerate(doors):
        window = Window(evenings.home, evenings.save, face, dice, TYPED)
        window.play(dice.uniform(0, 0.5))
        shown = window.newest_called_saved
        failures = leave(window, door)
        shown = max(shown, window.newest_called_saved)
        failures += [*wrong(evenings.save, window.mirror, shown), *window.is_free()]
        what = f"{face}, {door}, seed {seed}, number {number}: "
        tally.tried(*(what + each for each in failures), **{door.replace(" ", "_"): 1}, locked=is_locked)
        evenings.go_on()


@pytest.mark.parametrize(("face", "doors"), [(FACES[0], DOORS[2:3]), (FACES[1], DOORS[3:])], ids=FACES)
def test_a_door_leaves_all_in_order(
    face: str, doors: tuple[str, ...], tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    torture(tmp_path, face, doors, 1, tallied(LEAVING))


def test_a_program_that_leaves_the_terminal_as_it_is_would_be_seen(tmp_path: Path) -> None:
    evenings = Evenings(tmp_path, 1)
    window = Window(evenings.home, evenings.save, FACES[0], Random(1), 3, (*CARELESS, "abrupt"))
    window.play(0)

    assert leave(window, "term") == [
        "the terminal was left in another mode",
        "the other screen was left on",
        "the cursor was left hidden",
    ]


@pytest.mark.torture
@batches(unlocked=6, locked=1)
@pytest.mark.parametrize("face", FACES)
def test_every_door_leaves_all_in_order(
    face: str, batch: int, is_locked: bool, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    torture(tmp_path, face, DOORS * (EACH // 6), 100 + batch, tallied(LEAVING), is_locked=is_locked)


@pytest.mark.torture
@pytest.mark.parametrize(("is_locked", "times"), [(False, 30), (True, 10)], ids=["open", "locked"])
@pytest.mark.parametrize("face", FACES)
def test_asked_to_leave_while_it_starts_it_leaves_all_in_order(
    face: str, is_locked: bool, times: int, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    dice, tally = Random(face), tallied(LEAVING)
    evenings = Evenings(tmp_path, 1, is_locked=is_locked)
    for number in range(times):
        window = Window(evenings.home, evenings.save, face, dice, 0)
        window.look(dice.uniform(0, 0.6))
        failures = [*leave(window, "hup" if number % 2 else "term"), *window.is_free()]
        failures += wrong(evenings.save, window.mirror, window.newest_called_saved)
        what = f"{face}, starting, {number}: "
        tally.tried(*(what + each for each in failures), starting=1, locked=is_locked)


@pytest.mark.torture
@batches(unlocked=15, locked=2)
@pytest.mark.parametrize("face", FACES)
def test_killed_in_its_window_nothing_is_lost(
    face: str, batch: int, is_locked: bool, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    dice, tally = Random(batch), tallied(KILLS)
    evenings = Evenings(tmp_path, 1000 * batch, is_locked=is_locked)
    for number in range(15):
        window = Window(evenings.home, evenings.save, face, dice, TYPED)
        if number % 5 == 4:
            window.look(dice.uniform(0, 0.5))
        else:
            window.play(dice.uniform(0, 0.4))
        window.terminal.kill()
        window.terminal.ends()
        failures = wrong(evenings.save, window.mirror, window.newest_called_saved)
        half = any(path.name.endswith(".new") for path in evenings.home.saves.iterdir())
        what = f"{face}, {batch}, {number}: "
        tally.tried(*(what + each for each in failures), in_a_pty=1, mid_save=half, locked=is_locked)
        evenings.go_on()
