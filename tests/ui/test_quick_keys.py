"""Keys that come faster than the rooms they are for: none of them ends the game, and none is taken twice."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.ui.app import TurnToward
from tests.ui.stage import play, press

QUICK = [
    ("ctrl+p", "ctrl+p", "escape", "escape", "b", "question_mark", "x", "x", "escape", "escape"),
    ("l", "ctrl+p", "enter", "escape", "enter", "enter", "escape"),
    ("escape", "enter", "enter", "u", "s", "p", "enter", "escape", "enter", "enter", "enter"),
    ("p", "p", "enter", "enter", "h", "h", "enter", "enter", "c", "c", "enter", "u", "u"),
]


@pytest.mark.parametrize("keys", QUICK, ids=" ".join)
def test_quick_keys_end_nothing(keys: tuple[str, ...], tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for key in keys * 2:
            app.simulate_key(key)
        await press(pilot, "escape")
        await pilot.pause()
        assert app.is_running

    play(tmp_path, scene)
