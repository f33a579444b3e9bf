"""A window may have any size at any time; nothing is lost and nothing ends."""

import random
from pathlib import Path

from textual.pilot import Pilot

from game.ui.app import TurnToward
from tests.ui.stage import frame, play, press, table_room


def test_a_window_that_is_too_small_says_so_and_takes_no_keys(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        before = table.record
        await pilot.resize_terminal(20, 6)
        await press(pilot, "enter", "s", "c")
        assert "A little more room" in frame(app)
        assert table.record == before
        await pilot.resize_terminal(80, 24)
        await press(pilot, "enter")
        assert table.record != before

    play(tmp_path, scene)


def test_a_storm_of_sizes_while_playing_ends_nothing(tmp_path: Path) -> None:
    dice = random.Random(7)
    keys = ("enter", "u", "s", "p", "b", "h", "d", "l", "m", "v", "question_mark", "escape", "down", "2")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(60):
            await pilot.resize_terminal(dice.randint(1, 120), dice.randint(1, 40))
            await press(pilot, dice.choice(keys))
        await pilot.resize_terminal(80, 24)
        assert app.is_running

    play(tmp_path, scene)
