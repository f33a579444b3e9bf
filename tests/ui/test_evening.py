"""Whole evenings on the screen, by keys and by mouse."""

from pathlib import Path

from textual.pilot import Pilot

from game.engine.moves import Deal, Keep
from game.engine.record import replay
from game.engine.state import Evening
from game.files.evenings.archive import list_evenings
from game.files.evenings.savefile import read_save
from game.files.paths import find_home
from game.ui.app import TurnToward
from game.ui.choices import Choices
from game.ui.closing import Closing
from game.ui.curtain import Curtain
from game.ui.hidden import Hidden
from game.ui.quiet import Breath, Paused
from game.ui.start import Start
from game.ui.table import TableRoom
from tests.ui.stage import frame, play, press, table_room, until

DEEP = Start(names=("Ana", "Ben"), decks=("values", "dreams"), shape="standard", seed=3)


def test_enter_alone_plays_a_whole_evening_to_its_closing(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(400):
            if isinstance(app.screen, Closing):
                break
            await press(pilot, "enter")
        assert isinstance(app.screen, Closing)
        assert "This counts turns and listening." in frame(app)

    play(tmp_path, scene, start=DEEP)

    (entry,) = list_evenings(find_home(tmp_path))
    assert (entry.closed, entry.played, entry.names) == (True, 12, ("Ana", "Ben"))


def test_within_a_few_keys_of_the_first_start_two_people_read_their_first_card(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: "Before you begin" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "Who is at the table?" in frame(app))
        await press(pilot, *"Ana", "enter", *"Ben", "enter")
        await until(pilot, lambda: "What kind of evening?" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "pick a deck" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await press(pilot, *("enter",) * 4)
        await until(pilot, lambda: isinstance(app.screen, TableRoom | Curtain))
        assert table_room(app)._table.evening.card is not None

    play(tmp_path, scene, start=None, welcomed=False)


def test_a_card_longer_than_the_window_can_be_read_to_its_choices_and_back(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(250))
    own = tmp_path / "decks" / "long.toml"
    own.parent.mkdir()
    own.write_text(f'[deck]\ntitle = "Long"\n\n[[card]]\ntext = "{words}"\n', encoding="utf-8")
    seen: list[tuple[bool, bool]] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for keys in ((), ("pagedown",) * 3, ("pageup",) * 3, ("down",) * 4, ("up",) * 4):
            await press(pilot, *keys)
            await pilot.pause()
            seen.append(("word0 " in frame(app), "▸ Told" in frame(app)))

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("long",), shape="tea", seed=1))

    assert seen == [(True, False), (False, True), (True, False), (False, False), (True, False)]


