"""Going back to an older state, giving an evening out and taking it away, from the command line."""

import json
import os
from pathlib import Path

import pytest

from game.engine.moves import Keep
from game.engine.record import Record
from game.files.evenings.folder import older_of, previous_of
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import read_save, read_state
from game.files.paths import find_home
from tests.cli.line import Answer, Line
from tests.files.invention import closed
from tests.terminal.screen import Terminal

WHEN = 1_795_000_000


def saves(line: Line) -> Path:
    return line.home / "saves"


def path_of(line: Line, id: str) -> Path:
    return saves(line) / f"{id}.toml"


def files(line: Line) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in saves(line).iterdir()}


def cards(line: Line, id: str) -> int:
    (entry,) = (each for each in json.loads(line("saves", "list", "--json").told) if each["id"] == id)
    return int(entry["played"])


# going back


def test_without_a_state_a_whole_evening_says_what_there_is_to_go_back_to(line: Line, played: str) -> None:
    for n in (1, 2, 3):
        os.utime(older_of(path_of(line, played), n), (WHEN + n, WHEN + n))
    before = files(line)
    listed = line("saves", "restore", played)

    assert (listed.code, listed.said) == (0, "Nothing is changed. Name one of these to go back to it:\n")
    assert [each.split(",")[0] for each in listed.told.splitlines()] == [
        "3  card 3 closed",
        "2  card 2 closed",
        "1  card 1 closed",
    ]
    assert files(line) == before


def test_an_evening_goes_back_to_a_closed_card_and_what_was_there_comes_back(line: Line, played: str) -> None:
    was = read_save(path_of(line, played)).record
    back = line("saves", "restore", played, "2")

    assert back == Answer(
        0,
        "",
        f"The evening {played} stands where card 2 was closed. What was there is kept as kept-1; "
        "going back to kept-1 brings it back.\n",
    )
    assert read_save(path_of(line, played)).record == was.when_closed(2)
    assert cards(line, played) == 2
    assert [each.split()[0] for each in line("saves", "restore", played).told.splitlines()] == [
        "2",
        "1",
        "kept-1",
    ]

    forth = line("saves", "restore", played, "kept-1")

    assert (forth.code, read_save(path_of(line, played)).record) == (0, was)
    assert "kept-2" in forth.said


def test_going_back_deals_no_card_again_that_was_swapped_since(line: Line, played: str) -> None:
    from dataclasses import replace

    from game.engine.scoring import Sky
    from game.engine.state import Aside

    keeper = Keeper(find_home(line.home), played)
    assert keeper.found is not None
    swapped = replace(keeper.found.record, aside=Aside(("roads-9",), Sky(trust=2)))
    keeper.keep(swapped)
    keeper.close()

    line("saves", "restore", played, "1")

    assert read_save(path_of(line, played)).record == swapped.when_closed(1)
    assert read_state(saves(line) / f"{played}.kept-1.toml").record.aside == Aside()


def test_a_copy_of_a_sync_tool_can_be_gone_back_to_and_stays(line: Line, played: str) -> None:
    copy = saves(line) / f"{played} (Ana's conflicted copy 2026-11-23).toml"
    copy.write_bytes(path_of(line, played).read_bytes())
    was = read_save(path_of(line, played)).record
    line("saves", "restore", played, "1")
    content = copy.read_bytes()
    answer = line("saves", "restore", played, "(Ana's")

    assert (answer.code, read_save(path_of(line, played)).record) == (0, was)
    assert copy.read_bytes() == content


def test_a_damaged_evening_is_mended_from_its_newest_good_state(line: Line, played: str) -> None:
    step = read_save(path_of(line, played)).number
    path_of(line, played).write_text("rubbish", encoding="utf-8")
    answer = line("saves", "restore", played)

    assert (answer.code, answer.told) == (0, "")
    assert f"This is the one before it, number {step - 1}" in answer.said
    assert f"The evening {played} is whole again." in answer.said
    assert (saves(line) / f"{played}.damaged-1.toml").read_text() == "rubbish"
    assert line("saves", "check", played).code == 0


