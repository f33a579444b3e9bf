"""A deck file that cannot be played stands in the list with what is wrong, and is in nobody's way."""

import re
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from game.ui.app import TurnToward
from game.ui.picking import DecksRoom
from game.ui.problems import ProblemsRoom
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import LARGE, SIZES, SMALL, USUAL, frame, play, press, until

SHORT = Start(names=("Ana", "Ben"), shape="short", seed=1)
WRONG = '[deck]\ntitel = "Ours"\n\n[[card]]\ntext = "Hm?"\ndepth = 7\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "walks.toml").write_text(WRONG)
    return tmp_path


async def stand_on_it(app: TurnToward, pilot: Pilot[None]) -> None:
    """Go up from the first line, round the end of the list, to the file that comes last."""
    assert isinstance(app.screen, DecksRoom)
    await press(pilot, "up")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_stands_in_the_list_and_tells_all_that_is_wrong(home: Path, size: tuple[int, int]) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await stand_on_it(app, pilot)
        row = frame(app).partition("▸")[2].split()
        assert row[:2] == ["!", "walks.toml"]
        assert row[2 if size[0] < 64 else 3] == "3"
        if size[1] > 12:
            assert "walks.toml:1: title: it is missing, and a deck cannot do" in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "cannot be played yet" in frame(app))
        told = " ".join(re.sub("[▁-█]", "", frame(app)).split())
        assert isinstance(app.screen, ProblemsRoom)
        assert told.startswith(
            "walks.toml cannot be played yet "
            "walks.toml:1: title: it is missing, and a deck cannot do without it. "
            'walks.toml:2: titel: this key is not known; did you mean "title"? '
            "walks.toml:6: depth: found 7; allowed are 1, 2, 3, 4."
        )
        await press(pilot, "escape")
        assert isinstance(app.screen, DecksRoom)

    play(home, scene, start=SHORT, size=size)


def test_it_can_neither_be_picked_nor_put_away_and_the_others_play(home: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await stand_on_it(app, pilot)
        before = frame(app)
        await press(pilot, "v")
        assert frame(app) == before
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ProblemsRoom))
        await press(pilot, "enter")
        await until(pilot, lambda: frame(app) == before)
        await press(pilot, "1")
        await until(pilot, lambda: any(isinstance(each, TableRoom) for each in app.screen_stack))

    play(home, scene, start=SHORT)


def test_it_stands_out_through_any_change_of_the_window(home: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await stand_on_it(app, pilot)
        for size in (SMALL, LARGE, USUAL):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: "▸" in frame(app) and "! walks.toml" in frame(app).partition("▸")[2])

    play(home, scene, start=SHORT)


def test_a_long_list_of_problems_can_be_read_to_its_end(home: Path) -> None:
    cards = "".join(f'[[card]]\ntext = "{n}?"\ndepth = 9\n' for n in range(100))
    (home / "decks" / "walks.toml").write_text(f'[deck]\ntitle = "T"\n{cards}')

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await stand_on_it(app, pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ProblemsRoom))
        await press(pilot, "end")
        await until(pilot, lambda: "walks.toml:302: depth: found 9" in frame(app))
        assert "Mend it in" in frame(app)

    play(home, scene, start=SHORT)


def test_a_key_that_comes_right_after_a_change_of_the_window_holds(home: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        room = app.screen
        assert isinstance(room, DecksRoom)
        room.on_resize(events.Resize(Size(80, 24), Size(80, 24)))
        room.action_step(-1)
        await pilot.pause()
        await pilot.pause()
        assert "! walks.toml" in frame(app).partition("▸")[2]

    play(home, scene, start=SHORT)
