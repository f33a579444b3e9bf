"""Whatever lies among the evenings, every command is over soon, and takes little memory."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.files.evenings.savefile import read_save
from game.files.paths import Home
from tests.terminal.judge import NO_TITLE, strays
from tests.torture.evening import OPEN, a_home, an_evening
from tests.torture.giants import GIANTS, SPECIAL
from tests.torture.tally import Tally
from tests.torture.weighing import MOST, Weighed, weighed

LIMITS = "giants and what is no file among the evenings: 5 s and 512 MB a command, no crash"
EVENING = "2026-01-01-1"
COMMANDS = (
    ("saves", "list"),
    ("saves", "check"),
    ("saves", "show", EVENING),
    ("saves", "restore", EVENING),
    ("saves", "export", EVENING),
    ("resume", "--plain", EVENING),
    ("--plain",),
)
PLACES = (
    *(f"saves/{EVENING}.toml", f"saves/.{EVENING}.previous", f"saves/.{EVENING}.card-1"),
    *(f"saves/{EVENING}.lock", "saves/.door.lock", "saves/identity.age", "saves/.gitignore"),
    *("config.toml", "config.toml.lock", "decks/ours.toml", "decks/strange.toml", "themes/strange.toml"),
)


def on_screens(home: Home) -> tuple[list[str], int]:
    """Look at the list of evenings on the screens, and at the newest; return the same of that."""
    terminal = Weighed(home)
    terminal.sees("Go on with")
    start = time.monotonic()
    terminal.press("3")
    terminal.sees(EVENING)
    took = time.monotonic() - start
    for keys in ("\x1b[B", "\x1b[B", "\x1b", "\x11"):
        terminal.press(keys)
        terminal.read()
    code = terminal.ends()
    wrong = strays(terminal.bytes.replace(NO_TITLE, b""))[:3] + ([f"it left with {code}"] if code else [])
    return [f"screens: {each}" for each in (*wrong, *terminal.too_much(took))], terminal.weight


def laid(folder: Path, what: str, place: str) -> Home:
    """Return a home with an evening in order, another one beside it, and a giant at *place*."""
    home = a_home(folder / "home", OPEN)
    save = an_evening(home, 1)
    record = read_save(save).record
    if place != PLACES[0]:
        shutil.copy(save, home.saves / f"{EVENING}.toml")
    (home.root / place).parent.mkdir(exist_ok=True)
    (home.root / place).unlink(missing_ok=True)
    GIANTS[what](home.root / place, record)
    return home


def tortured(home: Home, what: str, commands: tuple[tuple[str, ...], ...], tally: Tally) -> None:
    """Do *commands* in *home*, and keep the heaviest weight in *tally*."""
    results = [weighed(home, *command) for command in commands]
    for wrong, weight in results:
        tally.tried(*(f"{what}: {each}" for each in wrong))
        tally.weighed(weight)


def test_a_giant_is_refused_soon(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    home = laid(tmp_path, "as many moves as fit", PLACES[0])
    GIANTS["a link to zeros without end"](
        home.saves / "2026-01-02-1.toml", read_save(an_evening(home, 2)).record
    )
    tortured(home, "two giants", COMMANDS[1:2], tallied(LIMITS))


@pytest.mark.torture
@pytest.mark.parametrize("what", GIANTS)
def test_every_giant_is_refused_soon(what: str, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(LIMITS)
    home = laid(tmp_path, what, PLACES[0])
    tortured(home, what, COMMANDS, tally)
    wrong, weight = on_screens(home)
    tally.tried(*(f"{what}: {each}" for each in wrong), on_screens=1)
    tally.weighed(weight)


@pytest.mark.torture
@pytest.mark.parametrize("what", SPECIAL)
def test_what_is_no_file_is_left_alone_anywhere(
    what: str, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    tally = tallied(LIMITS)
    for place in PLACES[1:]:
        home = laid(tmp_path / place, what, place)
        tortured(home, f"{what} at {place}", COMMANDS[1:2] + COMMANDS[5:6], tally)


def test_a_command_that_takes_too_much_would_be_seen(tmp_path: Path) -> None:
    home = laid(tmp_path, "a folder", PLACES[0])
    greedy = (sys.executable, "-c", f"b'x' * {MOST}")

    wrong, weight = weighed(home, game=greedy)

    assert weight > MOST
    assert [each.rpartition(": ")[2] for each in wrong] == [f"it took {weight >> 20} MB"]