def test_every_choice_can_be_clicked(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        assert table.evening.at.step == "tell"
        await pilot.click(Choices, offset=(4, 0))
        await pilot.pause()
        assert table.evening.at.step == "give-back"

    play(tmp_path, scene)


def test_a_swap_brings_another_card_to_the_same_player(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        first = table.evening.card
        await press(pilot, "s")
        assert table.evening.card != first
        assert table.evening.at.speaker == 0
        assert "A different card." in frame(app)

    play(tmp_path, scene)


def test_undo_reaches_back_from_the_closing_screen_to_the_first_move(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(100):
            if isinstance(app.screen, Closing):
                break
            await press(pilot, "enter")
        table = table_room(app)._table
        await press(pilot, "u")
        assert isinstance(app.screen, TableRoom)
        for _ in range(100):
            if not table.can_undo:
                break
            await press(pilot, "u")
        assert [type(move) for move in table.record.moves] == [Deal]
        await press(pilot, "u")
        assert table.record.moves == table.record.moves[:1]

    play(tmp_path, scene)


def test_a_pause_comes_back_to_the_very_same_step(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        await press(pilot, "enter")
        stop = table.evening.at
        await press(pilot, "p")
        assert isinstance(app.screen, Paused)
        await press(pilot, "enter")
        assert isinstance(app.screen, TableRoom)
        assert table.evening.at == stop

    play(tmp_path, scene)


def test_who_pauses_may_name_the_time_to_come_back(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "p", *"nine", "enter")
        await pilot.pause()
        assert table_room(app)._table.evening.back == "nine"
        assert "Back at: nine." in frame(app)

    play(tmp_path, scene)


def test_a_breath_ends_with_any_key_and_the_key_does_nothing_else(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        before = table.record
        await press(pilot, "b")
        assert isinstance(app.screen, Breath)
        await press(pilot, "s")
        assert isinstance(app.screen, TableRoom)
        assert table.record == before

    play(tmp_path, scene)


def test_the_hidden_screen_says_nothing_of_the_game(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "h")
        assert isinstance(app.screen, Hidden)
        assert frame(app).split() == ["Enter"]
        await press(pilot, "enter")
        assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene)


def test_a_line_is_kept_only_when_both_say_so(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        await press(pilot, "c", *("enter",) * 4)
        assert table.evening.at.step == "keepsake"
        await press(pilot, "2", *"hello", "enter", "enter")
        assert not table.evening.kept
        await press(pilot, "2", *"hello", "enter", "2")
        assert table.evening.kept == (Keep("sentence", "hello"),)
        assert table.evening.at.step == "keepsake"
        await press(pilot, "enter")
        assert table.evening.at.step == "week"

    play(tmp_path, scene)


def test_the_newest_unfinished_evening_is_offered_first_and_goes_on_at_its_step(tmp_path: Path) -> None:
    async def leave_early(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "enter")

    left = saved_evening(play(tmp_path, leave_early))

    async def come_back(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Go on with Ana & Ben" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, TableRoom))
        assert table_room(app)._table.evening == left

    play(tmp_path, come_back, start=None)


def saved_evening(app: TurnToward) -> Evening:
    (entry,) = list_evenings(app.place)
    return replay(read_save(entry.path).record)


def test_quick_enters_at_home_open_one_game(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "A new evening" in frame(app))
        for _ in range(3):
            app.simulate_key("enter")
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await pilot.pause()
        assert [type(screen).__name__ for screen in app.screen_stack[1:]] == ["NamesRoom"]

    play(tmp_path, scene, start=None)


def test_a_deck_put_away_while_laying_the_table_is_not_dealt_from(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: "Who is at the table?" in frame(app))
        await press(pilot, *"Ana", "enter", *"Ben", "enter")
        await until(pilot, lambda: "What kind of evening?" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "pick a deck" in frame(app))
        await press(pilot, "down", "v", "1")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        on_table = [cover.id for cover in table_room(app)._table.evening.setting.covers]
        assert "know-me" not in on_table
        assert "tea-time" in on_table

    play(tmp_path, scene, start=None)


def test_escape_from_a_question_of_care_comes_back_to_the_curtain(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "rather put away" in frame(app)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, Curtain))

    play(tmp_path, scene, start=DEEP)


def test_the_count_for_fun_is_told_after_each_guess_and_gone_at_the_end(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        table = table_room(app)._table
        while table.evening.card is None or table.evening.card.kind != "guess":
            await press(pilot, "s")
            if isinstance(app.screen, Curtain):
                await pilot.pause()
        await press(pilot, "g", "2")
        await press(pilot, "enter", "enter")
        await pilot.pause()
        assert "Well known tonight: Ana 0, Ben 1." in frame(app)

    play(tmp_path, scene, start=Start(names=("Ana", "Ben"), decks=("know-me",), shape="tea", seed=1))


def test_help_finds_what_is_typed_and_says_when_nothing_fits(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark", *"constell")
        await pilot.pause()
        assert "Nothing found" in frame(app)
        await press(pilot, *("backspace",) * 8, *"one sky")
        await pilot.pause()
        assert "The two of you have one sky." in frame(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)

    play(tmp_path, scene)
