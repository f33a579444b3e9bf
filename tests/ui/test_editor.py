"""The editor: what one types is the deck, every step can be taken back, and nobody loses a word."""

import asyncio
import random
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from game.files.decks.draft import Draft, open_draft
from game.files.decks.pen import pen_of
from game.files.paths import find_home
from game.files.problems import Trouble
from game.ui.app import TurnToward
from game.ui.asking import Asking
from game.ui.desk.bookshelf import Bookshelf
from game.ui.desk.dial import Dial
from game.ui.desk.editor import Editor
from game.ui.desk.proof import Proof
from game.ui.desk.writing import Words
from game.ui.help import Help
from game.ui.hidden import Hidden
from game.ui.keys import Keys
from game.ui.roll import Roll
from game.ui.start import Start
from tests.ui.stage import USUAL, Lingering, Scene, frame, on_top, play, press, until
from tests.ui.walks import WALKS


def edit(folder: Path, scene: Scene, text: str = WALKS, size: tuple[int, int] = USUAL) -> str:
    """Run *scene* in the editor, with the deck *text* open; return what its file holds after."""
    path = deck(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")

    async def opened(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Editor))
        await scene(app, pilot)

    play(folder, opened, start=Start(writing=True, deck=path), size=size)
    return path.read_bytes().decode()


def deck(folder: Path) -> Path:
    return folder / "decks" / "walks.toml"


def editor(app: TurnToward) -> Editor:
    return next(screen for screen in app.screen_stack if isinstance(screen, Editor))


def texts(app: TurnToward) -> list[object]:
    return [leaf.raw.get("text") for leaf in editor(app)._draft.page.leaves]


async def rest(pilot: Pilot[None]) -> None:
    """Let the typing rest, without waiting for it."""
    app = pilot.app
    assert isinstance(app, TurnToward)
    editor(app)._absorb()
    await pilot.pause()


async def saved(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "s")
    await until(pilot, lambda: "Saved" in said(app, "note"))


# cards


