"""Keys that come faster than the screens: none of them ends the game, and none is taken for another."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.ui.app import TurnToward
from game.ui.asking import Asking
from game.ui.hidden import Hidden
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import ANA_AND_BEN, burst, on_top, play, press, until

SHUT = Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=1)


@pytest.mark.parametrize(
    ("start", "key"),
    [(ANA_AND_BEN, key) for key in ("question_mark", "h", "p", "b", "a")]
    + [(SHUT, key) for key in ("question_mark", "enter", "s")],
)
def test_a_key_right_after_leaving_does_nothing(start: Start, key: str, tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await burst(pilot, "q", key, key)

    play(tmp_path, scene, start=start)


@pytest.mark.parametrize("keys", [("q", "question_mark"), ("enter", "q")])
def test_leaving_from_home_in_haste_opens_nothing(keys: tuple[str, ...], tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await burst(pilot, *keys)

    play(tmp_path, scene, start=None)


def test_the_evening_may_be_closed_and_left_in_one_breath(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await burst(pilot, "c", "q", "question_mark")

    play(tmp_path, scene)


def test_a_question_that_is_answered_and_hidden_at_once_is_not_answered_twice(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert on_top(app) is Asking
        await burst(pilot, "enter", "h")
        assert on_top(app) is Hidden
        await press(pilot, "enter")
        await press(pilot, "escape")
        await until(pilot, lambda: type(app.screen) is TableRoom)

    play(tmp_path, scene)
