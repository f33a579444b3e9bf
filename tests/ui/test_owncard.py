"""A card of one's own at the table: typed, kept, and back at the very same step."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from game.ui.app import TurnToward
from game.ui.curtain import Curtain
from game.ui.desk.owncard import OwnCard
from game.ui.desk.writing import Words
from game.ui.hidden import Hidden
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import frame, play, press, table_room

OURS = '[deck]\ntitle = "Ours"\n\n[[card]]\ntext = "What made you laugh?"\n'


def ours(folder: Path) -> Path:
    return folder / "decks" / "ours.toml"


def refused(app: TurnToward) -> str:
    return str(app.screen.query_one("#refused", Static).content)


def test_a_card_is_kept_and_the_evening_stands_where_it_stood(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        before = table_room(app)._table.record
        await press(pilot, "a", *"What made you laugh?", "enter")
        assert isinstance(app.screen, TableRoom)
        assert table_room(app)._table.record == before
        assert "Kept in your own deck." in frame(app)
        await press(pilot, "enter")
        assert table_room(app)._table.record != before

    play(tmp_path, scene)
    assert ours(tmp_path).read_text(encoding="utf-8") == OURS


def test_kind_and_depth_are_there_for_those_who_like_them(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Hum {partner}'s song.", "tab", "a", "tab", "right", "enter")
        assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene)
    assert 'kind = "action"\ndepth = 2\ntext = "Hum {partner}\'s song."\n' in ours(tmp_path).read_text()


def test_f7_hides_the_card_that_is_being_written(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Why?", "f7")
        assert isinstance(app.screen, Hidden)
        await press(pilot, "enter", *"!")
        assert app.screen.query_one(Words).text == "Why?!"

    play(tmp_path, scene)


def test_words_that_cannot_be_kept_stay_and_it_is_said_why(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        ours(tmp_path).mkdir()
        await press(pilot, "a", *"Where to?", "enter")
        assert "this is a folder, not a file" in refused(app)
        assert app.screen.query_one(Words).text == "Where to?"
        ours(tmp_path).rmdir()
        await press(pilot, "enter")
        assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene)
    assert 'text = "Where to?"' in ours(tmp_path).read_text(encoding="utf-8")


def test_escape_drops_no_words_unasked(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        before = table_room(app)._table.record
        await press(pilot, "a", "escape", "a", "x", "enter", "ctrl+s")
        assert isinstance(app.screen, TableRoom)
        await press(pilot, "a", *"hm", "escape", "enter")
        assert app.screen.query_one(Words).text == "hm"
        await press(pilot, "escape", "2")
        await pilot.pause()
        assert isinstance(app.screen, TableRoom)
        assert table_room(app)._table.record == before

    play(tmp_path, scene)
    assert ours(tmp_path).read_text(encoding="utf-8").count("[[card]]") == 1


def test_behind_the_curtain_no_card_is_written(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        assert isinstance(app.screen, Curtain)
        assert not [screen for screen in app.screen_stack if isinstance(screen, OwnCard)]

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=9))
