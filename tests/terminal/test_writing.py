"""The editor in a real terminal: it is opened, written in, saved, killed, and goes on with what was typed."""

import fcntl
import signal
import struct
import termios
from pathlib import Path

import pytest

from game.files.config import Config, write_config
from game.files.decks.draft import open_draft
from game.files.paths import Home, find_home, open_home
from tests.terminal.screen import Terminal

DECK = '# ours\n[deck]\ntitle = "Walks"\n\n[[card]]\ntext = "Which door?"  # first\n'
TYPED = "What would a crash take?"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = find_home(tmp_path / "h")
    open_home(place)
    write_config(place.config, Config(welcomed=True, motion="none"))
    (place.decks / "walks.toml").write_text(DECK, encoding="utf-8")
    return place


def edit(home: Home, **environ: str) -> Terminal:
    return Terminal(home.root, "deck", "edit", "walks", "--motion", "none", environ=environ)


def unread(terminal: Terminal) -> int:
    """Return how many bytes of what was typed the game has not read yet, where the system tells."""
    reading = Path(f"/proc/{terminal.child.pid}/fd/0")
    if not reading.exists():
        return 0
    with reading.open("rb") as typed:
        return int(struct.unpack("i", fcntl.ioctl(typed, termios.FIONREAD, bytes(4)))[0])


def unsaved_text(home: Home) -> str:
    """Return what is kept beside the file, or nothing."""
    return "".join(path.read_text(encoding="utf-8") for path in home.decks.glob(".*.unsaved"))


def test_a_card_is_typed_saved_and_what_a_kill_cuts_off_is_offered_again(home: Home) -> None:
    path = home.decks / "walks.toml"
    terminal = edit(home)
    terminal.sees("card 1 of 1")
    terminal.press("a")
    terminal.sees("[ Done ]")
    terminal.press("What did you hear?\x13")
    terminal.sees("Saved.")
    saved = path.read_text(encoding="utf-8")
    terminal.press("\x1b")
    terminal.sees("esc Back")
    terminal.press("a")
    terminal.sees("[ Done ]")
    terminal.press(TYPED)
    terminal.until(lambda: TYPED in unsaved_text(home))
    terminal.kill()
    assert terminal.ends() == -signal.SIGKILL
    assert path.read_text(encoding="utf-8") == saved == DECK + '\n[[card]]\ntext = "What did you hear?"\n'

    again = edit(home)
    again.sees("Go on with it")
    again.press("\r")
    again.sees("card 1 of 3")
    again.press("s")
    again.sees("Saved.")
    again.press("q")
    assert again.ends() == 0
    assert path.read_text(encoding="utf-8") == saved + f'\n[[card]]\ntext = "{TYPED}"\n'
    assert not (path.parent / ".walks.toml.unsaved").exists()


def test_a_signal_leaves_at_once_and_what_was_typed_waits(home: Home) -> None:
    terminal = edit(home)
    terminal.sees("card 1 of 1")
    terminal.press("\r")
    terminal.sees("[ Done ]")
    terminal.press(" And then?")
    terminal.sees("not saved yet")
    terminal.kill(signal.SIGTERM)
    terminal.ends()

    unsaved = open_draft(home.decks / "walks.toml").unsaved()
    assert unsaved is not None
    assert unsaved.page.leaves[0].raw == {"text": "Which door? And then?"}
    assert (home.decks / "walks.toml").read_text(encoding="utf-8") == DECK


def test_an_arrow_in_two_pieces_is_one_where_escdelay_says_that_the_line_is_slow(home: Home) -> None:
    (home.decks / "walks.toml").write_text(f'{DECK}[[card]]\ntext = "Which way?"\n', encoding="utf-8")
    terminal = edit(home, ESCDELAY="60000")
    terminal.sees("card 1 of 2")
    terminal.press("\x1b")
    terminal.until(lambda: not unread(terminal))
    terminal.press("[B")
    terminal.sees("card 2 of 2")
    terminal.press("q")

    assert terminal.ends() == 0


def test_an_unknown_deck_is_answered_before_any_screen(home: Home) -> None:
    terminal = Terminal(home.root, "deck", "edit", "wolks")
    terminal.sees("There is no deck wolks. Did you mean walks?")

    assert terminal.ends() == 2
    assert b"\x1b[?1049h" not in terminal.bytes
