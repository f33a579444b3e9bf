"""A real window that takes any size at any time while keys are pressed: the program never ends by it."""

import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.files.evenings.archive import list_evenings
from game.files.evenings.check import check_save
from tests.terminal.screen import Terminal
from tests.torture.evening import a_home
from tests.torture.tally import Tally
from tests.torture.victim import CARELESS, GAME

STORMS = "any window size while playing: nothing ends, nothing is lost"
SIZES = (
    (1, 1),
    (1, 60),
    (300, 1),
    (2, 2),
    (29, 8),
    (30, 9),
    (40, 12),
    (80, 24),
    (300, 100),
    (5, 100),
    (200, 3),
)
KEYS = (
    *(
        "\r",
        "\r",
        "\r",
        " ",
        "u",
        "s",
        "p",
        "b",
        "h",
        "d",
        "l",
        "m",
        "v",
        "x",
        "r",
        "c",
        "?",
        "\x1b",
        "2",
        "3",
    ),
    *("\t", "\x1b[B", "\x1b[<0;1;1M\x1b[<0;1;1m", "\x1b[200~pasted\x1b[201~", "é", "8", "\x10zz", "\x14"),
)
"""All but what leaves: q, the last line of the menu at home, a click on either, and that line of the palette.

No line of the palette has a z, so nothing that is typed there after two of them leaves.
"""
CHANGES = 40
TALE = ("play", "--names", "Ana", "Ben", "--deck", "ours", "--length", "short", "--motion", "none")


def storm(folder: Path, seed: int, game: tuple[str, ...] = GAME) -> tuple[str, ...]:
    """Play in a window that changes its size all the time; return what is wrong after it."""
    dice, home = Random(seed), a_home(folder)
    terminal = Terminal(home.root, *TALE, "--seed", str(seed), game=game)
    terminal.until(lambda: bool(terminal.text.strip()))
    for _ in range(CHANGES):
        columns, rows = dice.choice((*SIZES, (dice.randint(1, 300), dice.randint(1, 100))))
        terminal.child.setwinsize(rows, columns)
        terminal.screen.resize(rows, columns)
        terminal.press("".join(dice.choice(KEYS) for _ in range(dice.randint(1, 3))))
        terminal.read()
        if not terminal.child.isalive():
            return (f"it ended: {terminal.ends()} {terminal.text.strip()[-200:]}",)
    terminal.child.setwinsize(24, 80)
    terminal.kill(signal.SIGTERM)
    code = terminal.ends()
    broken = [check.note for check in map(check_save, home.saves.glob("*-?.toml")) if not check.ok]
    wrong = [f"it left with {code}"] if code else []
    wrong += [] if list_evenings(home) else ["no evening is there"]
    return (*wrong, *broken)


def test_a_storm_of_sizes_ends_nothing(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tallied(STORMS).tried(*storm(tmp_path, 1))


def test_a_program_that_needs_room_would_be_seen(tmp_path: Path) -> None:
    assert storm(tmp_path, 1, (*CARELESS, "brittle"))[0].startswith("it ended: 1")


@pytest.mark.torture
@pytest.mark.parametrize("batch", range(10))
def test_no_storm_of_sizes_ends_anything(batch: int, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(STORMS)
    for number in range(10):
        seed = 100 * batch + number
        tally.tried(*(f"storm {seed}: {each}" for each in storm(tmp_path / str(number), seed)))
