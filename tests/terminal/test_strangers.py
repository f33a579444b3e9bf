"""Strangers' decks in a real terminal: shown as text on every screen and in lines, and never obeyed."""

import json
from pathlib import Path

import pytest

from game.files.config import Config, write_config
from game.files.decks.deckfile import DeckFile
from game.files.decks.shelf import read_shelf
from game.files.paths import Home, find_home, open_home
from tests.files.strangers import FILE_NAMES, SPECIAL, TEXTS, lay_all, lay_texts, title_of
from tests.terminal.judge import strays
from tests.terminal.screen import Terminal

EVENING = ("--names", "Ana", "Ben", "--seed", "4")
CLOSING = "Good night, you two."
SHOWN = 30
"""Letters of a text that fit on one line, wherever it stands."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = find_home(tmp_path / "h")
    open_home(place)
    write_config(place.config, Config(welcomed=True, motion="none"))
    return place


def written(terminal: Terminal) -> set[str]:
    """Return which of TEXTS have been written, byte by byte: emulators lose letters that have no width."""
    return {what for what, text in TEXTS.items() if text[:SHOWN].encode() in terminal.bytes}


def press(terminal: Terminal, keys: str) -> None:
    """Press *keys* and wait for what they change."""
    before = terminal.text
    if keys == "\r":
        return terminal.enters(lambda: terminal.text != before)
    terminal.press(keys)
    terminal.until(lambda: terminal.text != before)


def answer(terminal: Terminal, line: str) -> None:
    """Type *line* and wait for what comes after it."""
    before = len(terminal.bytes)
    terminal.press(f"{line}\r")
    terminal.until(lambda: len(terminal.bytes) > before + len(line) + 2)


def test_on_the_table_every_text_is_only_text(home: Home) -> None:
    lay_texts(home.decks)
    terminal = Terminal(home.root, "play", *EVENING, "--deck", "theirs", "--length", "tea")
    terminal.sees("over to Ana")
    press(terminal, "\r")
    press(terminal, "\r")
    terminal.sees("[/x] {0}")
    while len(written(terminal)) < len(TEXTS):
        press(terminal, "s")
    press(terminal, "c")
    while CLOSING not in terminal.text:
        press(terminal, "\r")
    terminal.press("q")

    assert terminal.ends() == 0
    assert strays(terminal.bytes) == []


def test_in_lines_every_text_is_only_text(home: Home) -> None:
    lay_texts(home.decks)
    terminal = Terminal(home.root, "play", "--plain", *EVENING, "--deck", "theirs", "--length", "tea")
    lines = ["swap"] * (len(TEXTS) - 1) + ["close"]
    while CLOSING.encode() not in terminal.bytes:
        terminal.until(lambda: terminal.bytes.endswith(b"> "))
        answer(terminal, lines.pop(0) if lines else "")
    terminal.press("\r")

    assert terminal.ends() == 0
    assert written(terminal) == TEXTS.keys()
    assert strays(terminal.bytes, plain=True) == []


def test_in_the_list_of_decks_every_title_and_problem_is_only_text(home: Home) -> None:
    lay_all(home.decks, ("markup", "codes in a key and a value", "invalid UTF-8"))
    broken = read_shelf(home).broken
    terminal = Terminal(home.root, "play", *EVENING, "--length", "short")
    terminal.sees("pick a deck")
    for file in reversed(broken):
        press(terminal, "\x1b[A")
        terminal.sees(beginning(file))
    press(terminal, "\r")
    terminal.sees("cannot be played yet")
    press(terminal, "\r")
    titles = {title_of(name)[:SHOWN].encode() for name, problems in FILE_NAMES.items() if not problems}
    while not all(title in terminal.bytes for title in titles):
        press(terminal, "\x1b[A")
    terminal.press("q")

    assert terminal.ends() == 0
    assert strays(terminal.bytes) == []


def beginning(file: DeckFile) -> str:
    """Return how the first problem of *file* begins, as far as a line always shows it."""
    return str(file.problems[0])[:SHOWN]


def test_what_is_wrong_fills_a_screen_as_text(home: Home) -> None:
    keys = "".join(f'"{text}\\u001b[{n}m" = 1\n' for n, text in enumerate(list(TEXTS.values())[:5]))
    (home.decks / "\x1b[31m[b]x.toml").write_text(f'[deck]\ntitle = "T"\n{keys}[[card]]\ntext = "Hm?"\n')
    terminal = Terminal(home.root, "play", *EVENING, "--length", "short")
    terminal.sees("pick a deck")
    press(terminal, "\x1b[A")
    press(terminal, "\r")
    terminal.sees("[31m[b]x.toml cannot be played yet")
    terminal.sees("[/q] one[0m: this key is not known")
    terminal.sees("[@click=app.quit]x[/] three[2m")
    terminal.press("q")

    assert terminal.ends() == 0
    assert strays(terminal.bytes) == []


def test_before_the_lines_begin_every_problem_is_only_text(home: Home) -> None:
    lay_all(home.decks)
    terminal = Terminal(home.root, "play", "--plain", *EVENING, "--length", "short")
    terminal.until(lambda: terminal.bytes.endswith(b"> "))
    terminal.press("leave\r")

    assert terminal.ends() == 0
    assert all(f"{name}: {sentence[:SHOWN]}".encode() in terminal.bytes for name, sentence in SPECIAL.items())
    assert strays(terminal.bytes, plain=True) == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("deck", "list"), 0),
        (("deck", "check", "--advice"), 1),
        (("deck", "check", "--json"), 1),
        (("deck", "show", "theirs"), 0),
    ],
    ids=["list", "check", "json", "show"],
)
def test_whatever_is_asked_of_them_is_answered_in_text(
    command: tuple[str, ...], code: int, home: Home
) -> None:
    lay_all(home.decks)
    terminal = Terminal(home.root, *command)

    assert terminal.ends() == code
    assert strays(terminal.bytes, plain=True) == []
    if "show" in command:
        assert written(terminal) == TEXTS.keys()
    elif "--json" not in command:
        assert all(f"{name}: {sentence}".encode() in terminal.bytes for name, sentence in SPECIAL.items())
    else:
        answer = terminal.bytes.decode()
        assert {
            Path(each["file"]).name for each in json.loads(answer[: answer.rindex("]") + 1])
        } >= SPECIAL.keys()
