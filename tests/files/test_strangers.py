"""Whatever a stranger sends is read as text or refused with a place and a sentence, at next to no cost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.files.decks.deckfile import read_deck
from game.files.decks.shelf import read_shelf
from game.files.paths import Home
from game.files.problems import Problem
from game.words.text import is_plain
from tests.files.strangers import (
    FILE_NAMES,
    FILES,
    SPECIAL,
    TEXTS,
    lay_all,
    lay_file,
    lay_name,
    lay_special,
    lay_texts,
)

SMALL_ROOM = 512 << 20
"""Bytes of memory in which every stranger's file must be read or refused; an empty Python has some 30 MB."""


def told(problems: tuple[Problem, ...]) -> list[str]:
    lines = [str(problem) for problem in problems]
    assert all(is_plain(line) and "\n" not in line for line in lines)
    return lines


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_read_or_refused_with_its_line(what: str, tmp_path: Path) -> None:
    path = lay_file(tmp_path, what)
    file, expected = read_deck(path), FILES[what].told
    lines = told(file.problems)

    assert (file.deck is None) == bool(expected)
    for line, sentence in zip(lines, expected, strict=True):
        assert line.startswith(path.name + sentence)


@pytest.mark.parametrize("name", FILE_NAMES, ids=ascii)
def test_a_name_is_shown_without_what_a_terminal_would_obey(name: str | bytes, tmp_path: Path) -> None:
    file = read_deck(lay_name(tmp_path, name))

    assert tuple(told(file.problems)) == FILE_NAMES[name]
    assert (file.deck is None) == bool(FILE_NAMES[name])


@pytest.mark.parametrize("name", SPECIAL)
def test_what_is_no_ordinary_file_is_left_alone(name: str, tmp_path: Path) -> None:
    assert told(read_deck(lay_special(tmp_path, name)).problems) == [f"{name}: {SPECIAL[name]}"]


def test_a_text_is_kept_letter_by_letter(tmp_path: Path) -> None:
    deck = read_deck(lay_texts(tmp_path)).deck

    assert deck is not None
    assert [card.text for card in deck.cards] == list(TEXTS.values())


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lay_texts(tmp_path)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(os, "open", refuse)

    assert told(read_deck(path).problems) == ["theirs.toml: this file cannot be read: permission is denied."]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_is_closed_to_us_is_told(tmp_path: Path) -> None:
    path = lay_texts(tmp_path)
    path.chmod(0)

    assert told(read_deck(path).problems) == ["theirs.toml: this file cannot be read: permission is denied."]


@pytest.mark.parametrize("what", ["a million cards", "hundred-mb.toml"])
def test_of_a_file_that_is_too_large_not_one_byte_is_read(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay_special(tmp_path, what) if what in SPECIAL else lay_file(tmp_path, what)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("it is read"))

    assert [line.partition(": ")[2] for line in told(read_deck(path).problems)] == [
        SPECIAL["hundred-mb.toml"]
    ]


def test_a_bomb_never_reaches_the_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lay_file(tmp_path, "a million cards in a few bytes")
    monkeypatch.setattr(tomli, "loads", lambda _: pytest.fail("it is parsed"))

    assert len(told(read_deck(path).problems)) == 1


def test_no_stranger_keeps_another_deck_from_the_shelf(home: Home) -> None:
    lay_all(home.decks)
    shelf = read_shelf(home)
    good = {name for name, problems in FILE_NAMES.items() if not problems}
    fine = {what for what, stranger in FILES.items() if not stranger.told}
    shipped = {path.stem for path in home.shipped.glob("*.toml")}

    assert len(shelf.files) == 1 + len(FILES) + len(FILE_NAMES) + len(SPECIAL) + len(shipped)
    assert len(shelf.decks) == 1 + len(fine) + len(good) + len(shipped)
    assert {file.path.name for file in shelf.broken} >= SPECIAL.keys()


def test_all_of_them_together_are_refused_in_a_small_room(home: Home) -> None:
    lay_all(home.decks)
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({SMALL_ROOM}, {SMALL_ROOM}))"
    program = f"{limit}\nfrom game.cli import main\nraise SystemExit(main())"
    command = [sys.executable, "-c", program, "--home", str(home.root), "deck", "check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert all(f"{name}: {sentence}\n" in done.stdout for name, sentence in SPECIAL.items())


# Whatever else there may be: pieces of decks, of TOML and of terminals, put together at random.

PIECES = (
    *("[deck]", "[[card]]", "[card]", "[[card.x]]", "title", "text", "depth", "id", "kind", "follow_ups"),
    *(" = ", "=", '"', "'", '"""', "'''", "[", "]", "{", "}", ",", ".", "\n", "\r\n", "\r", " ", "\t", "#"),
    *(
        "\\",
        "\\u001b",
        "\\x",
        "\\U0010ffff",
        "\x1b[2J",
        "\x00",
        "\x9b",
        "\u202e",
        "\ufeff",
        "[/q]",
        "{0}",
        "愛",
    ),
    *(
        "1",
        "-",
        "0x",
        "9" * 50,
        "1e999",
        "nan",
        "true",
        "2026-11-26",
        "W" * 300,
        "con",
        "../x",
        '"T"',
        "'Hm?'",
    ),
)
FINE = '[deck]\ntitle = "T"\n[[card]]\ntext = '
hostile = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join).map(str.encode),
    st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: (FINE + "".join(pieces)).encode()),
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: f"{FINE}'''{text}'''".encode("utf-8", "surrogatepass")),
)


def whatever(folder: Path, content: bytes) -> None:
    """Read *content* as a deck: it is one whose texts are plain, or it is told why not, in plain lines."""
    path = folder / "any.toml"
    path.write_bytes(content)
    file = read_deck(path)
    lines = told(file.problems)

    assert (file.deck is None) == bool(lines)
    assert all(line.startswith("any.toml:") and len(line) < 700 for line in lines)
    for card in file.deck.cards if file.deck else ():
        assert all(map(is_plain, (card.id, card.text, card.alt, card.angle, *card.follow_ups)))


@given(content=hostile)
@example(b"")
@example(b"\xef\xbb\xbf")
def test_any_bytes_at_all_are_a_deck_or_told(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    whatever(tmp_path_factory.getbasetemp(), content)


@pytest.mark.torture
@settings(max_examples=10_000, derandomize=False, suppress_health_check=list(HealthCheck))
@given(content=hostile)
def test_ten_thousand_strangers_are_decks_or_told(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    whatever(tmp_path_factory.getbasetemp(), content)
