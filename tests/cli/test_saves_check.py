"""Checking evenings from the command line: what is whole, what was lost, and nothing is changed."""

import json
from pathlib import Path

from game.files.evenings.folder import older_of, previous_of
from tests.cli.line import Answer, Line


def files(line: Line) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (line.home / "saves").iterdir()}


def path_of(line: Line, id: str) -> Path:
    return line.home / "saves" / f"{id}.toml"


def test_a_whole_evening_is_whole_at_its_last_saved_step(line: Line, played: str) -> None:
    before = files(line)
    checked = line("saves", "check", played, "--json")
    step = json.loads(checked.told)["step"]

    assert (checked.code, checked.said) == (0, "")
    assert json.loads(checked.told) == {"ok": True, "step": step, "note": ""}
    assert f"number = {step}\n" in path_of(line, played).read_text()
    assert line("saves", "check", played) == Answer(0, f"{played}: whole, saved {step}\n", "")
    assert files(line) == before


def test_every_evening_is_checked_when_none_is_named(line: Line, played: str) -> None:
    (line.home / "saves" / "2020-01-01-1.toml").write_text("rubbish", encoding="utf-8")
    before = files(line)
    checked = line("saves", "check", "--json")

    assert checked.code == 1
    assert [(each["id"], each["ok"]) for each in json.loads(checked.told)] == [
        (played, True),
        ("2020-01-01-1", False),
    ]
    assert json.loads(checked.told)[1]["step"] == 0
    assert "not an evening as the game saves it" in json.loads(checked.told)[1]["note"]
    assert "2020-01-01-1: 2020-01-01-1.toml: this is not" in line("saves", "check").said
    assert files(line) == before


def test_a_damaged_evening_is_not_whole_and_says_what_is_lost(line: Line, played: str) -> None:
    step = json.loads(line("saves", "check", played, "--json").told)["step"]
    path_of(line, played).write_bytes(path_of(line, played).read_bytes()[:-1])
    before = files(line)
    checked = line("saves", "check", str(path_of(line, played)), "--json")

    assert checked.code == 1
    assert json.loads(checked.told) == {
        "ok": False,
        "step": step - 1,
        "note": "The newest state of this evening cannot be read. "
        f"This is the one before it, number {step - 1}; at most the last move is missing. "
        "The damaged file is kept.",
    }
    assert files(line) == before
    previous_of(path_of(line, played)).write_text("rubbish", encoding="utf-8")
    older = json.loads(line("saves", "check", played, "--json").told)
    assert (older["ok"], older["step"]) == (False, 3)
    assert "as it stood when card 3 was closed" in older["note"]


def test_an_evening_whose_older_states_are_damaged_is_whole_and_says_so(line: Line, played: str) -> None:
    previous_of(path_of(line, played)).write_text("rubbish", encoding="utf-8")
    older_of(path_of(line, played), 2).write_text("rubbish", encoding="utf-8")
    step = json.loads(line("saves", "check", played, "--json").told)["step"]

    assert line("saves", "check", played) == Answer(
        0,
        f"{played}: whole, saved {step}\n",
        f"{played}: These older states of it are damaged, so they could not help: "
        f".{played}.previous, .{played}.card-2.\n",
    )


def test_an_evening_that_is_not_there_is_wrong_use(line: Line) -> None:
    assert line("saves", "check", "1999") == Answer(2, "", "turn-toward: There is no evening 1999.\n")