def test_a_changed_card_changes_its_line_and_no_other(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", *" Why?", "escape", "s")

    assert edit(tmp_path, scene) == WALKS.replace("see behind?", "see behind? Why?")


def test_f7_hides_what_is_written_and_enter_comes_back_to_the_same_letter(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for way in ((), ("enter",), ("tab",), ("escape", "slash")):
            await press(pilot, *way)
            before, focused = frame(app), app.focused
            await press(pilot, "f7")
            assert on_top(app) is Hidden
            assert "see behind" not in frame(app)
            await press(pilot, "enter")
            assert (frame(app), app.focused) == (before, focused)

    edit(tmp_path, scene)


def test_a_new_card_stands_below_the_one_that_stood_out(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Où?", "escape", "s")
        assert app.screen.query_one(Roll).place == 1

    new = '\n[[card]]\ntext = "Où?"\n\n[[card]]\nkind = "story"'
    assert edit(tmp_path, scene) == WALKS.replace('\n[[card]]\nkind = "story"', new)


def test_a_new_card_without_words_is_none(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "a", "escape")
        assert editor(app)._draft.is_saved
        assert not editor(app)._draft.can_undo

    assert edit(tmp_path, scene) == WALKS


def test_cards_are_doubled_moved_and_taken_out_and_undo_brings_all_back(tmp_path: Path) -> None:
    first, second, third = (
        "Which door would you like to see behind?",
        "Tell {partner} about a walk to the café.",
        "Which tree would {partner} climb?",
    )

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "d")
        assert texts(app) == [first, first, second, third]
        assert "these are the words of another card already, card 1" in said(app, "faults")
        await press(pilot, "J", "J")
        assert texts(app) == [first, second, third, first]
        await press(pilot, "x")
        assert texts(app) == [first, second, third]
        await press(pilot, "K")
        assert texts(app) == [first, third, second]
        await press(pilot, *"uuuuuu")
        assert texts(app) == [first, second, third]
        assert said(app, "note") == "There is nothing to take back."
        await press(pilot, *"rrrrr")
        assert texts(app) == [first, third, second]

    assert edit(tmp_path, scene) == WALKS


def test_every_field_of_a_card_is_written(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "tab", "g", "tab", "right", "right", "tab", "t", "tab")
        await press(pilot, *"One?", "enter", *"Two?", "down", "down", *"Hum it.", "tab", "right", "tab", "y")
        await press(pilot, "ctrl+s")

    assert edit(tmp_path, scene).startswith(
        '# ours\n[deck]\ntitle = "Our Sunday Walks"\n\n# first\n[[card]]\nkind = "guess"\ndepth = 3\n'
        'dim = "trust"\ntext =  "Which door would you like to see behind?"  # yes\n'
        'follow_ups = ["One?", "Two?"]\nalt = "Hum it."\ntouch = true\nstarter = true\n\n'
    )


def test_an_apology_s_card_gets_its_step_and_loses_it_again(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "tab", "r", "r", "ctrl+s")
        kind = editor(app)._draft.page.leaves[0].raw
        assert (kind["kind"], kind.get("step")) in (("repair", "name"), ("reveal", None))
        await press(pilot, "q", "ctrl+s")

    assert "step" not in edit(tmp_path, scene)


def test_the_deck_s_title_and_purpose_are_asked_for(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "t", *" 2", "enter", *"For us.", "enter", "s")

    assert edit(tmp_path, scene) == WALKS.replace(
        'title = "Our Sunday Walks"\n', 'title = "Our Sunday Walks 2"\npurpose = "For us."\n'
    )


def test_all_is_done_by_clicks_alone(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(2):
            await pilot.click("#roll", offset=(5, 2))
        await press(pilot, *" Or not?")
        await click_key(pilot, "f1")
        assert isinstance(app.screen, Help)
        await press(pilot, "escape")
        await pilot.click("#kind", offset=(0, 0))
        await pilot.click("#done")
        await pilot.pause()
        await click_key(pilot, "s")

    assert edit(tmp_path, scene).endswith(
        '[[card]]\nkind = "question"\ntext = "Which tree would {partner} climb? Or not?"\n'
    )


async def click_key(pilot: Pilot[None], key: str) -> None:
    """Click *key* in the line at the foot."""
    line = str(pilot.app.screen.query_one(Keys).content)
    await pilot.click(Keys, offset=(line.index(f" {key} ") + 1, 0))
    await pilot.pause()


# beside the card


def test_problems_and_advice_come_while_one_types(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "end", "enter", *" Why")
        assert "climb? Why" in said(app, "card")
        await until(pilot, lambda: "Why often sounds" in said(app, "advice"))
        await press(pilot, "ctrl+u", "ctrl+u")
        await rest(pilot)
        assert said(app, "faults") == "▲ text: it is empty."
        await press(pilot, *"Which door would you like to see behind?")
        await rest(pilot)
        assert "already, card 1" in said(app, "faults")

    edit(tmp_path, scene)


def test_a_card_that_asks_what_another_asks_is_told_of_it_while_one_types(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "end", "enter", "ctrl+u", "ctrl+u", *"Which door would you see behind?")
        await until(pilot, lambda: "Another card" in said(app, "advice"))
        await press(pilot, "ctrl+u", "ctrl+u", *"Which tree would you climb?")
        await rest(pilot)
        assert "Another card" not in said(app, "advice")

    edit(tmp_path, scene)


def test_a_deck_that_is_not_played_is_saved_and_said_to_be_so(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "▲ guess" in frame(app))
        await press(pilot, "x", "s")
        await until(pilot, lambda: "until this is mended: walks.toml:14: depth" in said(app, "note"))

    edit(tmp_path, scene, WALKS + "depth = 7\n")


def test_what_there_is_no_field_for_stays(tmp_path: Path) -> None:
    text = WALKS.replace('["Who was there?"]', '["a?", "b?", "c?", "d?"]\nangle = "home"\nodd = 1')

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "down", "enter", *("tab",) * 4, "x", "ctrl+s")

    assert edit(tmp_path, scene, text) == text.replace('"a?"', '"a?x"')


def flat(app: TurnToward) -> str:
    return " ".join(frame(app).split())


def said(app: TurnToward, *places: str) -> str:
    """Return what stands in these *places* of the screen."""
    return "\n".join(str(app.screen.query_one(f"#{place}", Static).content) for place in places)


# searching


def test_a_search_knows_no_accents_and_no_capitals(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"CAFE walk")
        assert "1 of 3 cards" in said(app, "top")
        await press(pilot, "enter", "J")
        assert "Escape ends the search" in said(app, "note")
        await press(pilot, "x")
        assert "No card has these words" in said(app, "empty")
        await press(pilot, "u", "escape")
        assert "card 2 of 3" in said(app, "top")

    assert edit(tmp_path, scene) == WALKS


def test_a_search_in_which_nothing_is_found_loses_nothing(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"zzz", "enter", "enter", "x", "d", "K", "J", "down", "end")
        assert len(texts(app)) == 3
        assert not editor(app)._draft.can_undo
        await press(pilot, "escape")
        assert "card 1 of 3" in said(app, "top")

    assert edit(tmp_path, scene) == WALKS


# steps in a field


def test_undo_in_a_field_takes_back_what_was_typed_and_then_what_was_done(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "d", "enter", "tab", "right", "ctrl+z")
        assert app.screen.query_one("#kind", Dial).value == "question"
        assert editor(app)._is_writing
        await press(pilot, "ctrl+z")
        assert not editor(app)._is_writing
        assert len(texts(app)) == 3
        await press(pilot, "ctrl+y")
        assert len(texts(app)) == 4

    edit(tmp_path, scene)


def test_undo_never_brings_another_card_s_words_into_a_field(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", *"!!", "escape", "d", "enter", *("ctrl+z",) * 3)
        assert texts(app) == [
            "Which door would you like to see behind?",
            "Tell {partner} about a walk to the café.",
            "Which tree would {partner} climb?",
        ]

    edit(tmp_path, scene)


# saving and leaving


async def changed(pilot: Pilot[None]) -> None:
    await press(pilot, "x")


def test_enter_on_the_question_before_leaving_saves(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await changed(pilot)
        await press(pilot, "escape")
        assert "is not saved yet" in said(app, "question")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))

    assert "Which door" not in edit(tmp_path, scene)
    assert open_draft(deck(tmp_path)).unsaved() is None


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
def test_leaving_the_game_asks_first_and_whoever_insists_loses_nothing(key: str, tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await changed(pilot)
        await press(pilot, key)
        assert "is not saved yet" in said(app, "question")
        assert app.is_running
        await press(pilot, key)
        assert app._exit

    assert edit(tmp_path, scene) == WALKS
    unsaved = open_draft(deck(tmp_path)).unsaved()
    assert unsaved is not None
    assert len(unsaved.page.leaves) == 2


def test_leaving_with_all_saved_asks_nothing(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await changed(pilot)
        await press(pilot, "u", "escape")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))

    assert edit(tmp_path, scene) == WALKS


def test_what_is_let_go_is_gone_and_what_waits_is_offered(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await changed(pilot)
        await press(pilot, "escape", "2")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        await press(pilot, "enter")
        await until(pilot, lambda: "is still here" in flat(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        assert len(texts(app)) == 2
        await press(pilot, "escape", "3")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))

    assert edit(tmp_path, scene) == WALKS
    assert open_draft(deck(tmp_path)).unsaved() is None


@pytest.mark.parametrize(
    ("answer", "kept"), [("4", "mine"), ("3", "theirs"), ("2", "theirs"), ("1", "theirs")]
)
def test_a_file_that_another_program_changed_asks_whose_stays(answer: str, kept: str, tmp_path: Path) -> None:
    theirs = WALKS.replace("# ours", "# theirs")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await changed(pilot)
        deck(tmp_path).write_text(theirs, encoding="utf-8")
        await press(pilot, "s")
        assert "changed by another program" in said(app, "question")
        await press(pilot, answer)
        beside = (tmp_path / "decks" / "walks-2.toml").exists()
        assert beside == (answer == "2")
        assert len(texts(app)) == (3 if answer in "23" else 2)
        await press(pilot, "u")
        assert len(texts(app)) == (2 if answer in "23" else 3)

    now = edit(tmp_path, scene)
    assert now == (theirs if kept == "theirs" else WALKS.replace(WALKS[WALKS.index("# first") :], "") + MINE)


MINE = WALKS[WALKS.index('[[card]]\nkind = "story"') :]


def test_coming_back_to_the_window_notices_what_happened_to_the_file(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        app.app_focus = False
        await pilot.pause()
        deck(tmp_path).write_text(WALKS + "# more\n", encoding="utf-8")
        app.app_focus = True
        await until(pilot, lambda: isinstance(app.screen, Asking))
        assert "changed by another program" in said(app, "question")

    edit(tmp_path, scene)


def test_a_save_that_fails_says_why_and_keeps_all(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", *" More")
        path = deck(tmp_path)
        path.unlink()
        path.mkdir()
        await press(pilot, "ctrl+s")
        assert "this is a folder, not a file" in said(app, "note")
        assert app.screen.query_one(Words).text.endswith("More")
        path.rmdir()
        await press(pilot, "ctrl+s")

    assert "see behind? More" in edit(tmp_path, scene)


# which deck


def test_a_deck_that_came_along_is_copied_first_once_that_is_wanted(tmp_path: Path) -> None:
    shipped = next(find_home(tmp_path).shipped.glob("tea-time.toml"))
    before = shipped.read_bytes()

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "came with the game" in flat(app))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        assert list((tmp_path / "decks").iterdir()) == []
        await press(pilot, "enter")
        await until(pilot, lambda: "came with the game" in flat(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        assert "This is your own copy now" in said(app, "note")
        await saved_change(app, pilot)

    play(tmp_path, scene, start=Start(writing=True, deck=shipped))
    assert shipped.read_bytes() == before
    own = (tmp_path / "decks" / "tea-time.toml").read_bytes()
    assert len(own) < len(before)


async def saved_change(app: TurnToward, pilot: Pilot[None]) -> None:
    await changed(pilot)
    await saved(app, pilot)


def test_a_deck_that_cannot_be_made_names_no_file_to_mend_but_its_own(tmp_path: Path) -> None:
    shipped = find_home(tmp_path).shipped / "tea-time.toml"
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / shipped.name).write_text("broken", encoding="utf-8")

    async def note(app: TurnToward, pilot: Pilot[None], word: str) -> str:
        await until(pilot, lambda: isinstance(app.screen, Bookshelf) and word in said(app, "note"))
        return said(app, "note")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "came with the game" in flat(app))
        await press(pilot, "enter")
        assert await note(app, pilot, "already") == (
            f"{decks / shipped.name} is there already, and nothing is written over it."
        )
        (decks / shipped.name).unlink()
        decks.rmdir()
        decks.write_text("no folder", encoding="utf-8")
        await press(pilot, "n", *"Walks", "enter")
        assert await note(app, pilot, "a folder") == (
            f"{decks} cannot be used: it is a file, not a folder. Evenings would not be saved there."
        )

    play(tmp_path, scene, start=Start(writing=True, deck=shipped))


def test_a_new_deck_is_begun_from_home_and_its_first_card_plays(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Your decks" in frame(app))
        await press(pilot, "3")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        await press(pilot, "n")
        await press(pilot, *"Rainy days", "enter")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        assert "There are no cards yet." in said(app, "empty")
        await press(pilot, "a", *"What does rain sound like here?", "escape")
        await saved(app, pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: "Rainy days" in frame(app))

    play(tmp_path, scene, start=None)
    assert (tmp_path / "decks" / "rainy-days.toml").read_text(encoding="utf-8") == (
        '[deck]\ntitle = "Rainy days"\n\n[[card]]\ntext = "What does rain sound like here?"\n'
    )


def test_a_broken_deck_lies_on_the_shelf_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir(parents=True)
    (tmp_path / "decks" / "broken.toml").write_text("[deck]\ntitle = \n", encoding="utf-8")
    (tmp_path / "decks" / "walks.toml").write_text(WALKS, encoding="utf-8")

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "3")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        await press(pilot, "down")
        await until(pilot, lambda: "▲ not played" in frame(app))
        assert "broken.toml:2: this is not TOML" in said(app, "faults")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf) and bool(said(app, "note")))
        assert f"Open {tmp_path / 'decks' / 'broken.toml'} in a text editor to mend it" in said(app, "note")
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Editor))

    play(tmp_path, scene, start=None)


