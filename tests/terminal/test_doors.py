"""Every door out of an evening, on both faces: all saved, the terminal as it was, nobody left behind."""

import os
import signal
import subprocess
import termios
import time
from pathlib import Path

import pytest

from game.files.config import Config, write_config
from game.files.evenings.archive import list_evenings
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import Saved, read_save
from game.files.paths import Home, find_home, open_home
from tests.terminal.screen import GAME, Terminal

OURS = ("--names", "Ana", "Ben", "--deck", "ours", "--length", "tea", "--seed", "1")
SCREENS = ("play", *OURS, "--motion", "none")
LINES = ("play", "--plain", *OURS)
FACES = pytest.mark.parametrize("face", [SCREENS, LINES], ids=["screens", "lines"])
DECK = '[deck]\ntitle = "Ours"\n' + "\n".join(f'[[card]]\ntext = "What about {n}?"' for n in range(12))
SECRETS = '[deck]\ntitle = "Ours"\n[[card]]\ntext = "Write what tonight needs."\nkind = "reveal"'
LEFT_ALTERNATE_SCREEN, CURSOR_SHOWN, CURSOR_HIDDEN = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?25l"
SOON = 2.0
"""Seconds within which a program that is asked to leave is gone."""
SIGNALS = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["TERM", "HUP"])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = find_home(tmp_path / "h")
    open_home(place)
    write_config(place.config, Config(welcomed=True, motion="none"))
    (place.decks / "ours.toml").write_text(DECK)
    return place


def the_save(home: Home) -> Saved:
    (entry,) = list_evenings(home)
    return read_save(entry.path)


def modes(terminal: Terminal) -> list[object]:
    """Return how the terminal treats what is typed and written."""
    return termios.tcgetattr(terminal.child.child_fd)


def played(home: Home, face: tuple[str, ...], **more: object) -> Terminal:
    """Return a game whose second move is safe."""
    terminal = Terminal(home.root, *face, **more)  # type: ignore[arg-type]
    terminal.sees("1  " if "--plain" in face else "saved 1")
    terminal.press("\r")
    terminal.until(lambda: the_save(home).number == 2)
    if "--plain" not in face:
        terminal.sees("saved 2")
    return terminal


def gone_soon(terminal: Terminal) -> int | None:
    """Return the exit code of a program that has been asked to leave, if it is gone in time."""
    start = time.monotonic()
    code = terminal.ends()
    assert time.monotonic() - start < SOON
    return code


def is_free(home: Home) -> bool:
    """Return whether another window could write the evening, and what was played is all there."""
    Keeper(home, the_save(home).id).close()
    return len(the_save(home).record.moves) == 2


@FACES
@SIGNALS
def test_a_signal_saves_and_gives_the_terminal_back(face: tuple[str, ...], number: int, home: Home) -> None:
    before = modes(Terminal(home.root, "--version"))
    terminal = played(home, face)
    terminal.kill(number)

    assert gone_soon(terminal) == 0
    assert modes(terminal) == before
    assert "--plain" in face or LEFT_ALTERNATE_SCREEN in terminal.bytes
    assert "--plain" in face or terminal.bytes.rfind(CURSOR_SHOWN) > terminal.bytes.rfind(CURSOR_HIDDEN)
    assert is_free(home)


@FACES
@pytest.mark.parametrize("ignoring", [False, True], ids=["heard", "unheard"])
def test_a_closed_window_takes_the_program_with_it(face: tuple[str, ...], ignoring: bool, home: Home) -> None:
    """A hang-up that a parent has told it to ignore, as `nohup` does, is noticed all the same."""
    terminal = played(home, face, ignoring=(signal.SIGHUP,) if ignoring else ())
    terminal.close_window()
    end = time.monotonic() + SOON
    while terminal.child.ptyproc.isalive():
        assert time.monotonic() < end, "the program is still there after its window was closed"
        time.sleep(0.01)

    assert is_free(home)


def state(terminal: Terminal) -> str:
    """Return what the system calls the state of the program: T for stopped."""
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(terminal.child.pid)], capture_output=True, text=True, check=False
    )
    return told.stdout.strip()[:1]


def test_ctrl_z_on_screens_gives_the_terminal_back_and_coming_back_goes_on(home: Home) -> None:
    before = modes(Terminal(home.root, "--version"))
    terminal = played(home, SCREENS)
    terminal.press("\x1a")
    terminal.until(lambda: state(terminal) == "T")
    terminal.until(lambda: LEFT_ALTERNATE_SCREEN in terminal.bytes)
    assert modes(terminal) == before
    terminal.kill(signal.SIGCONT)
    terminal.press("\r")
    terminal.until(lambda: the_save(home).number == 3)
    terminal.press("q")

    assert gone_soon(terminal) == 0
    assert modes(terminal) == before


@FACES
def test_ctrl_z_behind_the_curtain_gives_the_echo_back_and_takes_it_again(
    face: tuple[str, ...], home: Home
) -> None:
    (home.decks / "ours.toml").write_text(SECRETS)
    terminal = Terminal(home.root, *face)
    before = modes(Terminal(home.root, "--version"))
    terminal.sees("your eyes only")
    terminal.looks() if face is SCREENS else terminal.press("\r")
    terminal.sees("Hidden as you type" if face is SCREENS else "(not shown)")
    terminal.press("canary")
    terminal.press("\x1a")
    terminal.until(lambda: state(terminal) == "T")
    assert modes(terminal) == before
    terminal.kill(signal.SIGCONT)
    terminal.until(lambda: modes(terminal) != before)
    terminal.press("bird\r")
    terminal.sees("Ben, your eyes only")

    assert b"canary" not in terminal.bytes
    assert b"bird" not in terminal.bytes
    terminal.kill()
    terminal.ends()


def test_ctrl_z_in_lines_stops_it_and_coming_back_goes_on(home: Home) -> None:
    """A shell looks after it, as nothing in a terminal of its own may be stopped from there."""
    shell = ("bash", "-c", 'set -m; "$@"; echo stopped; fg', "bash", *GAME)
    terminal = played(home, LINES, game=shell)
    terminal.press("\x1a")
    terminal.sees("stopped")
    terminal.press("\r")
    terminal.until(lambda: the_save(home).number == 3)
    terminal.press("q\r")

    assert terminal.ends() == 0


@FACES
def test_stopped_and_killed_all_is_saved(face: tuple[str, ...], home: Home) -> None:
    terminal = played(home, face)
    terminal.kill(signal.SIGSTOP)
    terminal.until(lambda: state(terminal) == "T")
    terminal.kill()

    assert terminal.ends() == -signal.SIGKILL
    assert is_free(home)


@pytest.mark.parametrize(
    ("face", "typed"),
    [
        (SCREENS, b"\xff\xc3("),
        (SCREENS, b"\xe2\x82A"),
        (SCREENS, b"\x1b[200~\xfe\x1b[201~"),
        (LINES, b"\xff\xc3(\x00"),
    ],
    ids=["no letters", "half a letter", "pasted", "in lines"],
)
def test_keys_that_are_no_letters_end_nothing(face: tuple[str, ...], typed: bytes, home: Home) -> None:
    terminal = played(home, face)
    os.write(terminal.child.child_fd, typed)
    terminal.press("\r" if face is LINES else "")
    for _ in range(5):
        terminal.read()
    terminal.press("q" if face is SCREENS else "q\r")

    assert gone_soon(terminal) == 0
    assert b"Traceback" not in terminal.bytes
