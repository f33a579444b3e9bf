"""In a small window everything that matters can be seen, or brought in sight by keys."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.engine.cards import Kind
from game.ui.app import TurnToward
from game.ui.asking import Asking
from game.ui.closing import Closing
from game.ui.home import Home
from game.ui.start import Start
from tests.ui.stage import SMALL, frame, play, press, table_room, until
from tests.ui.test_curtain import own_deck, through_the_ceilings

LONG = Start(names=("Ana", "Ben"), shape="standard", decks=("values", "dreams", "do-together"), seed=3)
STOPS = 60


async def in_sight(app: TurnToward, pilot: Pilot[None], wanted: str) -> bool:
    """Return whether *wanted* can be seen, at once or after paging down, and page back."""
    for pages in range(6):
        if wanted in frame(app):
            await press(pilot, *("pageup",) * pages)
            return True
        await press(pilot, "pagedown")
    return False


def test_at_every_stop_the_choice_that_enter_takes_can_be_seen(tmp_path: Path) -> None:
    unseen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(STOPS):
            if isinstance(app.screen, Closing):
                break
            await until(pilot, lambda: frame(app).strip() != "")
            at = table_room(app)._table.evening.at
            mark = "Enter" if "eyes only" in frame(app) else "▸"
            if not await in_sight(app, pilot, mark):
                unseen.append(f"{at.script} {at.step}")
            await press(pilot, "enter")

    play(tmp_path, scene, start=LONG, size=SMALL)

    assert unseen == []


@pytest.mark.parametrize("size", [SMALL, (80, 24)], ids=str)
def test_the_other_way_of_doing_a_card_is_shown_at_every_size(size: tuple[int, int], tmp_path: Path) -> None:
    own_deck(tmp_path, Kind.ACTION)
    deck = tmp_path / "decks" / "ours.toml"
    deck.write_text(deck.read_text() + 'alt = "Sing it."\n')

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        assert await in_sight(app, pilot, "Sing it.")

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("ours",), shape="tea", seed=1), size=size)


def test_the_arrows_read_on_where_there_is_nothing_to_choose(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        while not isinstance(app.screen, Closing):
            await press(pilot, "enter")
        assert "Trust: " in frame(app)
        assert "of you are doing." not in frame(app)
        await press(pilot, *("down",) * 12)
        assert "doing." in frame(app)
        await press(pilot, "pageup", "pageup")
        assert "Good night" in frame(app)

    play(tmp_path, scene, size=SMALL)


def test_a_long_question_over_the_table_can_be_read_to_its_last_answer(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await through_the_ceilings(pilot)
        await press(pilot, "l")
        assert "go back" not in frame(app)
        await press(pilot, *("pagedown",) * 4)
        await until(pilot, lambda: "go back" in frame(app))
        await press(pilot, *("pageup",) * 4, "up")
        await until(pilot, lambda: "go back" in frame(app).partition("▸")[2])

    play(tmp_path, scene, start=LONG, size=SMALL)


def test_a_label_that_is_too_long_goes_on_under_its_beginning(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        app.push_screen(Asking("Which?", (("a", "one " * 9 + "two"), ("b", "three"))))
        await until(pilot, lambda: "▸ 1" in frame(app))
        lines = frame(app).splitlines()
        first = next(n for n, line in enumerate(lines) if "▸ 1" in line)
        assert lines[first].index("one") == lines[first + 1].index("one")

    play(tmp_path, scene, size=SMALL)


def test_all_kinds_of_evening_are_in_sight(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "What kind" in frame(app))
        for kind in ("Standard", "Check-in", "Tea", "Short", "Long"):
            assert kind in frame(app).partition("▸")[2]
            await press(pilot, "down")

    play(tmp_path, scene, start=Start(names=("Ana", "Ben")), size=SMALL)


def test_news_at_home_can_be_read_above_all_that_one_can_do(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        app.query_one(Home).show("Ana & Ben, 3 of 5 cards", "The disk is full. " * 8 + "Make room.")
        await pilot.pause()
        assert "The disk is full." in frame(app)
        assert await in_sight(app, pilot, "Leave")
        await press(pilot, "up")
        assert "Leave" in frame(app).partition("▸")[2]

    play(tmp_path, scene, start=None, size=SMALL)


def test_the_first_words_are_read_before_the_first_evening(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: "Before you begin" in frame(app))
        seen = ""
        while "Who is at the table?" not in frame(app):
            seen += frame(app)
            await press(pilot, "enter")
            await until(pilot, lambda: frame(app).strip() != "")
        told = " ".join(seen.split())
        for words in ("It is not therapy", "helpline where you live", "a counsellor can do", "both of you"):
            assert words in told, words

    play(tmp_path, scene, start=None, size=SMALL, welcomed=False)
