"""Enter alone never consents, never opens a gate, and never keeps a text."""

from pathlib import Path

import pytest

from game.engine.moves import Choose, Deal, Move, Sorry, Veto
from game.engine.state import Answer
from tests.plain.scripts import STARTED, THREE_CARDS, a_home, again, play, sit

PLENTY = 200


def made(before: tuple[Move, ...], after: tuple[Move, ...]) -> tuple[Move, ...]:
    return after[len(before) :]


def test_an_evening_by_enter_alone_opens_no_hard_deck_and_keeps_no_word(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    sitting, talk = play(
        lambda: sit(home, "roads", "tea", "numbers", "hard", shape="standard"), *[""] * PLENTY
    )
    evening = sitting.table.evening

    assert "There are uncomfortable questions on the table." in talk.told
    assert evening.is_closed
    assert evening.aside.willing is Answer.SHUT
    assert max(card.depth for card in evening.closed) <= 3
    assert evening.kept == ()


def test_a_touch_card_by_enter_alone_is_played_hands_free(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "hands"), *STARTED, "", "")

    assert "The hands-free way" in talk.told
    assert "Take your time. Either of you may end it" not in talk.told


@pytest.mark.parametrize("wish", ["sorry", "put away", "breath", "hide"])
def test_a_wish_and_enter_change_nothing(wish: str, tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads"), *THREE_CARDS)
    after, _ = again(before, wish, "")

    assert after.table.record == before.table.record
    assert after.table.duel is None


def test_a_second_yes_is_needed_to_put_away_or_say_sorry(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads"), *THREE_CARDS)
    sorry, _ = again(before, "sorry", "Ben")
    away, _ = again(before, "undo", "put away", "tea")

    assert Sorry(1) in sorry.table.record.moves
    assert Veto("tea") in away.table.record.moves


def test_a_second_yes_is_needed_to_count_and_only_the_deck_for_it_may_begin(
    tmp_path: Path,
) -> None:
    home = a_home(tmp_path)
    text = (home.decks / "guesses.toml").read_text().replace("guesses", "know-me")
    (home.decks / "know-me.toml").write_text(text)
    before, _ = play(lambda: sit(home, "know-me", shape="tea"))
    counted, _ = again(before, "duel", "2")
    asked, _ = again(before, "duel", "")
    elsewhere, told = play(lambda: sit(home, "roads"), *STARTED, "duel", "2")

    assert (counted.table.duel, asked.table.duel, elsewhere.table.duel) == ((0, 0), None, None)
    assert "Counting begins when a card from Guesses is on the table." in told.told


def test_an_apology_by_enter_alone_is_not_now(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads"), *THREE_CARDS)
    after, talk = again(before, "sorry", "Ana", "", "")

    assert "Not now. Back to where you were." in talk.told
    assert after.table.evening.aside.sorry is Answer.SHUT
    assert not [
        move for move in made(before.table.record.moves, after.table.record.moves) if isinstance(move, Deal)
    ]


def test_a_line_is_kept_only_when_both_say_so(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads", shape="tea"), "close", "", "", "", "")
    typed_only, _ = again(before, "keep", "A long walk.", "", "nothing", "nothing")
    kept, talk = again(before, "undo", "undo", "keep", "A long\twalk.\x1b", "yes")

    assert typed_only.table.evening.kept == ()
    assert [line.text for line in kept.table.evening.kept] == ["A long walk."]
    assert "\x1b" not in talk.told


def test_a_line_that_is_too_long_is_asked_for_again(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads", shape="tea"), "close", "", "", "", "")
    after, talk = again(before, "keep", "x" * 281, "leave")

    assert "A line to keep has from 1 to 280 letters." in talk.told
    assert after.table.record == before.table.record


def test_where_a_line_is_typed_undo_and_other_wishes_take_the_question_back(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "roads", shape="tea"), "close", "", "", "", "")
    _, undone = again(before, "keep", "undo")
    paused, _ = again(before, "keep", "A walk.", "pause")

    assert undone.told.endswith(
        "2  Keep a sentence\n> \n\nEverything is kept. To go on right here:\nturn-toward resume\n"
    )
    assert paused.table.evening.paused
    assert Choose("nothing") not in made(before.table.record.moves, paused.table.record.moves)
