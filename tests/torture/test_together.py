"""Eight windows at once: one of them writes the evening, and every other is told so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.files.evenings.archive import list_evenings
from game.files.paths import Home
from tests.torture.evening import OPEN, a_home, an_evening, batches
from tests.torture.tally import Tally
from tests.torture.victim import GAME, Pipe

ONE = "eight windows on one evening: exactly one writer each time"
OWN = "eight windows that begin at once: an evening of its own for each"
WINDOWS, FEW = 8, 3
UNLOCKED = Path(__file__).with_name("unlocked.py")


def writers(home: Home, windows: int, game: tuple[str, ...] = GAME) -> tuple[int, int]:
    """Open one evening in so many windows at once; return how many write it, and how many are told so."""
    pipes = [Pipe(home, (), "resume", game=game) for _ in range(windows)]
    playing = [pipe for pipe in pipes if pipe.asks(1) and b"Ours" in pipe.told]
    told = [
        pipe for pipe in pipes if pipe not in playing and b"another window" in pipe.told.replace(b"\n", b" ")
    ]
    for pipe in pipes:
        pipe.left()
    return len(playing), len(told)


def beginners(home: Home, windows: int) -> int:
    """Begin evenings in so many windows at once; return how many there are then."""
    names = ("--names", "Ana", "Ben", "--deck", "ours", "--length", "tea")
    pipes = [Pipe(home, (), "play", *names) for _ in range(windows)]
    for pipe in pipes:
        pipe.asks(1)
        pipe.left()
    return sum(entry.problem is None for entry in list_evenings(home))


def torture(
    folder: Path, times: int, windows: int, one: Tally, own: Tally, *, is_locked: bool = False
) -> None:
    home = a_home(folder / "one", OPEN, is_locked=is_locked)
    an_evening(home, 1)
    for number in range(times):
        found = writers(home, windows)
        one.tried(*([f"{found[0]} wrote, {found[1]} were told"] if found != (1, windows - 1) else []))
        if number % 5 == 0:
            begun = beginners(a_home(folder / f"own-{number}", OPEN, is_locked=is_locked), windows)
            own.tried(*([f"{begun} evenings"] if begun != windows else []))


def test_of_a_few_windows_one_writes(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    torture(tmp_path, 1, FEW, tallied(ONE), tallied(OWN))


@pytest.mark.torture
@batches(unlocked=5, locked=1)
def test_of_eight_windows_one_writes_every_time(
    batch: int, is_locked: bool, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    torture(tmp_path / str(batch), 10, WINDOWS, tallied(ONE), tallied(OWN), is_locked=is_locked)


def test_a_store_without_locks_is_seen_through(tmp_path: Path) -> None:
    home = a_home(tmp_path, OPEN)
    an_evening(home, 1)

    assert writers(home, FEW, (GAME[0], str(UNLOCKED)))[0] > 1