def test_where_nothing_can_be_read_a_copy_brings_the_evening_back(line: Line, played: str) -> None:
    whole = path_of(line, played).read_bytes()
    was = read_save(path_of(line, played)).record
    for path in saves(line).iterdir():
        if path.suffix != ".lock":
            path.write_text("rubbish", encoding="utf-8")
    (saves(line) / f"{played} 2.toml").write_bytes(whole)
    refused = line("saves", "restore", played)
    answer = line("saves", "restore", played, "copy-2")

    assert (refused.code, answer.code) == (1, 0)
    assert read_save(path_of(line, played)).record == was
    assert (saves(line) / f"{played}.damaged-1.toml").read_text() == "rubbish"


def test_a_state_that_cannot_be_read_changes_nothing(line: Line, played: str) -> None:
    older_of(path_of(line, played), 2).write_text("rubbish", encoding="utf-8")
    before = files(line)
    answer = line("saves", "restore", played, "2")

    assert (answer.code, files(line)) == (1, before)
    assert "card-2: this is not an evening as the game saves it" in answer.said


def test_a_state_that_is_not_there_is_wrong_use(line: Line, played: str) -> None:
    assert line("saves", "restore", played, "9") == Answer(
        2,
        "",
        "turn-toward: «9» is no state of this evening to go back to; there are: 3, 2, 1.\n",
    )


@pytest.mark.parametrize("command", [("restore", "1"), ("restore",), ("delete", "--yes")])
def test_an_evening_that_is_open_elsewhere_is_left_alone(
    command: tuple[str, ...], line: Line, played: str
) -> None:
    keeper = Keeper(find_home(line.home), played)
    if command == ("restore",):
        path_of(line, played).write_text("rubbish", encoding="utf-8")
    before = files(line)
    answer = line("saves", command[0], played, *command[1:])
    keeper.close()

    assert (answer.code, files(line)) == (1, before)
    assert f"The evening {played} is open in another window." in answer.said


def test_a_newer_format_is_left_alone_by_going_back(line: Line, played: str) -> None:
    path = path_of(line, played)
    path.write_text(path.read_text().replace("format = 1", "format = 9"), encoding="utf-8")
    before = files(line)
    answer = line("saves", "restore", played, "1")

    assert (answer.code, files(line)) == (1, before)
    assert "saved by a newer Turn Toward" in answer.said


# giving out


def an_evening(line: Line) -> str:
    """Keep a whole evening with a kept line in it, and return its id."""
    record = closed()
    place = next(n for n in range(len(record.moves)) if _keeps(record, n))
    told = (*record.moves[:place], Keep("sentence", "You *stayed*.\x1b[2J"), *record.moves[place:])
    keeper = Keeper(find_home(line.home), "2026-11-22-1")
    keeper.keep(Record(record.setting, told, record.aside))
    keeper.close()
    return keeper.id


def _keeps(record: Record, place: int) -> bool:
    from game.engine.record import replay

    evening = replay(Record(record.setting, record.moves[:place], record.aside))
    return evening.at.step == "keepsake"


def test_an_evening_is_given_out_as_markdown(line: Line, tmp_path: Path) -> None:
    id = an_evening(line)
    told = line("saves", "export", id)
    written = line("saves", "export", id, str(tmp_path / "ours.md"))
    again = line("saves", "export", id, str(tmp_path / "ours.md"))

    lines = told.told.splitlines()
    assert (told.code, told.said) == (0, "")
    assert lines[:4] == [f"# An evening of Ana \\& Ben, {id}", "", "Ana \\& Ben, 12 cards, closed", ""]
    assert sum(line.startswith("1. Tell the other about ") for line in lines) > 5
    assert "Kept: «You \\*stayed\\*.\\[2J»" in lines
    assert any(line.startswith("Lights: ") for line in lines)
    assert written == Answer(0, "", f"Written: {tmp_path / 'ours.md'}\n")
    assert (tmp_path / "ours.md").read_text(encoding="utf-8") == told.told
    assert (tmp_path / "ours.md").stat().st_mode & 0o777 == 0o600
    assert (again.code, again.told) == (1, "")


