"""What is hidden is on the screen only while its owner looks, and in no file at any time."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.engine.cards import Card, Kind
from game.ui.app import TurnToward
from game.ui.curtain import Curtain
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import frame, play, press, table_room, until

CANARY = "canarybird"
OWN_DECK = """
[deck]
title = "Ours"

[[card]]
text = "Write what tonight needs."
kind = "{kind}"
depth = {depth}
"""
OURS = Start(names=("Ana", "Ben"), decks=("ours",), shape="short", seed=1)


def own_deck(folder: Path, kind: Kind, depth: int = 1) -> None:
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "ours.toml").write_text(OWN_DECK.format(kind=kind, depth=depth))


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def through_the_ceilings(pilot: Pilot[None]) -> None:
    await press(pilot, *("enter",) * 4)


def the_card(app: TurnToward) -> Card:
    card = table_room(app)._table.evening.card
    assert card is not None
    return card


def test_what_is_written_behind_the_curtain_shows_only_when_both_are_in(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        assert [type(screen) for screen in app.screen_stack[1:]] == [TableRoom, Curtain]
        await press(pilot, "enter", *CANARY)
        seen.append(frame(app))
        await press(pilot, "enter")
        seen.append(frame(app))
        await press(pilot, "enter", *"robin", "enter")
        assert [type(screen) for screen in app.screen_stack[1:]] == [TableRoom]
        seen.append(frame(app))

    play(tmp_path, scene, start=OURS)

    typed, closed, shown = seen
    assert [CANARY in typed, CANARY in closed, CANARY in shown] == [False, False, True]
    assert "robin" in shown
    assert CANARY.encode() not in everything_below(tmp_path)


def test_a_card_that_each_answers_alone_is_read_by_both_first(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await until(pilot, lambda: "Ana, your eyes only." in frame(app))
        assert frame(app).index("Write what tonight needs.") < frame(app).index("Ana, your eyes only.")

    play(tmp_path, scene, start=OURS)


def test_a_peek_shows_what_was_typed_and_masks_it_again(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", *CANARY, "ctrl+t")
        assert CANARY in frame(app)
        await press(pilot, "ctrl+t")
        assert CANARY not in frame(app)

    play(tmp_path, scene, start=OURS)


def test_nothing_can_be_laid_over_the_curtain_or_copied_from_it(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", *CANARY)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, Curtain)
        await press(pilot, "home", "shift+end", "ctrl+x")
        assert app.clipboard == ""
        await press(pilot, "enter")
        assert isinstance(app.screen, Curtain)

    play(tmp_path, scene, start=OURS)


def test_an_empty_number_shows_as_a_dash_for_both(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.SCALE)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", "7", "enter", "enter", "enter")
        assert "Ana: –" in frame(app)
        assert "Ben: –" in frame(app)
        assert "7" not in frame(app).split("Ana: –")[1]

    play(tmp_path, scene, start=OURS)


def test_only_the_lower_ceiling_is_kept(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "4", "enter", "2")
        assert table_room(app)._table.evening.ceiling == 2

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=1))

    kept = everything_below(tmp_path / "saves")
    assert b'choice = "2"' in kept
    assert b'choice = "4"' not in kept


def test_the_keys_of_care_work_at_a_closed_curtain(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "p")
        assert table_room(app)._table.evening.paused
        await press(pilot, "enter", "c")
        assert table_room(app)._table.evening.at.script == "thanks"

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=1))


def test_escape_draws_an_open_curtain_again(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", *CANARY, "escape")
        assert isinstance(app.screen, Curtain)
        assert "your eyes only" in frame(app)
        assert "Hidden as you type." not in frame(app)
        assert CANARY not in frame(app)

    play(tmp_path, scene, start=OURS)


def test_a_swap_that_only_one_has_seen_is_not_told_to_the_other(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir(parents=True)
    light = "".join(f'\n[[card]]\ntext = "Light {n}?"\ndepth = {1 + n // 2}\n' for n in range(6))
    deep = "".join(f'\n[[card]]\ntext = "Deep {n}?"\ndepth = 3\n' for n in range(2))
    (tmp_path / "decks" / "ours.toml").write_text(f'[deck]\ntitle = "Ours"\n{light}{deep}')
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        for _ in range(120):
            if table.evening.at.step == "look":
                break
            await press(pilot, "enter")
        await press(pilot, "s")
        while isinstance(app.screen, Curtain):
            await press(pilot, "enter")
        await pilot.pause()
        seen.append(frame(app))

    play(tmp_path, scene, start=OURS)

    assert "A different card." not in seen[0]


def test_an_enter_that_is_held_down_neither_looks_nor_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever presses once too often does not open what only the other may see."""
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        monkeypatch.setattr("game.ui.curtain.REST", 3600)
        await press(pilot, "enter", "enter", "space")
        assert "Ana, your eyes only." in frame(app)
        monkeypatch.setattr("game.ui.curtain.REST", 0)
        await press(pilot, "enter")
        assert "How deep may tonight go?" in frame(app)
        monkeypatch.setattr("game.ui.curtain.REST", 3600)
        await press(pilot, "enter", "space")
        assert "How deep may tonight go?" in frame(app)
        await press(pilot, "2")
        await until(pilot, lambda: "Ben, your eyes only." in frame(app))

    play(tmp_path, scene, start=OURS)


def test_an_enter_that_is_held_down_gives_no_empty_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter")
        monkeypatch.setattr("game.ui.curtain.REST", 3600)
        await press(pilot, "enter")
        assert "Hidden as you type." in frame(app)
        await press(pilot, *"word", "enter")
        await until(pilot, lambda: "Ben, your eyes only." in frame(app))

    play(tmp_path, scene, start=OURS)
