"""Hostile saves, settings, names of files, folders, arguments and environments are only text, or refused."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.files.config import Config, read_config, write_config
from game.files.decks.shelf import read_shelf
from game.files.evenings.archive import list_evenings
from game.files.evenings.check import check_save
from game.files.evenings.folder import saved_paths
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from tests.terminal.judge import NO_TITLE, strays
from tests.torture.evening import OPEN, a_home, an_evening
from tests.torture.hostile import TEXTS, Hostile, hostile_files
from tests.torture.tally import Tally
from tests.torture.weighing import Weighed, weighed

STRANGERS = "hostile saves, settings and names: no crash, no hang, no 512 MB, no byte off the list"
BATCHES, FILES = 40, 250
COMMANDS = (
    *(
        ("saves", "list"),
        ("saves", "check"),
        ("saves", "list", "--json"),
        ("deck", "list"),
        ("deck", "check"),
    ),
    *(("paths",), ("resume", "--plain"), ("--plain",)),
)


def a_hostile_home(folder: Path, dice: Random, count: int) -> Home:
    """Return a home in which so many hostile files lie among an evening and a deck that are in order."""
    home = a_home(folder, OPEN)
    record = read_save(an_evening(home, 1)).record
    for each in hostile_files(dice, count, record):
        each.lie_in(home.root)
    return home


def misread(home: Home) -> list[str]:
    """Read all that is there by the real loaders, and return what they tell that is more than text."""
    told = [str(problem) for problem in read_config(home.config)[1]]
    for entry in list_evenings(home):
        told += [entry.id, *entry.names, entry.note, str(entry.problem or "")]
    told += [check_save(path).note for path in saved_paths(home)]
    told += [str(problem) for problem in read_shelf(home).problems]
    return [f"told: {stray}" for line in told for stray in strays(line.encode(), plain=True)]


def on_screens(home: Home, *arguments: str, environ: dict[str, str] | None = None) -> list[str]:
    """Look at every room of the screens; return what was written that is off the list, or how it ended."""
    terminal = Weighed(home, *arguments, environ=environ)
    terminal.sees("T u r n")
    for _ in range(25):  # the menu takes no key before it knows which evening goes on, if any does
        terminal.read()
    for keys in ("3", "\x1b[B\x1b[B\x1b[B", "\x1b", "5", "\x1b", "2", "\r", "\r", "\x1b", "\x1b", "1"):
        terminal.press(keys)
        for _ in range(5):
            terminal.read()
    terminal.press("\x11")
    code = terminal.ends()
    wrong = [f"screens: {stray}" for stray in strays(terminal.bytes.replace(NO_TITLE, b""))[:5]]
    return [*wrong, *([f"screens: it left with {code}"] if code else []), *terminal.too_much(0)]


def tortured(
    folder: Path, seed: int, count: int, commands: tuple[tuple[str, ...], ...], tally: Tally
) -> list[str]:
    dice = Random(seed)
    home = a_hostile_home(folder, dice, count)
    wrong = misread(home)
    for command in commands:
        found, weight = weighed(home, *command)
        tally.weighed(weight)
        wrong += found
    write_config(home.config, Config(welcomed=True, motion="none"))
    return wrong + on_screens(home)


def test_some_hostile_files_are_only_text(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(STRANGERS)
    tally.tried(*tortured(tmp_path, 1, 60, COMMANDS[:2], tally))
    tally.count = 60


@pytest.mark.torture
@pytest.mark.parametrize("batch", range(BATCHES))
def test_any_hostile_file_is_only_text(batch: int, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(STRANGERS)
    tally.tried(
        *(f"batch {batch}: {each}" for each in tortured(tmp_path, 100 + batch, FILES, COMMANDS, tally))
    )
    tally.count = FILES


NAMED = tuple(
    text
    for text in TEXTS
    if text.strip("\u200b\u200c\ufeff ") and "\x00" not in text and "\ud800" not in text
)


def from_outside(folder: Path, text: str) -> list[str]:
    """Run commands whose home, arguments and environment hold *text*; return what is wrong with them."""
    place = folder / text.replace("/", "")[:60]
    place.mkdir(exist_ok=True)
    outside = {
        "HOME": str(place),
        "XDG_DATA_HOME": str(place),
        "XDG_CONFIG_HOME": str(place),
        "TURN_TOWARD_HOME": str(place),
    }
    home = a_home(folder / "home", OPEN)
    arguments = (
        *(("paths",), ("saves", "show", text), ("resume", "--plain", text), ("deck", "show", text)),
        *(("deck", "check", text), ("play", "--plain", "--names", text, "Ben"), ("--theme", text), (text,)),
        *(
            ("deck", "new", text),
            ("deck", "import", text),
            ("deck", "export", "ours", text),
            ("play", "--plain", "--seed", text),
        ),
    )
    wrong = [each for command in arguments for each in weighed(home, *command, environ=outside)[0]]
    there = a_home(place / "home", OPEN)
    return [*wrong, *weighed(there, "paths")[0], *weighed(there, "saves", "list")[0], *on_screens(there)]


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, marks=pytest.mark.torture) for text in NAMED],
    ids=ascii,
)
def test_whatever_comes_from_outside_is_only_text(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tallied: Callable[[str], Tally]
) -> None:
    monkeypatch.chdir(tmp_path)
    tallied(STRANGERS).tried(*from_outside(tmp_path, text), from_outside=1)


def test_a_home_with_a_hostile_name_is_only_text(tmp_path: Path) -> None:
    home = a_home(tmp_path / TEXTS[0] / "home", OPEN)
    outside = {"HOME": str(tmp_path / TEXTS[0])}

    assert weighed(home, "paths", environ=outside)[0] == []
    assert weighed(home, "saves", "show", TEXTS[0], environ=outside)[0] == []


def test_a_command_that_shows_a_name_as_it_is_would_be_seen(tmp_path: Path) -> None:
    name = Hostile("saves", f"2026-01-01-1{TEXTS[0]}.toml", b"")
    name.lie_in(a_home(tmp_path).root)

    assert strays(name.name.encode(), plain=True)
    assert [path.name for path in (tmp_path / "saves").glob("2026*")] == [name.name]
