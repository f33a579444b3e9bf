"""Keeping on the screens: a disk that fails, an evening another window plays, and the list of evenings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.files import atomic
from game.files.evenings.archive import list_evenings
from game.files.evenings.folder import older_paths, previous_of
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import read_save
from game.files.paths import Home, find_home, open_home
from game.sitting import begin, resume
from game.ui.app import TurnToward
from game.ui.asking import Asking, Typing
from game.ui.closing import Closing
from game.ui.curtain import Curtain
from game.ui.evenings import EveningsRoom
from game.ui.look import Look
from game.ui.quiet import Paused
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.files.full import Full
from tests.files.invention import closed
from tests.ui.stage import SIZES, frame, play, press, table_room, until

ID = "2026-11-22-1"
FULL = "the disk is full. Play on, trying again each move"


def words(app: TurnToward) -> str:
    """Return what the screen says, however its lines are broken."""
    return " ".join(frame(app).replace("│", " ").split())


def an_evening(folder: Path, cards: int = 3, id: str = ID) -> Home:
    """Keep an evening in *folder* in which so many cards are closed, one by one."""
    place = find_home(folder)
    open_home(place)
    keeper = Keeper(place, id)
    for n in range(1, cards + 1):
        keeper.keep(closed().when_closed(n))
    keeper.close()
    return place


# a disk that fails


@pytest.mark.parametrize("size", SIZES)
def test_a_move_that_cannot_be_kept_is_told_above_the_table_at_once(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        full = Full(tmp_path)
        monkeypatch.setattr(atomic, "os", full)
        await press(pilot, "enter")
        assert "could not be saved in" in words(app)
        assert "not saved" in words(app)
        assert table_room(app)._table.evening.at.step == "give-back"
        await press(pilot, "enter")
        assert "could not be saved in" in words(app)

        full.is_full = False
        await press(pilot, "u")
        assert "could not be saved" not in words(app)
        assert "not saved" not in words(app)
        assert read_save(table_room(app)._sitting.keeper.path).record == table_room(app)._table.record

    app = play(tmp_path, scene, size=size)
    assert app.unsaved == ""


def test_the_banner_says_what_failed_where_and_what_one_can_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(atomic, "os", Full(tmp_path))
        await press(pilot, "enter")
        path = table_room(app)._sitting.keeper.path
        told = frame(app).replace("\n", "").replace(" ", "")
        assert f"Thiscouldnotbesavedin{path}:thediskisfull." in told
        assert "Playon,tryingagaineachmove;wsaveselsewhere." in told

    play(tmp_path, scene, size=(200, 60))


def test_a_pause_and_a_curtain_say_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(atomic, "os", Full(tmp_path))
        await press(pilot, "p")
        await until(pilot, lambda: FULL in words(app) and isinstance(app.screen, Paused))
        await press(pilot, "enter")
        await until(pilot, lambda: FULL in words(app) and isinstance(app.screen, Curtain))
        await press(pilot, "w")
        assert isinstance(app.screen, Typing)

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=9))


def test_an_evening_is_kept_elsewhere_and_says_where_and_how_to_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(atomic, "os", Full(home))
        await press(pilot, "enter", "w")
        assert "Which folder shall the evening be kept in?" in words(app)
        app.screen.query_one("Input").value = str(stick)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: "From now on the evening is kept in" in words(app))
        assert isinstance(app.screen, Asking)
        await press(pilot, "enter", "enter")
        assert "could not be saved" not in words(app)
        table = table_room(app)._table
        (entry,) = list_evenings(find_home(stick))
        assert read_save(entry.path).record == table.record

    app = play(home, scene)
    (moved,) = app.moved
    assert app.unsaved == ""
    assert f"turn-toward resume --home {stick} {list_evenings(find_home(stick))[0].id}" in moved


def test_a_folder_that_cannot_be_used_is_told_and_play_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, file = tmp_path / "home", tmp_path / "file"
    file.write_text("")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(atomic, "os", Full(home))
        await press(pilot, "enter", "w")
        app.screen.query_one("Input").value = str(file)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: "it is a file, not a folder" in words(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, TableRoom)
        assert FULL in words(app)
        await press(pilot, "enter")
        assert table_room(app)._table.evening.at.step != "give-back"

    app = play(home, scene)
    assert app.moved == ()
    assert "the disk is full" in app.unsaved


def test_a_closing_that_is_not_kept_can_still_be_kept_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        monkeypatch.setattr(atomic, "os", Full(home))
        while not isinstance(app.screen, Closing):
            await press(pilot, "enter")
        assert "This is not kept yet; w saves elsewhere." in words(app)
        await press(pilot, "w")
        app.screen.query_one("Input").value = str(stick)  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, Closing)
        assert "not kept" not in words(app)

    app = play(home, scene)
    assert app.unsaved == ""
    (entry,) = list_evenings(find_home(stick))
    assert entry.closed


def test_no_key_saves_elsewhere_while_every_move_is_kept(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "w")
        assert isinstance(app.screen, TableRoom)
        assert "Save elsewhere" not in frame(app)

    play(tmp_path, scene)


def test_an_unsaved_move_is_told_at_home_and_on_leaving_even_after_another_evening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(atomic, "os", Full(tmp_path))
            await press(pilot, "enter", "escape")
            await until(pilot, lambda: "The last move is not kept." in words(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, TableRoom))

    app = play(tmp_path, scene)
    assert "the disk is full" in app.unsaved


# an evening that another window plays


def test_a_second_window_may_look_at_what_the_first_one_plays(tmp_path: Path) -> None:
    place = find_home(tmp_path)
    sitting = begin(place, ("Ana", "Ben"), "tea", ("tea-time",), 1)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Go on with" in frame(app))
        before = sitting.keeper.path.read_bytes()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Look))
        assert f"The evening {sitting.id} is open in another window." in words(app)
        assert "Ana & Ben, 0 of " in words(app)
        assert "On the table:" in words(app)
        sitting.table.choose("told")
        sitting.table.choose("heard")
        await press(pilot, "enter")
        assert app.screen is app.screen_stack[0]
        assert sitting.keeper.path.read_bytes() != before

    play(tmp_path, scene, start=None)
    sitting.leave()


def test_a_look_is_read_anew_when_one_likes(tmp_path: Path) -> None:
    place = an_evening(tmp_path, 2)
    writing = resume(place, ID)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        app.push_screen(Look(place, list_evenings(place)[0]))
        await pilot.pause()
        assert "2 of 12 cards" in words(app)
        writing.keeper.keep(closed().when_closed(3))
        await press(pilot, "r")
        assert "3 of 12 cards" in words(app)
        writing.keeper.path.write_text("rubbish")
        previous_of(writing.keeper.path).write_text("rubbish")
        for _, older in older_paths(writing.keeper.path):
            older.write_text("rubbish")
        await press(pilot, "r")
        assert "not an evening as the game saves it" in words(app)

    play(tmp_path, scene, start=None)
    writing.leave()


# the list of evenings


def in_the_list(
    tmp_path: Path, then: Callable[[TurnToward, Pilot[None]], object], size: tuple[int, int] = (80, 24)
) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Evenings so far" in frame(app))
        app.push_screen(EveningsRoom(app.place))
        await until(pilot, lambda: "Your evenings" in frame(app))
        await then(app, pilot)  # type: ignore[misc]

    play(tmp_path, scene, start=None, size=size)


def test_one_goes_back_to_an_older_state_and_again_to_what_was_there(tmp_path: Path) -> None:
    place = an_evening(tmp_path)

    async def then(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        assert "Where shall this evening go back to?" in words(app)
        assert "card 3 closed" in words(app)
        await press(pilot, "enter")
        assert list_evenings(place)[0].played == 3
        await press(pilot, "r", "4")
        assert f"The evening {ID} stands where card 1 was closed. What was there is kept as kept-1" in words(
            app
        )
        assert "1 of 12" in words(app)
        assert list_evenings(place)[0].played == 1
        await press(pilot, "r", "3")
        assert list_evenings(place)[0].played == 3

    in_the_list(tmp_path, then)


def test_enter_never_deletes_an_evening(tmp_path: Path) -> None:
    place = an_evening(tmp_path)

    async def then(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(3):
            await press(pilot, "d")
            assert f"Delete the evening {ID} of Ana & Ben, every state of it, for good?" in words(app)
            await press(pilot, "enter")
        await press(pilot, "d", "escape")
        assert len(list_evenings(place)) == 1
        await press(pilot, "d", "2")
        assert f"The evening {ID} is gone, with every state of it: 5 files." in words(app)
        assert "No evening has been played here yet." in words(app)

    in_the_list(tmp_path, then)
    assert {path.name for path in place.saves.iterdir()} <= {".gitignore", ".door.lock"}


def test_an_evening_is_written_down_beside_itself_once_and_is_not_deleted_without_that_text(
    tmp_path: Path,
) -> None:
    place = an_evening(tmp_path)
    text = place.saves / f"{ID}.md"

    async def then(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        assert "Written:" in words(app)
        await press(pilot, "e")
        assert "Written:" not in words(app)
        assert text.read_text(encoding="utf-8").startswith("# An evening of Ana")
        await press(pilot, "d")
        assert f"every state of it, for good? What is written down of it, {ID}.md, goes too." in words(app)
        await press(pilot, "2")
        assert f"The evening {ID} is gone, with every state of it: 6 files." in words(app)

    in_the_list(tmp_path, then)
    assert not text.exists()


def test_what_cannot_be_read_is_named_and_can_only_be_gone_back_in_or_deleted(tmp_path: Path) -> None:
    place = an_evening(tmp_path)
    path = place.saves / f"{ID}.toml"
    for each in (path, previous_of(path), *(older for _, older in older_paths(path))):
        each.write_text("rubbish")
    (place.saves / f"{ID} (1).toml").write_text("rubbish")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        app.push_screen(EveningsRoom(place))
        await until(pilot, lambda: "cannot be read" in words(app))
        assert "not an evening as the game saves it" in words(app)
        for key in ("enter", "l", "e"):
            await press(pilot, key)
            assert isinstance(app.screen, EveningsRoom)
        await press(pilot, "j")
        assert "a copy" in words(app)
        for key in ("enter", "l", "e", "r", "d"):
            await press(pilot, key)
            assert isinstance(app.screen, EveningsRoom)

    play(tmp_path, scene, start=None)


def test_a_list_without_evenings_takes_every_key(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        app.push_screen(EveningsRoom(app.place))
        await until(pilot, lambda: "No evening has been played here yet." in words(app))
        await press(pilot, *"ljredk1", "enter", "pagedown")
        assert isinstance(app.screen, EveningsRoom)

    play(tmp_path, scene, start=None)


def test_the_list_goes_on_with_the_evening_that_stands_out(tmp_path: Path) -> None:
    place = an_evening(tmp_path, 1)
    for n in range(2, 30):
        (place.saves / f"2026-11-22-{n}.toml").write_bytes((place.saves / f"{ID}.toml").read_bytes())

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Evenings so far" in frame(app))
        await press(pilot, "3")
        await until(pilot, lambda: isinstance(app.screen, EveningsRoom))
        await press(pilot, "pagedown", "j", "l")
        assert isinstance(app.screen, Look)
        await press(pilot, "escape", "enter")
        await until(pilot, lambda: isinstance(app.screen, TableRoom))
        assert table_room(app)._sitting.id == "2026-11-22-18"

    play(tmp_path, scene, start=None)


def test_an_evening_that_is_open_elsewhere_is_not_deleted_from_the_list(tmp_path: Path) -> None:
    place = an_evening(tmp_path)
    keeper = Keeper(place, ID)

    async def then(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "d", "2")
        assert f"The evening {ID} is open in another window." in words(app)

    in_the_list(tmp_path, then)
    keeper.close()
    assert read_save(keeper.path).record == closed().when_closed(3)