def test_a_deck_that_another_window_has_open_is_not_opened_and_what_is_unsaved_there_is_not_offered(
    tmp_path: Path,
) -> None:
    path = deck(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(WALKS, encoding="utf-8")
    there = open_draft(path)
    there.do(there.page.delete(0))
    there.keep_unsaved()

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        assert said(app, "note") == "Another window has walks.toml open. Go on there, or close it first."
        there_closes.close()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        assert "was not saved is still here" in frame(app)

    with ExitStack() as there_closes:
        there_closes.enter_context(pen_of(path))
        play(tmp_path, scene, start=Start(writing=True, deck=path))


def test_a_deck_that_was_left_may_be_opened_again(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        with pen_of(deck(tmp_path)):
            pass

    edit(tmp_path, scene)


@pytest.mark.parametrize(("whose", "work"), [(Proof, "meet"), (Draft, "keep_unsaved"), (Draft, "read_back")])
@pytest.mark.parametrize("fails", [False, True])
def test_what_is_done_beside_and_ends_while_the_room_is_left_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: type, work: str, fails: bool
) -> None:
    leaving, done = threading.Event(), whose.__dict__[work]

    def slow(one: object) -> object:
        if threading.current_thread() is not threading.main_thread():
            assert leaving.wait(10)
            if fails:
                raise Trouble(Path("walks.toml"), "no room")
        return done(one)

    monkeypatch.setattr(whose, work, slow)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await editor(app).mount(Lingering(leaving))
        await press(pilot, "d", "s", "escape")
        await until(pilot, lambda: isinstance(app.screen, Bookshelf))
        await asyncio.sleep(0.3)
        assert app.is_running

    edit(tmp_path, scene)
    assert leaving.is_set()


# what a stranger wrote, and any window


def test_a_stranger_s_words_are_shown_as_they_are(tmp_path: Path) -> None:
    odd = ("[/q]", "[@click=app.exit]x[/]", "{0} $muted", "名前 محمد", "👩‍👩‍👧", "W" * 9000, "a\tb")
    cards = "".join(f"[[card]]\ntext = '{text}'\nfollow_ups = ['{text}']\n" for text in odd)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "[/q]" in frame(app))
        for _ in odd:
            await press(pilot, "down")
        for _ in range(3):
            await press(pilot, "enter", "escape", "up", "up")
        await press(pilot, "t", "escape", "slash", "bracketleft", "escape", "d", "J")
        assert isinstance(app.screen, Editor)

    edit(tmp_path, scene, f"[deck]\ntitle = '[/b]'\npurpose = '[@click=app.exit]x'\n{cards}")


def test_a_storm_of_sizes_while_writing_loses_no_card(tmp_path: Path) -> None:
    dice = random.Random(11)
    keys = (
        *("enter", "escape", "down", "up", "tab", "a", "e", "d", "slash", "question_mark", "t", "J", "K"),
    )

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        for _ in range(16):
            await pilot.resize_terminal(
                dice.choice((1, 2, 9, 29, 40, 63, 64, 120)), dice.choice((1, 3, 9, 12, 24))
            )
            await press(pilot, dice.choice(keys))
        await pilot.resize_terminal(80, 24)
        assert app.is_running
        page = editor(app)._draft.page
        assert page.proved() == page
        assert len(texts(app)) >= 3

    edit(tmp_path, scene)
