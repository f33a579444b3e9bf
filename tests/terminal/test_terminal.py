"""The real program in a real terminal: it plays, it is killed, and it goes on where it was."""

import resource
import signal
from functools import partial
from pathlib import Path

import pytest

from game.engine.scene import scene
from game.engine.state import Evening
from game.files.config import Config, write_config
from game.files.evenings.archive import list_evenings
from game.files.evenings.savefile import Saved, read_save
from game.files.paths import Home, find_home, open_home
from tests.terminal.screen import Terminal, saved_number

PLAY = (
    "play",
    "--names",
    "Ana",
    "Ben",
    "--deck",
    "tea-time",
    "--length",
    "tea",
    "--seed",
    "1",
    "--motion",
    "none",
)
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"
CANARY = "canarybird"
OWN_DECK = """
[deck]
title = "Ours"

[[card]]
text = "Write what tonight needs."
kind = "reveal"
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = find_home(tmp_path / "h")
    open_home(place)
    write_config(place.config, Config(welcomed=True, motion="none"))
    return place


def the_save(home: Home) -> Saved:
    (entry,) = list_evenings(home)
    return read_save(entry.path)


@pytest.mark.parametrize("key", ["q", "\x11", "\x03"], ids=["q", "ctrl+q", "ctrl+c"])
def test_leaving_restores_the_terminal_and_leaves_nothing_behind(key: str, home: Home) -> None:
    terminal = Terminal(home.root, *PLAY)
    terminal.sees("over to Ana")
    terminal.press(key)

    assert terminal.ends() == 0
    assert LEFT_ALTERNATE_SCREEN in terminal.bytes
    assert terminal.bytes.rstrip().rfind(CURSOR_SHOWN) > terminal.bytes.rfind(b"\x1b[?25l")
    assert terminal.bytes[terminal.bytes.rfind(LEFT_ALTERNATE_SCREEN) :].count(b"Ana") == 0


def test_killed_at_every_step_in_turn_it_goes_on_at_that_very_step(home: Home) -> None:
    """One Enter, or at a curtain as many as it takes, between two kills, to the end of the evening."""
    terminal = Terminal(home.root, *PLAY)
    terminal.sees("saved 1")
    steps = 0
    while True:
        shown = saved_number(terminal)
        terminal.kill()
        assert terminal.ends() == -signal.SIGKILL
        saved = the_save(home)
        assert saved.number >= shown
        if saved.evening.is_closed:
            break
        terminal = Terminal(home.root, "resume", "--motion", "none")
        for words in standing_at(saved.evening):
            terminal.sees(words)
        assert the_save(home).evening == saved.evening
        steps += 1
        terminal.enters(partial(has_gone_on, home, saved.number))

    assert steps >= 2 * len(saved.evening.closed) == 10


def has_gone_on(home: Home, number: int) -> bool:
    """Return whether a save after *number* was made."""
    return the_save(home).number > number


def standing_at(evening: Evening) -> tuple[str, ...]:
    """Return the beginnings of what the screen says where *evening* stands."""
    if evening.step is not None and evening.step.hidden:
        return ("Ana, your eyes only.",)
    now = scene(evening)
    return (now.question[:30], now.text[:24], now.choices[0][1])


def test_a_second_window_is_told_at_once(home: Home) -> None:
    first = Terminal(home.root, *PLAY)
    first.sees("saved 1")
    second = Terminal(home.root, "resume")
    second.sees(the_save(home).id)

    assert "over to" not in second.text
    for terminal in (first, second):
        terminal.press("q")
        assert terminal.ends() == 0


def test_what_is_written_in_secret_reaches_neither_the_terminal_nor_the_disk(home: Home) -> None:
    (home.decks / "ours.toml").write_text(OWN_DECK)
    terminal = Terminal(
        home.root, "play", "--names", "Ana", "Ben", "--deck", "ours", "--length", "tea", "--seed", "1"
    )
    terminal.sees("Ana, your eyes only.")
    terminal.looks()
    terminal.sees("Hidden as you type.")
    terminal.press(CANARY)
    terminal.until(lambda: terminal.text.count("•") == len(CANARY))
    terminal.press("\r")
    terminal.sees("Ben, your eyes only.")
    terminal.kill()
    terminal.ends()

    assert CANARY.encode() not in terminal.bytes
    kept = b"".join(path.read_bytes() for path in home.root.rglob("*") if path.is_file())
    assert CANARY.encode() not in kept


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets a limit be set from outside")
def test_a_last_move_that_is_not_kept_is_told_on_the_way_out_and_ends_with_a_one(home: Home) -> None:
    terminal = Terminal(home.root, *PLAY)
    terminal.until(lambda: saved_number(terminal) > 0)
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    terminal.press("\r")
    terminal.sees("not saved")
    terminal.sees("could not be saved")
    terminal.press("q")
    code = terminal.ends()

    assert code == 1
    assert "The last move is not kept." in terminal.text


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets a limit be set from outside")
def test_a_move_that_could_not_be_kept_is_kept_with_the_next(home: Home) -> None:
    terminal = Terminal(home.root, *PLAY)
    terminal.until(lambda: saved_number(terminal) > 0)
    before = saved_number(terminal)
    limits = resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    terminal.press("\r")
    terminal.sees("not saved")
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, limits)
    terminal.press("\r")
    terminal.until(lambda: saved_number(terminal) == before + 1)
    terminal.press("q")

    assert terminal.ends() == 0
    assert the_save(home).number == before + 1
