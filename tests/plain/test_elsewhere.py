"""A disk that fails while two people play: it is told at once, and the evening can be kept elsewhere."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.files import atomic
from game.files.evenings.archive import list_evenings
from game.files.evenings.folder import older_paths
from game.files.evenings.savefile import read_save
from game.files.paths import Home, find_home
from game.files.problems import Trouble
from game.plain.door import open_door, resume_plain
from game.plain.play import play_plain
from game.sitting import Sitting
from tests.files.full import Full
from tests.plain.scripts import STARTED, Talk, a_home, again, play, sit


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return a_home(tmp_path)


def on_a_full_disk(
    home: Home, monkeypatch: pytest.MonkeyPatch, *lines: str, decks: str = "roads"
) -> tuple[Sitting, Talk, bool]:
    """Play *lines* after the disk of *home* has become full; return what it came to."""
    sitting, talk = sit(home, decks), Talk(lines)
    full = Full(home.root)
    monkeypatch.setattr(atomic, "os", full)
    kept = play_plain(sitting, talk.asking())
    sitting.leave()
    return sitting, talk, kept


def test_a_move_that_cannot_be_kept_is_told_at_once_with_what_to_do(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting, talk, kept = on_a_full_disk(home, monkeypatch, *STARTED, "told")
    told = " ".join(talk.told.split())

    assert not kept
    assert (
        f"This could not be saved in {sitting.keeper.path}: the disk is full. "
        "Play on, trying again each move; the words save elsewhere keep it in another folder."
    ) in told
    assert told.endswith(
        f"The last move is not kept. This could not be saved in {sitting.keeper.path}: the disk is full."
    )
    assert sitting.table.evening.at.step == "give-back"


def test_an_evening_can_be_kept_elsewhere_and_opened_there(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stick = tmp_path / "a stick"
    sitting, talk, kept = on_a_full_disk(
        home, monkeypatch, *STARTED, "told", f"save elsewhere {stick}", "given", "undo"
    )
    told = " ".join(talk.told.split())
    command = f"turn-toward resume --home '{stick}' {sitting.id}"

    assert kept
    assert sitting.keeper.path == stick / "saves" / f"{sitting.id}.toml"
    assert f"From now on the evening is kept in {sitting.keeper.path}. To open it again: {command}" in told
    assert told.endswith(f"{command} What was saved before stays where it was.")
    assert read_save(sitting.keeper.path).record == sitting.table.record
    assert read_save(sitting.keeper.path).number == sitting.keeper.saved > 3
    (entry,) = list_evenings(home)
    assert len(read_save(entry.path).record.moves) < len(sitting.table.record.moves)

    gone_on, _ = again(replace(sitting, home=find_home(stick)))
    assert gone_on.table.record == sitting.table.record


def test_the_folder_is_asked_for_when_it_is_not_named(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    _, talk, kept = on_a_full_disk(
        home, monkeypatch, *STARTED, "told", "elsewhere", "", "elsewhere", str(stick)
    )

    assert kept
    assert talk.told.count("Which folder shall the evening be kept in?") == 2
    assert len(list_evenings(find_home(stick))) == 1


def test_a_folder_that_cannot_be_used_leaves_all_as_it_was(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    bad = (tmp_path / "file", home.root, "~nobody-of-this-name/x", home.root / "deeper")
    sitting, talk, kept = on_a_full_disk(
        home, monkeypatch, *STARTED, "told", *(f"elsewhere {folder}" for folder in bad), "given"
    )
    told = " ".join(talk.told.split())

    assert not kept
    assert sitting.moved == ""
    assert f"{tmp_path / 'file'} cannot be used: it is a file, not a folder." in told
    assert "That is the folder that fails. Another one, please." in told
    assert "There is nobody of that name here: ~nobody-of-this-name/x" in told
    assert told.count("the disk is full") > 3
    assert sitting.table.evening.at.step != "give-back"


def test_an_evening_of_that_name_elsewhere_is_not_touched(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other, _ = play(lambda: sit(a_home(tmp_path / "other"), "tea", shape="tea"))
    content = other.keeper.path.read_bytes()
    sitting, _, kept = on_a_full_disk(home, monkeypatch, *STARTED, f"elsewhere {other.home.root}", "told")

    assert kept
    assert sitting.id != other.id
    assert sitting.keeper.path.parent == other.home.saves
    assert other.keeper.path.read_bytes() == content


def test_a_disk_that_comes_back_keeps_all_of_it_on_leaving(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting, full = sit(home, "roads"), Full(home.root)
    monkeypatch.setattr(atomic, "os", full)

    class Lines:
        def __iter__(self) -> "Lines":
            return self

        def __next__(self) -> str:
            if sitting.table.evening.at.step == "give-back":
                full.is_full = False
                raise StopIteration
            return "told" if sitting.table.evening.at.step == "tell" else ""

    talk = Talk(Lines())
    kept = play_plain(sitting, talk.asking())
    sitting.leave()

    assert kept
    assert "the disk is full" in talk.told
    assert talk.told.endswith("Everything is kept. To go on right here:\nturn-toward resume\n")
    assert read_save(sitting.keeper.path).record == sitting.table.record


def test_while_every_move_is_kept_the_evening_stays_where_it_is(home: Home, tmp_path: Path) -> None:
    sitting, talk = play(lambda: sit(home, "roads"), f"elsewhere {tmp_path / 'stick'}")

    assert "Every move is kept, so the evening stays where it is." in talk.told
    assert sitting.keeper.path.parent == home.saves
    assert not (tmp_path / "stick").exists()


def test_an_evening_kept_elsewhere_has_its_older_generations_there(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    light = ("told", "given", "go", "move")
    sitting, _, _ = on_a_full_disk(
        home, monkeypatch, *STARTED, *light, f"elsewhere {tmp_path / 'stick'}", *light
    )

    assert [cards for cards, _ in older_paths(sitting.keeper.path)] == [2, 1]


# an evening that another window plays


def test_what_another_window_plays_is_shown_and_not_changed(home: Home) -> None:
    before, _ = play(lambda: sit(home, "roads"), *STARTED, "told", "given", "go", "move", "told")
    playing = sit(home, "tea", shape="tea")
    other, _ = again(before)
    talk = Talk(("", "given", ""))
    files = {path: path.read_bytes() for path in home.saves.iterdir()}
    with_lock = again_open(before)
    with pytest.raises(Trouble) as told:
        resume_plain(home, talk.asking(), before.id)
    with_lock.leave()
    playing.leave()

    assert str(told.value) == f"The evening {before.id} is open in another window."
    assert "This is where it stands. Nothing can be changed from here." in talk.told
    assert "Ana & Ben, 1 of 6 cards" in talk.told
    assert "On the table: " in talk.told
    assert "Lights: " in talk.told
    assert list(talk.lines) == ["", "given", ""]
    assert {path: path.read_bytes() for path in home.saves.iterdir()} == files
    assert other.table.record == before.table.record


def again_open(sitting: Sitting) -> Sitting:
    from game.sitting import resume

    return resume(sitting.home, sitting.id, 1)


def test_a_card_that_one_sees_alone_is_not_shown_to_another_window(home: Home) -> None:
    sitting = sit(home, "secrets")
    talk = Talk((*STARTED,))
    play_plain(sitting, talk.asking())
    assert sitting.table.alone is not None
    card = sitting.table.evening.card
    assert card is not None
    shown = Talk(())
    with pytest.raises(Trouble):
        resume_plain(home, shown.asking(), sitting.id)
    sitting.leave()

    assert "This is where it stands." in shown.told
    assert card.text.split("{")[0] not in shown.told


def test_from_the_door_one_may_look_and_then_play_another(home: Home) -> None:
    sitting = sit(home, "roads")
    talk = Talk(("1", "new", "Ida", "Jo", "short", "", "leave"))

    assert open_door(home, talk.asking(), 1)
    sitting.leave()

    assert f"The evening {sitting.id} is open in another window." in talk.told
    assert "This is where it stands." in talk.told
    assert {entry.names for entry in list_evenings(home)} == {("Ana", "Ben"), ("Ida", "Jo")}


def test_a_move_that_a_signal_fell_into_is_kept_on_the_way_out(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal in lines is an interruption, and it may come in the middle of a save."""
    sitting, talk = sit(home, "roads"), Talk((*STARTED, "told"))
    whole = os.fsync
    struck: list[int] = []

    def fsync(descriptor: int) -> None:
        if sitting.table.evening.at.step == "give-back" and not struck:
            struck.append(descriptor)
            raise KeyboardInterrupt
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    kept = play_plain(sitting, talk.asking())
    sitting.leave()

    assert (kept, len(struck)) == (True, 1)
    assert read_save(sitting.keeper.path).record == sitting.table.record
    assert sitting.table.evening.at.step == "give-back"
