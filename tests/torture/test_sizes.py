"""A real window that takes any size at any time while keys are pressed: the program never ends by it."""

import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.files.evenings.archive import list_evenings
from game.files.evenings.check import check_save
from tests.terminal.judge import NO_TITLE, strays
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
UNBUFFERED, BUFFERED = {"PYTHONUNBUFFERED": "1"}, {"PYTHONUNBUFFERED": ""}
"""Two ways in which what is shown goes out; unbuffered, a signal may cut it short."""
TALE = ("play", "--names", "Ana", "Ben", "--deck", "ours", "--length", "short", "--motion", "none")


def storm(
    folder: Path,
    seed: int,
    game: tuple[str, ...] = GAME,
    environ: dict[str, str] | None = None,
    changes: int = CHANGES,
) -> tuple[str, ...]:
    """Play in a window that changes its size all the time; return what is wrong after it."""
    dice, home = Random(seed), a_home(folder)
    terminal = Terminal(home.root, *TALE, "--seed", str(seed), game=game, environ=environ)
    terminal.until(lambda: bool(terminal.text.strip()))
    for _ in range(changes):
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
    wrong += [f"off the list: {stray}" for stray in strays(terminal.bytes.replace(NO_TITLE, b""))[:3]]
    wrong += [] if list_evenings(home) else ["no evening is there"]
    return (*wrong, *broken)


def test_a_storm_of_sizes_ends_nothing(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tallied(STORMS).tried(*storm(tmp_path, 1))


def test_a_program_that_shows_half_a_frame_would_be_seen(tmp_path: Path) -> None:
    assert storm(tmp_path, 1, (*CARELESS, "halving"), changes=4)[0].startswith("off the list: ")


def test_a_program_that_needs_room_would_be_seen(tmp_path: Path) -> None:
    assert storm(tmp_path, 1, (*CARELESS, "brittle"))[0].startswith("it ended: 1")


@pytest.mark.torture
@pytest.mark.parametrize("batch", range(10))
def test_no_storm_of_sizes_ends_anything(batch: int, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(STORMS)
    for number in range(10):
        seed = 100 * batch + number
        wrong = storm(tmp_path / str(number), seed, environ=UNBUFFERED if number % 2 else BUFFERED)
        tally.tried(*(f"storm {seed}: {each}" for each in wrong))
