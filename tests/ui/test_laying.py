"""On the way to the table one may go back, and nothing said so far is lost."""

import threading
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from game.files.config import read_config
from game.files.decks.shelf import Shelf, read_shelf
from game.files.paths import Home
from game.ui import picking
from game.ui.app import TurnToward
from game.ui.help import Welcome
from game.ui.keys import Keys
from game.ui.start import Start
from game.ui.top import spread
from game.words import say
from tests.ui.stage import LARGE, Lingering, frame, play, press, table_room, until

WALKS = '[deck]\ntitle = "Walks"\n\n[[card]]\ntext = "Which door?"\n'
PICKING = Start(names=("Ana", "Ben"), shape="short", seed=1)


def foot(app: TurnToward) -> str:
    return frame(app).splitlines()[-1].strip()


def standing(app: TurnToward) -> str:
    return frame(app).partition("▸")[2].splitlines()[0]


def test_escape_goes_one_room_back_with_all_that_was_said(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "Who is at" in frame(app))
        await press(pilot, *"Ana", "enter", *"Ben", "enter")
        await until(pilot, lambda: "What kind" in frame(app))
        await press(pilot, "4")
        await until(pilot, lambda: "pick a deck" in frame(app))
        await press(pilot, "3", "escape")
        await until(pilot, lambda: "What kind" in frame(app))
        assert "Short" in standing(app)
        await press(pilot, "escape")
        await until(pilot, lambda: "Who is at" in frame(app))
        assert "Ana" in frame(app)
        assert "Ben" in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "What kind" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "✓" in frame(app))

    play(tmp_path, scene, start=None)


def test_a_chosen_deck_that_does_not_fit_is_told_and_the_kind_is_asked_again(tmp_path: Path) -> None:
    start = Start(names=("Ana", "Ben"), decks=("uncomfortable-questions",), seed=1)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "What kind" in frame(app))
        await press(pilot, "4")
        await until(pilot, lambda: "The Uncomfortable Ones needs a standard or a long" in frame(app))
        assert "What kind" in frame(app)
        await press(pilot, "1")
        await until(pilot, lambda: "your eyes only" in frame(app))
        assert table_room(app)._table.evening.setting.chosen == ("uncomfortable-questions",)

    play(tmp_path, scene, start=start)