# taking away


def left(line: Line) -> list[str]:
    """Return the names of what is there of evenings."""
    names = (path.name for path in saves(line).iterdir())
    return sorted(name for name in names if name not in (".gitignore", ".door.lock"))


def test_an_evening_is_deleted_with_every_state_of_it(line: Line, played: str) -> None:
    own = [path for path in saves(line).iterdir() if played in path.name and path.suffix != ".lock"]
    also = (
        *(f"{played}.damaged-1.toml", f".{played}.toml.12ab.new", f"{played}.md", f".{played}.md.12ab.new"),
        *(f"{played}.copy-1.toml", f"{played}.copy-2.md", f"{played}.copy-1.kept-1.toml"),
        *(f".{played}.copy-1.previous", f".{played}.copy-3.card-2"),
    )
    for name in also:
        (saves(line) / name).write_text("ours", encoding="utf-8")
    other = saves(line) / f"{played}0.toml"
    foreign = saves(line) / f"{played}.sync-conflict-20261123-101112-ABCDEFG.toml"
    for path in (other, foreign):
        path.write_text("theirs", encoding="utf-8")
    answer = line("saves", "delete", played, "--yes")

    assert answer == Answer(
        0,
        "",
        f"The evening {played} is gone, with every state of it: {len(own) + len(also)} files.\n"
        f"Not made by the game, so still there: {foreign.name}.\n",
    )
    assert left(line) == sorted([other.name, foreign.name])


def test_what_a_kill_has_left_of_a_text_that_was_being_written_goes_with_its_evening(
    line: Line, played: str
) -> None:
    for name in (f".{played}.md.12ab.new", f"..{played}.md.12ab.new.34cd.new"):
        (saves(line) / name).write_text("half", encoding="utf-8")

    assert "Not made by the game" not in line("saves", "delete", played, "--yes").said
    assert left(line) == []


def test_an_evening_of_one_file_is_deleted_in_the_singular(line: Line) -> None:
    path = saves(line) / "2026-11-22-1.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("rubbish", encoding="utf-8")
    answer = line("saves", "delete", "2026-11-22-1", "--yes")

    assert answer == Answer(0, "", "The evening 2026-11-22-1 is gone, with every state of it: 1 file.\n")


def test_without_a_terminal_and_without_yes_nothing_is_deleted(line: Line, played: str) -> None:
    before = files(line)
    answer = line("saves", "delete", played)

    assert (answer.code, files(line)) == (1, before)
    assert answer.said == (
        f"turn-toward: Nobody is here to ask. To delete the evening {played} without a question, add --yes.\n"
    )


def test_an_evening_that_cannot_be_read_can_be_deleted(line: Line, played: str) -> None:
    for path in (path_of(line, played), previous_of(path_of(line, played))):
        path.write_text("rubbish", encoding="utf-8")

    assert line("saves", "delete", played, "--yes").code == 0
    assert left(line) == []


@pytest.mark.parametrize("action", ["delete", "restore"])
def test_a_copy_is_not_an_evening_to_delete_or_to_go_back_in(action: str, line: Line, played: str) -> None:
    copy = saves(line) / f"{played} (1).toml"
    copy.write_bytes(path_of(line, played).read_bytes())
    before = files(line)
    answer = line("saves", action, copy.stem, *(["--yes"] if action == "delete" else []))

    assert (answer.code, files(line)) == (1, before)
    assert "this is a copy" in answer.said


@pytest.mark.parametrize(("typed", "gone"), [("", False), ("y", False), ("yes", True)])
def test_on_a_terminal_it_asks_and_enter_deletes_nothing(
    typed: str, gone: bool, line: Line, played: str
) -> None:
    terminal = Terminal(line.home, "saves", "delete", played)
    terminal.sees("Type yes to delete it:")
    terminal.press(f"{typed}\r")
    terminal.sees("is gone" if gone else "Nothing is deleted.")

    assert terminal.ends() == (0 if gone else 1)
    assert path_of(line, played).exists() != gone
