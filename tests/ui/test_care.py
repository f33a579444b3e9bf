"""The keys of care from every step, and what is told to whom behind the curtain."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.engine.cards import Kind
from game.ui.app import TurnToward
from game.ui.asking import Typing
from game.ui.closing import Closing
from game.ui.curtain import Curtain
from game.ui.desk.owncard import OwnCard
from game.ui.hidden import Hidden
from game.ui.keys import Keys
from game.ui.quiet import Breath, Paused
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import frame, on_top, play, press, table_room, until
from tests.ui.test_curtain import CANARY, OURS, own_deck, the_card, through_the_ceilings

DEEP = Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=1)


def foot(app: TurnToward) -> str:
    return frame(app).splitlines()[-1].strip()


def deck_of(folder: Path, light: int, deep: int) -> None:
    """Lay out a deck of so many light cards, and so many that one sees before the other does."""
    cards = [f'\n[[card]]\ntext = "Light {n}?"\ndepth = {1 + n % 2}\n' for n in range(light)]
    cards += [f'\n[[card]]\ntext = "Deep {n}?"\ndepth = 3\n' for n in range(deep)]
    (folder / "decks").mkdir()
    (folder / "decks" / "ours.toml").write_text(f'[deck]\ntitle = "Ours"\n{"".join(cards)}')


async def to_the_look(app: TurnToward, pilot: Pilot[None]) -> None:
    """Play on until one of the two looks at a card alone, and stand at the closed curtain."""
    for _ in range(120):
        if table_room(app)._table.evening.at.step == "look":
            return
        await press(pilot, "enter")
    raise AssertionError("no card came that one sees first")


# keys


def test_at_a_number_a_letter_is_the_key_that_it_is_everywhere(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.SCALE)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", "7", "p")
        assert on_top(app) is Paused
        await press(pilot, "enter", "enter", "h")
        assert on_top(app) is Hidden
        await press(pilot, "enter", "enter", "question_mark")
        await until(pilot, lambda: "search the help" in frame(app))

    play(tmp_path, scene, start=OURS)


@pytest.mark.parametrize(("key", "room"), [("f7", Hidden), ("f8", Paused)])
def test_a_line_of_words_is_hidden_or_left_for_a_pause_by_one_key(
    key: str, room: type, tmp_path: Path
) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", *CANARY, key)
        assert on_top(app) is room
        await press(pilot, "enter")
        assert on_top(app) is Curtain
        await until(pilot, lambda: "your eyes only" in frame(app))
        assert CANARY not in frame(app)

    play(tmp_path, scene, start=OURS)


def test_the_evening_closes_by_one_key_from_words_and_from_a_pause(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "enter", *CANARY, "f9")
        assert table_room(app)._table.evening.at.script == "thanks"
        await press(pilot, "u", "p")
        assert on_top(app) is Paused
        await press(pilot, "f9")
        assert table_room(app)._table.evening.at.script == "thanks"
        assert on_top(app) is TableRoom

    play(tmp_path, scene, start=OURS)


def test_what_was_typed_when_one_needs_a_pause_is_there_afterwards(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Which door?", "f8")
        assert on_top(app) is Paused
        await press(pilot, "enter", "a")
        assert on_top(app) is OwnCard
        assert "Which door?" in frame(app)
        await press(pilot, "escape", "2", "c", *("enter",) * 4, "2", *"hello", "f8", "enter", "2")
        assert on_top(app) is Typing
        assert "hello" in frame(app)

    play(tmp_path, scene)


def test_a_breath_may_be_hidden_and_left(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "b", "h")
        assert on_top(app) is Hidden
        await press(pilot, "enter")
        assert on_top(app) is Breath
        await press(pilot, "q")

    assert not play(tmp_path, scene).is_running


def test_nothing_can_be_opened_over_the_neutral_screen(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "h")
        for key in ("question_mark", "f1", "ctrl+p", "space", "1", "p", "f8", "escape"):
            await press(pilot, key)
            assert frame(app).split() == ["Enter"], key
        await pilot.click(offset=(40, 20))
        await pilot.pause()
        assert on_top(app) is TableRoom

    play(tmp_path, scene)


def test_every_quiet_room_and_every_line_has_a_way_out_for_the_mouse(tmp_path: Path) -> None:
    async def click(app: TurnToward, pilot: Pilot[None], word: str) -> None:
        keys = app.screen.query_one(Keys)
        column = frame(app).splitlines()[keys.region.y].index(word)
        await pilot.click(offset=(column, keys.region.y))
        await pilot.pause()
        await pilot.pause()

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "p")
        await click(app, pilot, "Done")
        assert on_top(app) is TableRoom
        await press(pilot, "b")
        await pilot.click(offset=(5, 5))
        await pilot.pause()
        assert on_top(app) is TableRoom
        await press(pilot, "l")
        assert "Nothing, go back" in frame(app)
        await click(app, pilot, "Back")
        assert on_top(app) is TableRoom
        await press(pilot, "c", *("enter",) * 4, "2")
        assert on_top(app) is Typing
        await click(app, pilot, "Back")
        assert on_top(app) is TableRoom

    play(tmp_path, scene)


# who is told what


def test_a_closed_curtain_tells_what_both_may_know(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "d")
        assert on_top(app) is Curtain
        await until(pilot, lambda: "Both of you choose tonight's depth in a moment." in frame(app))

    play(tmp_path, scene, start=DEEP)


def test_a_curtain_names_only_the_keys_that_act_there(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: foot(app) != "")
        seen.append(foot(app))
        await press(pilot, "s")
        assert on_top(app) is Curtain
        await through_the_ceilings(pilot)
        await until(pilot, lambda: foot(app) != "")
        seen.append(foot(app))
        await press(pilot, "enter")
        await until(pilot, lambda: foot(app) != "")
        seen.append(foot(app))

    play(tmp_path, scene, start=OURS)

    assert seen == [
        "⏎ Look   ? Help   p Pause   h Hide   c Close   q Leave",
        "⏎ Look   ? Help   p Pause   h Hide   c Close   s Swap   u Undo   q Leave",
        "⏎ Done   ^t Peek   F1 Help   esc Back   F7 Hide   F8 Pause   F9 Close",
    ]


def test_behind_the_curtain_a_step_is_taught_the_first_time(tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.REVEAL)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert "Only the lower of the two is kept." in frame(app)
        await press(pilot, "escape")
        await through_the_ceilings(pilot)
        await press(pilot, "enter")
        assert "Nothing you write here is stored." in frame(app)

    play(tmp_path, scene, start=OURS)


def test_whoever_looks_first_sees_how_deep_the_card_goes(tmp_path: Path) -> None:
    deck_of(tmp_path, light=6, deep=2)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await to_the_look(app, pilot)
        assert the_card(app).text not in frame(app)
        await press(pilot, "enter")
        assert "Ours · deep ●●●○" in frame(app)
        assert the_card(app).text in frame(app)

    play(tmp_path, scene, start=OURS)


@pytest.mark.parametrize("key", ["s", "x"])
def test_a_card_that_only_one_has_seen_goes_without_a_word_to_the_other(key: str, tmp_path: Path) -> None:
    deck_of(tmp_path, light=6, deep=2)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await to_the_look(app, pilot)
        await press(pilot, "enter", key)
        if isinstance(app.screen, Curtain):
            assert "card" not in frame(app).replace("A card, for you first.", "")
            await press(pilot, "enter", "enter")
        assert on_top(app) is TableRoom
        assert "A different card." not in frame(app)
        assert "not meet that card again" not in frame(app)

    play(tmp_path, scene, start=OURS)


def test_three_unseen_swaps_offer_something_lighter_to_the_one_who_swaps(tmp_path: Path) -> None:
    deck_of(tmp_path, light=4, deep=9)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await to_the_look(app, pilot)
        for _ in range(3):
            assert table_room(app)._table.evening.at.step == "look"
            await press(pilot, "enter", "s")
        assert "A lighter deck is there too" not in frame(app)
        await press(pilot, "enter")
        assert "A lighter deck is there too" in frame(app)
        await press(pilot, "1")
        assert on_top(app) is TableRoom
        assert "lighter" not in frame(app)

    play(tmp_path, scene, start=OURS)


def test_no_number_tells_how_often_one_has_swapped_unseen(tmp_path: Path) -> None:
    tops: list[str] = []

    for swaps in (0, 2):

        async def scene(app: TurnToward, pilot: Pilot[None], swaps: int = swaps) -> None:
            await to_the_look(app, pilot)
            await press(pilot, *("enter", "s") * swaps, "enter", "1")
            assert on_top(app) is TableRoom
            tops.append(frame(app).strip().splitlines()[0])

        folder = tmp_path / str(swaps)
        folder.mkdir()
        deck_of(folder, light=4, deep=9)
        play(folder, scene, start=OURS)

    assert tops[0] == tops[1]
    assert "saved" in tops[0]


def test_the_closing_can_be_hidden(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        while not isinstance(app.screen, Closing):
            await press(pilot, "enter")
        await press(pilot, "h")
        assert on_top(app) is Hidden
        await press(pilot, "enter")
        assert on_top(app) is Closing

    play(tmp_path, scene)
