"""Keys that come faster than the rooms they are for: none of them ends the game, and none is taken twice."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.ui.app import TurnToward
from tests.ui.stage import play, press

QUICK = [
    ("ctrl+p", "ctrl+p", "escape", "escape"),
    ("ctrl+p", "enter", "enter", "enter"),
    ("ctrl+p", "down", "enter", "enter", "enter", "enter"),
    ("b", "question_mark", "x", "x", "escape", "escape"),
    ("l", "ctrl+p", "enter", "escape", "enter", "enter", "escape"),
    ("v", "ctrl+p", "escape", "enter", "enter", "escape", "escape"),
    ("escape", "enter", "enter", "u", "s", "p", "enter", "escape", "enter", "enter", "enter"),
    ("p", "p", "enter", "enter", "h", "h", "enter", "enter", "c", "c", "enter", "u", "u"),
]


@pytest.mark.parametrize("keys", QUICK, ids=lambda keys: " ".join(keys))
def test_quick_keys_end_nothing(keys: tuple[str, ...], tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(3):
            for key in keys:
                app.simulate_key(key)
            await press(pilot, "escape")
        await pilot.pause()
        assert app.is_running

    play(tmp_path, scene)