def test_a_deck_that_was_put_away_can_be_brought_back(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        before = frame(app)
        assert "Put away" not in foot(app)
        await press(pilot, "v")
        assert frame(app) == before
        await press(pilot, "down")
        title = " ".join(standing(app).split()[1:4])
        assert "v Put away for tonight" in foot(app)
        await press(pilot, "v")
        while title not in standing(app):
            await press(pilot, "up")
        assert "× " in standing(app)
        assert "v Bring back" in foot(app)
        await press(pilot, "v")
        assert title in standing(app)
        assert "×" not in frame(app)

    play(tmp_path, scene, start=PICKING)


def test_the_settings_open_on_the_first_and_stay_on_the_one_that_was_turned(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        await press(pilot, "5")
        await until(pilot, lambda: "Colours" in frame(app))
        assert "Colours" in standing(app)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "Motion      none" in frame(app))
        assert "Motion" in standing(app)

    play(tmp_path, scene, start=None)


def test_a_home_that_cannot_be_used_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        (tmp_path / "saves" / ".gitignore").unlink()
        (tmp_path / "saves").rmdir()
        (tmp_path / "saves").write_text("a file")
        await press(pilot, "enter")
        await until(pilot, lambda: "saves" in frame(app))
        assert not any(isinstance(screen, Welcome) for screen in app.screen_stack)

    play(tmp_path, scene, start=None, welcomed=False)


def test_wide_letters_leave_the_line_above_the_table_as_long_as_it_was() -> None:
    from rich.cells import cell_len

    narrow = spread("card 1 of 5", "over to Ana & Ben", "✦ 0  saved 1", 80)
    wide = spread("card 1 of 5", "over to 名前名前 & 名前", "✦ 0  saved 1", 80)

    assert cell_len(narrow) == cell_len(wide) == 76


def test_at_a_line_to_type_the_keys_below_are_those_that_are_no_letters(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Who is at" in frame(app))
        assert foot(app) == "⏎ Done   esc Back   F1 Help"
        assert len(app.screen.query(Keys)) == 1

    play(tmp_path, scene, start=Start())


def test_what_is_wrong_with_a_name_goes_as_it_is_mended_and_lines_are_pasted_as_one(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: "Who is at the table?" in frame(app))
        await press(pilot, *"Ana", "enter", *"ana", "enter")
        assert say("name.equal")[:20] in frame(app)
        await press(pilot, "backspace")
        assert say("name.equal")[:20] not in frame(app)
        await press(pilot, *("backspace",) * 3)
        app.screen.post_message(events.Paste("Maria\nda  Luz"))
        await until(pilot, lambda: "Maria da Luz" in frame(app))

    play(tmp_path, scene, start=None)


def test_e_writes_on_the_deck_that_stands_out_and_comes_back_to_it(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        await until(pilot, lambda: "pick a deck" in frame(app))
        assert "e Write on it" not in foot(app)
        await press(pilot, *["down"] * places(app, "Walks"))
        assert "Walks" in standing(app)
        assert "1 card" in standing(app)
        assert "e Write on it" in foot(app)
        await press(pilot, "v")
        await press(pilot, *["down"] * places(app, "Walks"), "e")
        await until(pilot, lambda: "card 1 of 1" in frame(app))
        await press(pilot, "a", *"Where to?", "escape", "s", "escape")
        await until(pilot, lambda: "pick a deck" in frame(app))
        assert "put away" in standing(app)
        await press(pilot, "v")
        assert "Walks" in standing(app)
        assert "2 cards" in standing(app)
        await press(pilot, "escape")
        await until(pilot, lambda: "What kind" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "2 cards" in frame(app))

    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "walks.toml").write_text(WALKS)
    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), seed=1), size=LARGE)


def test_whoever_is_gone_before_the_decks_are_read_again_is_shown_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = threading.Event()

    def slow(place: Home) -> Shelf:
        assert leaving.wait(10)
        return read_shelf(place)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "pick a deck" in frame(app))
        room = app.screen
        await press(pilot, *["down"] * places(app, "Walks"), "e")
        await until(pilot, lambda: "card 1 of 1" in frame(app))
        monkeypatch.setattr(picking, "read_shelf", slow)
        await press(pilot, "escape")
        await until(pilot, lambda: app.screen is room)
        await room.mount(Lingering(leaving))
        await press(pilot, "escape")
        await until(pilot, lambda: not room.is_attached)
        assert app.is_running

    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "walks.toml").write_text(WALKS)
    play(tmp_path, scene, start=PICKING, size=LARGE)
    assert leaving.is_set()


def places(app: TurnToward, title: str) -> int:
    """Return how many lines below the first the deck called *title* stands."""
    lines = frame(app).splitlines()
    first = next(n for n, line in enumerate(lines) if "▸" in line)
    return next(n for n, line in enumerate(lines) if title in line) - first


def test_cards_put_away_for_good_come_again_only_when_that_is_meant(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('welcomed = true\nnever = ["tea-time-001", "tea-time-002"]\n')
    kept: list[tuple[str, ...]] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        for answer in ("enter", "2"):
            await press(pilot, "5")
            await until(pilot, lambda: "put away for good come again" in frame(app))
            await press(pilot, "4")
            await until(pilot, lambda: "so far: 2." in frame(app))
            await press(pilot, answer)
            await until(pilot, lambda: "Motion" in frame(app))
            await press(pilot, "escape")
            kept.append(read_config(config)[0].never)

    play(tmp_path, scene, start=None, welcomed=False)

    assert kept == [("tea-time-001", "tea-time-002"), ()]
