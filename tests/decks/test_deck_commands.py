"""Every command on the page about decks does what the page says, in the order a reader would type them."""

import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from game.cli import main
from game.files.decks.schema import schema_text
from game.files.importing import Form, Imported, read_foreign
from tests.decks.test_deck_page import BLOCKS, EXAMPLES

COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
LISTS = {language: text for language, text in BLOCKS if language in ("markdown", "csv", "json")}
FILES = {"questions.md": "markdown", "table.csv": "csv", "objects.json": "json"}
ANKI = "#separator:tab\n#html:false\n#deck:Us\nWhich window, and why?\tnone\n"


@pytest.fixture
def folder(tmp_path: Path, stranger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files that the page names, and Sunday Walks among the decks."""
    for name, language in FILES.items():
        (tmp_path / name).write_text(LISTS[language], encoding="utf-8")
    (tmp_path / "notes.txt").write_text(ANKI)
    decks = stranger / "evenings" / "decks"
    decks.mkdir(parents=True)
    (decks / "sunday-walks.toml").write_text(EXAMPLES[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def actions() -> set[str]:
    """Return what `turn-toward deck` can do, by its own help."""
    command = [sys.executable, "-m", "game", "deck", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^    (\w+) ", told, re.MULTILINE))


def run(command: str) -> int:
    """Do what a reader would type, in this very folder, and return the exit code."""
    program, *arguments = shlex.split(command, comments=True)
    assert program == "turn-toward"
    if arguments[0] == "play":  # it reads what is typed, so it gets a program of its own
        game = [sys.executable, "-m", "game", *arguments]
        return subprocess.run(game, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode
    if ">" not in arguments:
        return main(arguments)
    with Path(arguments[-1]).open("w", encoding="utf-8") as out, redirect_stdout(out):
        return main(arguments[: arguments.index(">")])


def test_every_command_works_in_the_order_of_the_page(folder: Path) -> None:
    assert {command: code for command in COMMANDS if (code := run(command))} == {}
    assert {each.name for each in folder.glob("walks.*")} == {"walks.csv", "walks.html"}
    assert (folder / "deck.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_action_is_on_the_page_and_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    shown = {shlex.split(command)[2] for command in COMMANDS if command.startswith("turn-toward deck")}
    assert actions() == shown

    for action in shown:
        with pytest.raises(SystemExit, match="0"):
            main(["deck", action, "--help"])
        usage, _, told = capsys.readouterr().out.partition("\n\n")
        assert usage.startswith(f"usage: turn-toward deck {action}")
        assert told.partition("\n")[0].strip()


def marks(found: Imported) -> list[tuple[object, ...]]:
    """Return depth, kind, angle and follow-ups of every card that was *found*."""
    cards = found.deck.cards if found.deck else ()
    return [(card.depth, card.kind.value, card.angle, card.follow_ups) for card in cards]


def test_what_the_page_shows_comes_in_whole(folder: Path) -> None:
    found = {name: read_foreign(folder / name) for name in FILES}

    assert {name: each.left for name, each in found.items()} == dict.fromkeys(FILES, ())
    assert {name: marks(each) for name, each in found.items()} == {
        "questions.md": [
            (1, "question", "", ("When did you first notice it?",)),
            (3, "question", "", ()),
        ],
        "table.csv": [(1, "question", "", ("What do you see there?",)), (2, "story", "", ())],
        "objects.json": [(1, "question", "", ()), (1, "question", "", ()), (2, "question", "Travel", ())],
    }


def test_every_form_that_can_be_asked_for_is_on_the_page(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "decks.md").read_text(encoding="utf-8")
    names = {
        "text": "Plain text",
        "markdown": "Markdown",
        "deck": "A deck of somebody else",
        "hascard": "hascard",
    }

    assert [
        form for form in Form if names.get(form, form.value.upper()) not in page and form is not Form.ANKI
    ] == []
    assert read_foreign(folder / "notes.txt").form is Form.ANKI
