"""Every command, what it tells, and the exit code that answers it."""

import json
import re
from pathlib import Path
from typing import NoReturn

import pytest

from game import __version__
from game.cli import main
from tests.cli.line import Answer, Line


def test_the_version_is_told(line: Line) -> None:
    assert line("--version") == Answer(0, f"turn-toward {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("play",),
        ("resume",),
        ("deck",),
        ("deck", "list"),
        ("deck", "show"),
        ("deck", "check"),
        ("deck", "edit"),
        ("saves",),
        ("saves", "list"),
        ("saves", "show"),
        ("saves", "check"),
        ("paths",),
    ],
)
def test_every_command_explains_itself(command: tuple[str, ...], line: Line) -> None:
    code, told, said = line(*command, "--help")

    assert (code, said) == (0, "")
    assert told.startswith(" ".join(("usage: turn-toward", *command)))
    assert "--home DIR" in told


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("ply",), "«ply» is not known. Did you mean play?"),
        (("play", "--nosuch"), "«--nosuch» means nothing here."),
        (("play", "--mtion", "none"), "«--mtion» means nothing here. Did you mean --motion?"),
        (("deck", "schema", "--json"), "«--json» means nothing here."),
        (("deck", "--plain", "list"), "«--plain» means nothing here."),
        (("saves", "show", "1999", "2000"), "«2000» means nothing here."),
        (("--theme", "linen", "paths"), "«--theme» means nothing here.\n"),
        (("--motion", "none", "saves", "list"), "«--motion» means nothing here.\n"),
        (("--seed", "0", "deck", "list"), "«--seed» means nothing here.\n"),
        (("--passphrase-fd", "0", "deck", "edit"), "«--passphrase-fd» means nothing here.\n"),
        (("play", "--names", "Ana"), "expected 2 arguments"),
        (("play", "--names", "Ana", " ana"), "You have the same name."),
        (("play", "--names", "", "Ben"), "A name needs at least one letter."),
        (("play", "--names", "Ana", "B\x1b[2J"), "a letter that cannot be shown"),
        (("play", "--length", "lnog"), "«lnog» is not known. Did you mean long?"),
        (("play", "--length", "s"), "«s» could be any of these: short, standard."),
        (("play", "--motion", "x"), "«x» is not known; known are full, none."),
        (("play", "--seed", "x"), "argument --seed: «x» is not a whole number."),
        (("lock", "--passphrase-fd", "x"), "argument --passphrase-fd: «x» is not a whole number."),
        (("play", "--deck", "raods"), "There is no deck raods. Did you mean roads?"),
        (("play", "--deck", "roads", "--deck", "h"), "h is the beginning of several decks: hands, hard"),
        (("play", "--deck", "broken"), "The deck broken cannot be played yet: broken.toml"),
        (("resume", "2026-13"), "There is no evening 2026-13."),
        (("deck", "check", "x" * 5000), "There is no deck xxx"),
        (("deck", "show"), "the following arguments are required: ID"),
        (("deck", "show", "secretz"), "There is no deck secretz. Did you mean secrets?"),
        (("deck", "check", "secretz"), "There is no deck secretz. Did you mean secrets?"),
        (("deck", "shwo"), "«shwo» is not known. Did you mean show?"),
        (("saves", "show"), "the following arguments are required: EVENING"),
        (("saves", "show", "1999"), "There is no evening 1999."),
        (("\x1b[2J",), "is not known"),
        (("play", "--\x1b[2J"), "«--[2J» means nothing here."),
        (("deck", "show", "\x1b[2J"), "There is no deck [2J."),
    ],
)
def test_wrong_use_gets_a_sentence_and_a_two(wrong: tuple[str, ...], said: str, line: Line) -> None:
    (line.home / "decks" / "broken.toml").write_text("[deck]\n", encoding="utf-8")
    answer = line(*wrong)

    assert (answer.code, answer.told) == (2, "")
    assert said in answer.said
    assert "\x1b" not in answer.said


