"""When the game itself breaks: one kind sentence, a report without a word of the two, and nothing lost."""

import re
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game.files.config import Config, write_config
from game.files.crash import NAME, report
from game.files.evenings.archive import list_evenings
from game.files.paths import Home, find_home, open_home
from tests.terminal.screen import Terminal

BROKEN = Path(__file__).with_name("broken.py")
OURS = ("--names", "Ana", "Ben", "--deck", "ours", "--length", "tea", "--seed", "1")
SCREENS = ("play", *OURS, "--motion", "none")
LINES = ("play", "--plain", *OURS)
FACES = pytest.mark.parametrize("face", [SCREENS, LINES], ids=["screens", "lines"])
SECRETS = '[deck]\ntitle = "Ours"\n[[card]]\ntext = "Write what tonight needs."\nkind = "reveal"'
CANARY = "canarybird"
SENTENCE = "The game broke, and it was nothing you did. Every move that was saved is kept"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = find_home(tmp_path / "h")
    open_home(place)
    write_config(place.config, Config(welcomed=True, motion="none"))
    (place.decks / "ours.toml").write_text(SECRETS)
    return place


def broken(home: Home, fault: str, *arguments: str, **environ: str) -> Terminal:
    return Terminal(home.root, *arguments, game=(sys.executable, str(BROKEN), fault), environ=environ)


def answered(home: Home, face: tuple[str, ...], fault: str, **environ: str) -> Terminal:
    """Return a game in which the canary was typed behind a curtain, and handed over."""
    terminal = broken(home, fault, *face, **environ)
    terminal.sees("your eyes only")
    terminal.looks() if face is SCREENS else terminal.press("\r")
    terminal.sees("Hidden as you type" if face is SCREENS else "(not shown)")
    terminal.press(f"{CANARY}\r")
    return terminal


def kept(folder: Path) -> bytes:
    """Return all that lies in any file of *folder*."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def words(terminal: Terminal) -> str:
    return " ".join(terminal.text.split())


@FACES
def test_a_crash_behind_the_curtain_tells_nothing_of_what_was_typed(
    face: tuple[str, ...], home: Home, tmp_path: Path
) -> None:
    terminal = answered(home, face, "answers")

    assert terminal.ends() == 1
    assert words(terminal).count(SENTENCE) == 1
    assert re.search(r"KeyError at line \d+ of game\.\S+\.", words(terminal))
    assert CANARY.encode() not in terminal.bytes
    assert b"Traceback" not in terminal.bytes
    assert str(home.saves / NAME) in terminal.text.replace("\n", "")
    assert CANARY.encode() not in kept(tmp_path)
    assert stat.S_IMODE((home.saves / NAME).stat().st_mode) == 0o600
    assert list_evenings(home)[0].problem is None


@pytest.mark.parametrize("fault", ["workers", "keys"])
def test_a_crash_anywhere_on_screens_says_the_same(fault: str, home: Home) -> None:
    terminal = broken(home, fault, *SCREENS)
    if fault == "keys":
        terminal.sees("your eyes only")
        terminal.press(CANARY)

    assert terminal.ends() == 1
    assert words(terminal).count(SENTENCE) == 1
    assert b"Traceback" not in terminal.bytes
    assert (home.saves / NAME).exists()
    assert CANARY.encode() not in terminal.bytes + kept(home.root)


def test_a_crash_outside_an_evening_says_where(home: Home) -> None:
    command = (sys.executable, BROKEN, "lists", "deck", "list", "--home", home.root)
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert SENTENCE in done.stderr
    assert "Traceback" not in done.stderr
    assert str(home.root) not in done.stderr


@FACES
def test_no_core_is_left_and_no_log_is_kept(
    face: tuple[str, ...], home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where Textual is asked to write down every key."""
    monkeypatch.chdir(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    try:
        telltale = {"TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": str(tmp_path / "log")}
        terminal = answered(home, face, "core", **telltale)
        assert terminal.ends() == -signal.SIGABRT
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)

    assert CANARY.encode() not in kept(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["h"]


def test_a_report_names_places_and_no_values() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        told = report(error)

    assert CANARY not in told
    assert re.search(r"\nValueError\.\n  line \d+ of \S+, in test_a_report_names_places", told)


def test_a_home_that_takes_no_report_is_said_so(home: Home) -> None:
    home.saves.rename(home.root / "away")
    (home.root / "saves").write_text("not a folder")
    command = (sys.executable, BROKEN, "workers", "resume", "--plain", "--home", home.root)
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, input="")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
