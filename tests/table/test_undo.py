"""Undo reaches the very first move, redo comes back, and neither opens anything that was private."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest

from game.engine.moves import Choose, Close, Deal, Pause, Return, Veto
from game.engine.record import Record
from game.engine.rules import IllegalMove
from game.engine.shapes import SHAPES
from game.engine.state import Answer
from game.table import Table
from game.words import say
from tests.engine.build import a_setting, some_cards
from tests.table.seat import (
    a_table,
    at_closed,
    at_step,
    enter,
    enter_until,
    is_over,
    seated_again,
    vote,
)


def undo_all(table: Table) -> int:
    """Undo while there is something to undo, and return how often that was."""
    for times in range(1000):
        if not table.can_undo:
            return times
        before = table.record
        table.undo()
        assert table.record != before, "an undo that changes nothing"
    raise AssertionError("undo never came to the beginning")


def beginning(record: Record) -> bool:
    """Return whether nobody has done anything yet: at most a card was dealt."""
    return all(isinstance(move, Deal) for move in record.moves) and len(record.moves) <= 1


@pytest.mark.parametrize("shape", list(SHAPES))
def test_undo_reaches_the_very_first_move(shape: str) -> None:
    table = enter_until(a_table(shape, 2), is_over)
    undo_all(table)

    assert beginning(table.record)
    with pytest.raises(IllegalMove, match="where the evening began"):
        table.undo()


@pytest.mark.parametrize("shape", list(SHAPES))
def test_undo_reaches_the_very_first_move_of_an_evening_that_was_opened_again(shape: str) -> None:
    table = seated_again(enter_until(a_table(shape, 2), is_over))
    undo_all(table)

    assert beginning(table.record)


def test_undo_then_redo_is_where_it_was_all_the_way() -> None:
    table = enter_until(a_table("long", 4), is_over)
    end = table.record
    times = undo_all(table)
    for _ in range(times):
        table.redo()

    assert table.record == end
    with pytest.raises(IllegalMove, match="nothing to do again"):
        table.redo()


def test_a_new_move_forgets_what_was_taken_back() -> None:
    table = enter_until(a_table(), at_closed(1))
    enter(table)
    table.undo()
    table.lower(2)

    with pytest.raises(IllegalMove, match="nothing to do again"):
        table.redo()


@pytest.mark.parametrize(
    "move",
    [
        enter,
        lambda table: table.swap(),
        lambda table: table.lighten("tea"),
        lambda table: table.close(),
        lambda table: table.sorry(1),
        lambda table: table.never_again(),
    ],
)
def test_one_undo_takes_back_one_thing(move: Callable[[Table], object]) -> None:
    table = enter_until(a_table(), at_closed(4))
    before = table.evening
    move(table)
    after = table.record
    table.undo()
    assert table.evening == before

    table.redo()
    assert table.record == after


@pytest.mark.parametrize("again", [False, True], ids=["at one sitting", "opened again"])
def test_undo_never_lifts_a_ceiling_or_brings_back_a_deck_that_was_put_away(again: bool) -> None:
    table = enter_until(a_table(), at_closed(4))
    before = table.evening
    enter(table)
    table.lower(2)
    table.veto("lines")
    after = table.record
    table = seated_again(table) if again else table
    table.undo()

    assert table.evening == replace(before, ceiling=2, vetoed=("lines",))
    table.redo()
    assert table.record == after


def test_undo_goes_on_past_a_lowered_ceiling_until_both_set_theirs_anew() -> None:
    table = enter_until(a_table(), at_closed(4))
    table.lower(1)
    table.veto("lines")
    undo_all(table)

    assert table.record.moves == (Veto("lines"),)
    assert (table.evening.at.script, table.evening.ceiling) == ("ceilings", 3)


@pytest.mark.parametrize("again", [False, True], ids=["at one sitting", "opened again"])
def test_a_line_that_was_kept_is_taken_back_with_the_step_it_led_to(again: bool) -> None:
    table = enter_until(a_table(), at_step("keepsake"))
    before = table.evening
    table.keep_line("sentence", "We laughed.")
    table = seated_again(table) if again else table
    table.undo()

    assert table.evening == before


def test_a_swap_that_is_taken_back_brings_the_card_back_and_forgets_it_was_set_aside() -> None:
    table = enter_until(a_table(), at_closed(2))
    before = table.record
    enter(table, 2)
    during = table.record
    table.swap()
    table.undo()

    assert table.record == during
    assert table.record.aside == before.aside


def test_a_pause_is_nothing_to_take_back() -> None:
    table = enter_until(a_table(), at_closed(2))
    before = table.record
    enter(table)
    table.pause()
    table.come_back()
    table.undo()

    assert table.record == before


def test_a_pause_goes_along_when_an_evening_that_was_opened_again_goes_back() -> None:
    table = enter_until(a_table(), at_closed(2))
    before = table.record
    enter(table)
    table.pause()
    again = seated_again(table)
    again.undo()

    assert again.record == before


def test_an_evening_whose_cards_ran_out_can_be_taken_back_after_it_was_opened_again() -> None:
    cards = some_cards(3)
    table = enter_until(a_table("tea", cards=cards), at_step("thank"))
    assert table.record.moves[-1] == Close()
    again = Table(table.record, cards, lambda _: None, 0)
    undo_all(again)

    assert beginning(again.record)


@pytest.mark.parametrize("again", [lambda table: table, seated_again])
@pytest.mark.parametrize(("step", "what"), [("keepsake", "sentence"), ("week", "week")])
def test_undo_takes_a_kept_line_back_in_one(
    step: str, what: Literal["sentence", "week"], again: Callable[[Table], Table]
) -> None:
    table = enter_until(a_table("tea", 2), at_step(step))
    before = table.record
    table.keep_line(what, "You stayed.")
    same = again(table)
    same.undo()

    assert same.record == before


# what was asked in private


@pytest.mark.parametrize("answer", ["open", "shut"])
@pytest.mark.parametrize("seed", range(3))
def test_undo_across_the_votes_never_asks_again(answer: str, seed: int) -> None:
    table = enter_until(a_table(seed=seed), at_step("vote"))
    vote(table, answer, answer)
    enter(table, 2)
    for _ in range(8):
        table.undo()
    steps = []
    while not table.evening.is_closed:
        steps.append(table.evening.at.step)
        enter(table)

    assert "vote" not in steps
    assert table.evening.aside.willing == answer


@pytest.mark.parametrize("answer", ["open", "shut"])
def test_undo_across_the_votes_never_asks_again_after_the_evening_was_opened_again(answer: str) -> None:
    table = enter_until(a_table(), at_step("vote"))
    vote(table, answer, answer)
    again = seated_again(table)
    for _ in range(5):
        again.undo()
    steps = []
    while not again.evening.is_closed:
        steps.append(again.evening.at.step)
        enter(again)

    assert "vote" not in steps


def test_the_votes_themselves_are_nothing_that_undo_stops_at() -> None:
    table = enter_until(a_table(), at_step("vote"))
    asked = table.record
    vote(table, "shut", "shut")
    table.undo()

    assert table.record.moves == asked.moves[:-1]


def test_votes_that_nobody_has_given_yet_wait_behind_undo_and_redo() -> None:
    table = enter_until(a_table(), at_step("vote"))
    table.undo()
    assert table.evening.at.step != "vote"
    table.redo()

    assert (table.evening.at.step, table.alone) == ("vote", 0)


def test_a_vote_that_one_has_given_stays_given_whatever_the_other_takes_back() -> None:
    table = enter_until(a_table(), at_step("vote"))
    table.answer("open")
    for _ in range(3):
        table.undo()
        assert table.evening.at.step != "vote"
        enter_until(table, at_step("vote"))
        assert table.alone == 1
    table.answer("open")

    assert table.evening.aside.willing is Answer.OPEN


def test_a_vote_about_last_week_that_one_has_given_cannot_be_taken_back_either() -> None:
    table = a_table(setting=a_setting("tea", promise="A walk."))
    table.answer("open")

    assert not table.can_undo
    with pytest.raises(IllegalMove, match="where the evening began"):
        table.undo()
    assert table.alone == 1


@pytest.mark.parametrize("care", [lambda table: table.lower(3), lambda table: table.veto("lines")])
def test_a_question_that_waits_for_a_vote_outlasts_a_rest_and_what_is_lowered(
    care: Callable[[Table], None],
) -> None:
    table = enter_until(a_table(), lambda table: table.evening.step is not None and table.alone is not None)
    vote(table, "4", "4")
    enter_until(table, at_step("vote"))
    table.answer("open")
    table.pause()
    table.come_back()
    care(table)

    assert (table.evening.at.step, table.alone) == ("vote", 1)


def test_two_who_leave_when_one_has_voted_are_not_asked_again() -> None:
    table = enter_until(a_table(), at_step("vote"))
    table.answer("open")
    table.rise()
    again = seated_again(table)

    assert again.evening.aside.willing is Answer.SHUT
    assert again.evening.card is not None


def test_two_who_leave_before_anybody_has_voted_are_asked_when_they_are_back() -> None:
    table = enter_until(a_table(), at_step("vote"))
    before = table.record
    table.rise()

    assert table.record == before


def test_a_no_to_an_apology_is_nothing_to_take_back() -> None:
    table = enter_until(a_table(), at_closed(4))
    enter(table)
    before = table.record
    table.sorry(0)
    vote(table, "shut")
    table.undo()

    assert table.record.moves == before.moves[:-1]
    assert table.record.aside.sorry is Answer.SHUT


def test_a_pause_during_the_question_about_an_apology_does_no_harm_to_undo() -> None:
    table = enter_until(a_table(), at_closed(4))
    enter(table)
    before = table.record
    table.sorry(0)
    table.pause()
    table.come_back()
    vote(table, "shut")
    assert table.record.moves == (*before.moves, Pause(), Return())
    table.undo()

    assert table.record.moves == before.moves[:-1]
    undo_all(table)


def test_an_apology_that_was_taken_back_is_not_asked_about_again_but_can_be_done_again() -> None:
    table = enter_until(a_table(), at_closed(4))
    before = table.record
    table.sorry(1)
    vote(table, "open")
    begun = table.record
    table.undo()

    assert table.record.moves == before.moves
    with pytest.raises(IllegalMove, match=say("gate.sorry-asked")):
        table.sorry(1)
    table.redo()
    assert table.record == begun


def test_an_apology_that_was_taken_back_is_not_asked_about_again_after_the_evening_was_opened_again() -> None:
    table = enter_until(a_table(), at_closed(4))
    table.sorry(1)
    vote(table, "open")
    table.choose("said")
    again = seated_again(table)
    again.undo()
    again.undo()

    assert again.evening.mending is None
    assert again.evening.at.script != "sorry"
    with pytest.raises(IllegalMove, match=say("gate.sorry-asked")):
        again.sorry(1)
    undo_all(again)


def test_an_evening_that_was_closed_over_the_question_about_an_apology_does_not_ask_it_again() -> None:
    table = enter_until(a_table(), at_closed(4))
    before = table.record
    table.sorry(1)
    table.close()
    assert table.record.moves == (*before.moves, Close())
    table.undo()

    assert table.record.moves == before.moves
    assert table.evening.at.script != "sorry"


def test_ceilings_can_be_set_anew_by_undo_while_nothing_else_has_happened() -> None:
    table = a_table()
    vote(table, "2", "3")
    table.undo()
    assert table.evening.at.script == "ceilings"
    vote(table, "3", "3")

    assert table.evening.ceiling == 3
    assert table.record.moves[0] == Choose("3")