def test_ctrl_c_before_the_command_is_understood_leaves_quietly(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.arguments.read_arguments", interrupted)

    assert line("deck", "list") == Answer(130, "", "")


@pytest.mark.parametrize(
    ("wrong", "usage"),
    [
        (("--nosuch",), "usage: turn-toward [--version]"),
        (("deck", "--nosuch"), "usage: turn-toward deck [-h]"),
        (("deck", "schema", "--json"), "usage: turn-toward deck schema [-h]"),
        (("--seed", "1", "saves", "show", "x"), "usage: turn-toward saves show [-h]"),
    ],
)
def test_what_means_nothing_is_answered_by_how_that_very_command_is_used(
    wrong: tuple[str, ...], usage: str, line: Line
) -> None:
    answer = line(*wrong)

    assert (answer.code, answer.said[: len(usage)]) == (2, usage)


@pytest.mark.parametrize(
    "command",
    [("--plain", "paths"), ("--theme", "linen", "deck", "edit", "roads"), ("--plain", "deck", "list")],
)
def test_what_a_command_does_know_may_stand_before_it(command: tuple[str, ...], line: Line) -> None:
    """All but the screens answers in lines, so --plain holds wherever it stands."""
    assert line(*command).code == 0


def test_there_is_nothing_to_go_on_with_in_an_empty_home(line: Line) -> None:
    assert line("resume") == Answer(
        1, "", "turn-toward: There is no evening to go on with. turn-toward play begins one.\n"
    )


def test_the_home_may_stand_before_the_command_or_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--home", str(tmp_path), "paths"])
    before = capsys.readouterr()
    main(["paths", "--home", str(tmp_path)])

    assert capsys.readouterr() == before
    assert before.out.split()[:2] == ["root", str(tmp_path)]


@pytest.mark.parametrize("home", ["", "~nobody-of-this-name/x"])
def test_a_home_that_no_folder_could_be_is_wrong_use(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["paths", "--home", home])

    assert code == 2
    assert capsys.readouterr() == ("", f"turn-toward: «{home}» is not a folder that --home could mean.\n")


@pytest.mark.parametrize("command", [("play", "--plain"), ("play",)])
def test_a_home_that_cannot_be_written_is_told_before_play(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code = main([*command, "--names", "Ana", "Ben", "--home", str(tmp_path / "file")])

    assert (code, capsys.readouterr().out) == (1, "")


# decks


def test_decks_are_listed_with_their_cards_and_depths(line: Line) -> None:
    code, told, said = line("deck", "list")

    assert (code, said) == (0, "")
    assert "roads Roads 7 cards 2 light, 2 open, 3 deep" in [
        " ".join(deck.split()) for deck in told.splitlines()
    ]
    assert line("deck") == Answer(code, told, said)


def test_a_deck_with_one_card_says_so_in_the_singular(line: Line) -> None:
    (line.home / "decks" / "one.toml").write_text(
        "[deck]\ntitle = 'One'\n[[card]]\ntext = 'Alone?'\n", encoding="utf-8"
    )

    assert "one One 1 card 1 light" in [
        " ".join(deck.split()) for deck in line("deck", "list").told.splitlines()
    ]


def test_a_broken_deck_is_listed_with_its_problems_and_the_others_beside_it(line: Line) -> None:
    (line.home / "decks" / "broken.toml").write_text("[deck]\ntitel = 1\n", encoding="utf-8")
    listed = line("deck", "list")
    checked = line("deck", "check")
    one = line("deck", "check", "broken")

    assert (listed.code, checked.code, one.code) == (0, 1, 1)
    assert 'broken.toml:2: titel: this key is not known; did you mean "title"?' in listed.said
    assert 'broken.toml:2: titel: this key is not known; did you mean "title"?' in checked.told
    assert checked.told == one.told
    assert "Tea" in listed.told
    assert re.search(r"Decks read: \d+\. Cards: \d+\. Problems: 3\.", checked.said)


def test_a_deck_that_hides_one_that_came_along_says_so(line: Line) -> None:
    (line.home / "decks" / "tea-time.toml").write_text(
        '[deck]\ntitle = "Ours"\n[[card]]\ntext = "Tea?"\n', encoding="utf-8"
    )
    code, told, said = line("deck", "list")

    assert code == 0
    assert "Ours" in told
    assert "Your own deck tea-time is played in place of the one that came along." in said


def test_decks_are_listed_as_json(line: Line) -> None:
    (line.home / "decks" / "broken.toml").write_text("[deck]\n", encoding="utf-8")
    listed = {Path(deck["file"]).stem: deck for deck in json.loads(line("deck", "list", "--json").told)}

    assert listed["roads"]["depths"] == {"1": 2, "2": 2, "3": 3}
    assert listed["roads"]["problems"] == []
    assert listed["broken"]["problems"][0]["severity"] == "error"


def test_a_deck_is_shown_card_by_card(line: Line) -> None:
    assert line("deck", "show", "hand").told == (
        "Hands (hands)\n\n"
        "1. action, light: Hold hands for one song.\n   or: Hum one song together.\n\n"
        "2. action, light: Lean back to back.\n"
    )
    assert "   · What helped you then?\n" in line("deck", "show", "roads").told
    assert len(json.loads(line("deck", "show", "roads", "--json").told)["cards"]) == 7


def test_a_deck_is_checked_by_its_path_or_by_its_id(line: Line, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text('[deck]\ntitle = "One"\n[[card]]\ntext = 3\n', encoding="utf-8")

    assert line("deck", "check", "roads", "tea").code == 0
    assert line("deck", "check", str(elsewhere)).told.startswith("elsewhere.toml:4: text: found 3;")
    assert line("deck", "check", "roads", str(elsewhere)).code == 1
    assert line("deck", "check", str(tmp_path / "missing.toml")).code == 1


def test_advice_warns_without_being_a_problem_and_an_error_is_one(line: Line) -> None:
    deck = line.home / "decks" / "blunt.toml"
    deck.write_text(
        '[deck]\ntitle = "Blunt"\nmoment = "ice-breaker"\n[[card]]\nid = "b-1"\n'
        'text = "Do you like tea with your bread?"\n',
        encoding="utf-8",
    )
    quiet = line("deck", "check", "blunt")
    advised = line("deck", "check", "blunt", "--advice")
    as_json = json.loads(line("deck", "check", "blunt", "--advice", "--json").told)

    assert (quiet.code, quiet.told) == (0, "")
    assert "blunt.toml:4: blunt-b-1: " in advised.told
    assert advised.code == int(any(each["severity"] == "error" for each in as_json))
    assert {each["card"] for each in as_json} == {"blunt-b-1", ""} or {each["card"] for each in as_json} == {
        "blunt-b-1"
    }


# evenings


def test_evenings_are_listed_and_shown_by_a_beginning(line: Line, played: str) -> None:
    listed = line("saves", "list")
    shown = line("saves", "show", played[:8])

    assert listed == line("saves")
    assert listed == Answer(0, f"{played}  Ana & Ben  short  3 of 6 cards  open\n", "")
    assert shown.code == 0
    assert shown.told.startswith(f"{played}   Ana & Ben   short   3 of 6 cards   open\n\nRoads, light: ")
    assert shown.told.count("\nRoads, ") == 3
    assert "Lights tonight: 9." in shown.told


def test_nothing_that_is_told_of_an_evening_is_about_one_person(line: Line, played: str) -> None:
    as_json = json.loads(line("saves", "show", played, "--json").told)
    lights = ["trust", "respect", "empathy", "communication", "friendship"]

    assert sorted(as_json) == sorted(
        ["id", "names", "shape", "played", "cards", "closed", "problem", "lights"]
    )
    assert sorted(as_json["lights"]) == sorted(lights)
    assert all(set(card) == {"deck", "depth", "text"} for card in as_json["played"])


def test_evenings_are_listed_as_json(line: Line, played: str) -> None:
    (entry,) = json.loads(line("saves", "list", "--json").told)

    assert entry == {
        "id": played,
        "names": ["Ana", "Ben"],
        "shape": "short",
        "played": 3,
        "cards": 6,
        "closed": False,
        "problem": None,
    }


def test_a_save_that_cannot_be_read_is_named_and_stops_nothing(line: Line, played: str) -> None:
    (line.home / "saves" / "2020-01-01-1.toml").write_text("not a save", encoding="utf-8")
    listed = line("saves", "list")
    shown = line("saves", "show", "2020")
    resumed = line("resume", "2020", "--plain")

    assert (listed.code, shown.code, resumed.code) == (0, 1, 1)
    assert played in listed.told
    assert "2020-01-01-1.toml: this is not an evening as the game saves it" in listed.said
    assert "2020-01-01-1.toml" in shown.said
    assert "2020-01-01-1.toml" in resumed.said


@pytest.mark.parametrize("action", ["list", "check"])
def test_a_home_without_evenings_says_so(line: Line, action: str) -> None:
    assert line("saves", action) == Answer(0, "", "No evening has been played here yet.\n")


def test_every_place_is_told_with_its_reason(line: Line) -> None:
    told = json.loads(line("paths", "--json").told)

    assert [each["place"] for each in told] == ["root", "decks", "saves", "config", "themes", "shipped"]
    assert told[0] == {"place": "root", "path": str(line.home), "why": "given by --home"}
    assert line("paths").told.count("\n") == 6


def test_a_command_that_is_none_is_told_the_nearest_one(line: Line) -> None:
    answer = line("pley")

    assert answer.code == 2
    assert "«pley» is not known. Did you mean play?" in answer.said


def test_a_deck_without_a_name_is_wrong_use(line: Line) -> None:
    answer = line("play", "--plain", "--deck", "")

    assert (answer.code, answer.told) == (2, "")
    assert "--deck needs the name of a deck" in answer.said


def test_colours_that_are_none_are_wrong_use_in_lines_too(line: Line) -> None:
    answer = line("play", "--plain", "--theme", "nope")

    assert (answer.code, answer.told) == (2, "")
    assert "«nope» is not known" in answer.said


def test_going_on_where_nothing_was_ever_played_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = Line(tmp_path / "nowhere", capsys)

    assert nowhere("resume", "--plain").code == 1
    assert not nowhere.home.exists()


def test_a_home_whose_evenings_cannot_be_listed_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = Line(tmp_path / "blocked", capsys)
    blocked.home.mkdir()
    (blocked.home / "saves").write_text("")

    for action in ("list", "check"):
        answer = blocked("saves", action)
        assert (answer.code, answer.told) == (1, "")
        assert "the evenings in this folder cannot be listed" in answer.said
        assert blocked("saves", action, "--json").code == 1
