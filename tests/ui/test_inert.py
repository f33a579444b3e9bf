"""A stranger's words are only words: shown as they are, and never obeyed."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.ui.app import TurnToward
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import frame, play, press

MARKUP = (
    "[/q]",
    "[@click=app.exit]press me[/]",
    "[b]bold[/b]",
    "[",
    "{name} {0.__class__}",
    "$muted [$primary]",
    "\\[b]",
)
DECK = """
[deck]
title = '{title}'
purpose = '{title}'

[[card]]
text = '{title}'
follow_ups = ['{title}']
"""


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_deck_is_shown_as_it_is(text: str, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir(parents=True)
    (tmp_path / "decks" / "theirs.toml").write_text(DECK.replace("{title}", text))

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        card = frame(app)
        assert card.count(text) == 2
        await press(pilot, "enter", "enter")
        assert frame(app).count(text) == 3
        await press(pilot, "v")
        assert frame(app).count(text) >= 2
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("theirs",), shape="tea", seed=1))


@pytest.mark.parametrize("name", ["[/b]", "[@click=app.exit]x", "{0}", "名前", "محمد"])
def test_a_name_is_shown_as_it_is(name: str, tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        assert name in frame(app)

    play(tmp_path, scene, start=Start(names=(name, "Ben"), decks=("tea-time",), shape="tea", seed=1))
