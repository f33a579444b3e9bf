"""`deck edit` without screens: it says which file to open, and nothing is lost or made by a wrong name."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import edit
from game.cli.naming import home_of
from game.files.paths import Home
from tests.cli.line import Line


def test_the_file_of_an_own_deck_is_told(line: Line) -> None:
    path = line.home / "decks" / "roads.toml"
    answer = line("deck", "edit", "roa")

    assert (answer.code, answer.told) == (0, f"{path}\n")
    assert answer.said == f"Open {path} in a text editor, and let turn-toward deck check read it after.\n"


def test_a_file_is_opened_where_it_lies(line: Line, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text('[deck]\ntitle = "x"\n', encoding="utf-8")

    assert line("deck", "edit", str(elsewhere), "--plain").told == f"{elsewhere}\n"


def test_a_broken_deck_is_told_by_its_name_too(line: Line) -> None:
    path = line.home / "decks" / "broken.toml"
    path.write_text("[deck\n", encoding="utf-8")

    assert line("deck", "edit", "broken").told == f"{path}\n"


def test_a_deck_that_came_along_is_copied_and_said_to_be(
    line: Line,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped = tmp_path / "shipped" / "harbour.toml"
    shipped.parent.mkdir()
    shipped.write_text('[deck]\ntitle = "Harbour"\n[[card]]\ntext = "Which boat?"\n', encoding="utf-8")

    def with_shipped(arguments: object) -> Home:
        return replace(home_of(arguments), shipped=shipped.parent)  # type: ignore[arg-type]

    monkeypatch.setattr(edit, "home_of", with_shipped)
    copy = line.home / "decks" / "harbour.toml"
    answer = line("deck", "edit", "harbour")

    assert (answer.code, answer.told) == (0, f"{copy}\n")
    assert answer.said.startswith(f"This is your own copy now, kept as {copy}.\n")
    assert copy.read_bytes() == shipped.read_bytes()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        (("raods",), 2, "There is no deck raods. Did you mean roads?"),
        (("h",), 2, "h is the beginning of several decks: hands, hard"),
        ((), 2, "Name a deck, as in: turn-toward deck edit tea-time."),
        (("nowhere.toml",), 1, "nowhere.toml: this file cannot be read: it is not there."),
        (("/", "--plain"), 1, "this is a folder, not a file."),
    ],
)
def test_a_name_that_is_none_is_answered_by_the_nearest(
    name: tuple[str, ...],
    code: int,
    said: str,
    line: Line,
) -> None:
    before = sorted(line.home.rglob("*"))
    answer = line("deck", "edit", *name)

    assert (answer.code, answer.told) == (code, "")
    assert said in answer.said
    assert sorted(line.home.rglob("*")) == before
