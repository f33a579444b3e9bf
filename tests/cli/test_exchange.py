"""Decks that come in, go out and begin on the command line."""

import json
from pathlib import Path

import pytest

from game.cli import main
from tests.cli.line import Answer, Line

LIST = "- What warms you today?\n- Which door do you still remember?\n"


@pytest.fixture
def a_list(tmp_path: Path) -> str:
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


def test_a_dry_run_says_what_would_be_taken_and_writes_nothing(line: Line, a_list: str) -> None:
    before = sorted(line.home.rglob("*"))

    answer = line("deck", "import", a_list, "--title", "Our list", "--dry-run")

    assert answer.code == 0
    assert "Cards for the deck «Our list» (our-list): 2" in answer.told
    assert sorted(line.home.rglob("*")) == before


def test_an_imported_deck_stands_on_the_shelf_and_is_never_written_over(line: Line, a_list: str) -> None:
    first = line("deck", "import", a_list, "--title", "Our list")
    kept = (line.home / "decks" / "our-list.toml").read_bytes()
    second = line("deck", "import", a_list, "--title", "Our list")

    assert (first.code, second.code) == (0, 1)
    assert "our-list-2" in second.said
    assert (line.home / "decks" / "our-list.toml").read_bytes() == kept
    assert "What warms you today?" in line("deck", "show", "our-list").told


def test_what_goes_out_comes_in_again(line: Line, a_list: str, tmp_path: Path) -> None:
    line("deck", "import", a_list, "--title", "Our list")
    out = tmp_path / "out.csv"
    assert line("deck", "export", "our-list", str(out)).code == 0
    line("deck", "import", str(out), "--title", "Again")

    texts = [
        [card["text"] for card in json.loads(line("deck", "show", id, "--json").told)["cards"]]
        for id in ("our-list", "again")
    ]
    assert texts[0] == texts[1] == ["What warms you today?", "Which door do you still remember?"]


def test_an_export_is_told_where_no_file_is_named(line: Line, a_list: str) -> None:
    line("deck", "import", a_list, "--title", "Our list")

    answer = line("deck", "export", "our-list")

    assert answer == Answer(
        0, "# Our list\n\n## 1: light\n\n- What warms you today?\n- Which door do you still remember?\n", ""
    )


def test_an_ending_that_says_nothing_asks_for_a_format(line: Line, tmp_path: Path) -> None:
    answer = line("deck", "export", "roads", str(tmp_path / "out.xyz"))

    assert (answer.code, answer.told) == (2, "")
    assert "--format" in answer.said


def test_a_new_deck_is_one_that_plays(line: Line) -> None:
    answer = line("deck", "new", "Rainy days")

    assert answer.told == f"{line.home / 'decks' / 'rainy-days.toml'}\n"
    assert line("deck", "check", "rainy-days").code == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("new", "Ours", "--id", "a b"), 'A deck cannot be called so: found "a b"; small letters'),
        (("import", "{list}", "--id", "../a"), 'A deck cannot be called so: found "../a"; small letters'),
        (("import", "{list}", "--id", "con"), 'A deck cannot be called so: found "con"; some systems keep'),
        (("new", " "), "A deck needs a title."),
    ],
)
def test_a_name_that_no_deck_can_have_is_wrong_use_and_makes_nothing(
    command: tuple[str, ...], said: str, line: Line, a_list: str
) -> None:
    before = sorted(line.home.rglob("*"))
    answer = line("deck", *(each.replace("{list}", a_list) for each in command))

    assert (answer.code, answer.told) == (2, "")
    assert answer.said.startswith(f"turn-toward: {said}")
    assert sorted(line.home.rglob("*")) == before


def test_the_schema_is_the_one_beside_the_decks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "schema"]) == 0

    shipped = Path(__file__).parents[2] / "decks" / "deck.schema.json"
    assert capsys.readouterr().out == shipped.read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_a_problem_with_its_name(line: Line) -> None:
    answer = line("deck", "import", "nowhere.txt")

    assert answer.code == 1
    assert "nowhere.txt" in answer.told


def test_another_hand_s_deck_gets_advice_and_never_an_error(line: Line) -> None:
    (line.home / "decks" / "theirs.toml").write_text(
        '[deck]\ntitle = "Theirs"\n\n[[card]]\ntext = "Do you trust me?"\n', encoding="utf-8"
    )

    answer = line("deck", "check", "theirs", "--advice")

    assert answer.code == 0
    assert " warning: " in answer.told
    assert " error: " not in answer.told
