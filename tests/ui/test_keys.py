"""The line at the foot of a room."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.ui.app import TurnToward
from game.ui.keys import Keys
from game.ui.table import TableRoom
from tests.ui.stage import SMALL, USUAL, frame, play, press, table_room

WIDE = "   ? Help   s Swap   u Undo   p Pause   c Close   q Leave   l Lighter   h Hide"


def foot(app: TurnToward) -> str:
    """Return the last line of the screen."""
    return frame(app).splitlines()[-1]


def test_only_keys_that_would_do_something_are_shown(tmp_path: Path) -> None:
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        seen.append(foot(app))
        await press(pilot, "enter")
        seen.append(foot(app))
        await press(pilot, "u")
        seen.append(foot(app))

    play(tmp_path, scene)

    fresh = "   ? Help   s Swap   p Pause   c Close   q Leave   l Lighter   h Hide   m Sorry"
    assert seen == [fresh, WIDE, fresh]


def test_at_the_thanks_no_key_is_shown_that_is_about_cards_to_come(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        assert foot(app) == "   ? Help   u Undo   p Pause   q Leave   h Hide"
        for key in ("l", "d", "v", "m"):
            await press(pilot, key)
            assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene)


def test_in_a_narrow_window_whole_keys_are_left_out_from_the_end(tmp_path: Path) -> None:
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        seen.append(foot(app))
        await pilot.resize_terminal(*USUAL)
        await pilot.pause()
        seen.append(foot(app))

    play(tmp_path, scene, size=SMALL)

    narrow = " ? Help s Swap u Undo p Pause c Close"
    assert seen == [narrow, WIDE]


@pytest.mark.parametrize(("column", "taken_back"), [(21, True), (26, True), (20, False), (27, False)])
def test_a_click_on_a_key_or_its_word_presses_it_and_a_click_beside_it_nothing(
    column: int, taken_back: bool, tmp_path: Path
) -> None:
    seen: list[bool] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert foot(app).index("u Undo") == 21
        await pilot.click(Keys, offset=(column, 0))
        seen.append(len(table_room(app)._table.record.moves) == 1)

    play(tmp_path, scene)

    assert seen == [taken_back]
