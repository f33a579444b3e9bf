"""The apology: it opens from inside, goes step by step, can be stopped anywhere, and a no leaves no trace."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.engine.cards import Card, Part
from game.engine.moves import Choose, Deal, Sorry
from game.engine.record import Record
from game.engine.rules import IllegalMove
from game.engine.state import Answer
from game.pile import Memory
from game.table import Table
from game.words import say
from tests.engine.build import a_mending_card, a_setting
from tests.table.seat import (
    CARDS,
    a_table,
    at_closed,
    at_step,
    enter,
    enter_until,
    is_over,
    seated_again,
    vote,
)

NO_MENDING = tuple(card for card in CARDS if card.part is None)
ONE_EACH = (*NO_MENDING, *(a_mending_card(part) for part in Part))


def mending(cards: tuple[Card, ...] = CARDS, seed: int = 0) -> Table:
    """Return a table at the first step of an apology by Ben."""
    table = enter_until(a_table(seed=seed, cards=cards), at_closed(4))
    table.sorry(1)
    vote(table, "open")
    return table


def at_part(table: Table, part: Part) -> Table:
    """Press Enter until *table* is at *part* of an apology."""
    return enter_until(table, lambda it: it.evening.card is not None and it.evening.card.part is part)


def test_the_other_is_asked_alone_whether_now_is_all_right() -> None:
    for by in (0, 1):
        table = enter_until(a_table(), at_closed(4))
        table.sorry(by)

        assert (table.evening.at.script, table.alone) == ("sorry", 1 - by)
        assert table.evening.at.speaker == by


@pytest.mark.parametrize("answer", ["shut", ""])
def test_a_no_goes_back_to_the_very_step_and_leaves_no_trace(answer: str) -> None:
    kept: list[Record] = []
    table = enter_until(a_table(keep=kept.append), at_closed(4))
    enter(table)
    before, evening = table.record, table.evening
    table.sorry(1)
    vote(table, answer)

    assert table.record == replace(before, aside=replace(before.aside, sorry=Answer.SHUT))
    assert table.evening == replace(evening, aside=table.record.aside)
    assert table.note == say("care.sorry-not-tonight")
    assert kept[-1] == table.record
    with pytest.raises(IllegalMove, match=say("gate.sorry-asked")):
        table.sorry(0)


def test_nobody_can_read_from_the_record_who_was_sorry_and_was_told_no() -> None:
    records = set()
    for by in (0, 1):
        table = enter_until(a_table(), at_closed(4))
        table.sorry(by)
        vote(table, "shut")
        records.add(table.record)

    assert len(records) == 1


def test_a_yes_sets_the_card_aside_and_the_first_step_comes() -> None:
    table = enter_until(a_table(), at_closed(4))
    before, card = table.record, table.evening.card
    assert card is not None
    enter(table)
    lights = table.evening.lights
    table.sorry(1)
    vote(table, "open")
    first = table.evening.card
    assert first is not None

    assert table.record.moves == (*before.moves[:-1], Sorry(1), Choose("open"), Deal(first))
    assert table.record.aside.cards == (card.id,)
    assert (first.part, table.evening.at.speaker, table.evening.lights) == (Part.NAME, 1, lights)


@pytest.mark.parametrize("seed", range(5))
def test_a_whole_apology_goes_through_its_four_steps_lands_and_gives_the_turn_back(seed: int) -> None:
    table = mending(seed=seed)
    before = table.evening
    table = enter_until(table, at_step("breath"))
    assert [card.part for card in table.evening.mended] == list(Part)
    assert {card.depth for card in table.evening.mended} <= {2, 3}
    enter(table, 2)

    assert (table.evening.turn, table.evening.closed) == (before.turn, before.closed)
    assert table.evening.at.speaker == before.turn
    assert table.evening.card is not None
    assert table.evening.card.depth == 1
    assert table.evening.lights - before.lights == replace(before.lights - before.lights, trust=4, empathy=4)


@pytest.mark.parametrize("part", list(Part))
def test_what_closed_stays_when_an_apology_stops(part: Part) -> None:
    table = at_part(mending(), part)
    table.choose("stop")

    assert [card.part for card in table.evening.mended] == list(Part)[: list(Part).index(part)]
    assert table.evening.at.script == "landing"
    with pytest.raises(IllegalMove):
        table.sorry(1)
    enter(table, 2)
    with pytest.raises(IllegalMove, match=say("gate.sorry-once")):
        table.sorry(0)
    assert enter_until(table, is_over).evening.is_closed


@pytest.mark.parametrize("part", list(Part))
def test_a_step_of_an_apology_can_be_swapped(part: Part) -> None:
    table = at_part(mending(), part)
    before = table.evening
    assert before.card is not None
    table.swap()
    after = table.evening.card
    assert after is not None

    assert (after.part, after != before.card) == (part, True)
    assert table.evening.at.speaker == before.at.speaker


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("swap", [Table.swap, Table.never_again])
def test_an_apology_without_another_card_stops_softly(part: Part, swap: Callable[[Table], object]) -> None:
    table = at_part(mending(ONE_EACH), part)
    swap(table)

    assert table.evening.at.script == "landing"
    assert table.evening.mending is None
    assert table.note != say("care.played-out")


@pytest.mark.parametrize("care", [lambda table: table.veto("mending"), lambda table: table.lower(2)])
@pytest.mark.parametrize("part", list(Part))
def test_whoever_asks_for_less_ends_the_apology_after_its_step(
    care: Callable[[Table], None], part: Part
) -> None:
    table = at_part(mending(), part)
    care(table)
    assert table.evening.mending is part
    enter_until(table, at_step("breath"))

    assert [card.part for card in table.evening.mended] == list(Part)[: list(Part).index(part) + 1]
    assert len(enter_until(table, is_over).evening.closed) == 12


def test_an_apology_can_be_closed_at_once() -> None:
    table = mending()
    table.close()

    assert (table.evening.at.script, table.evening.mending) == ("thanks", None)


def test_an_apology_can_be_left_and_gone_on_with() -> None:
    table = mending()
    while table.evening.at.script != "landing":
        assert seated_again(table).evening == table.evening
        enter(table)


def test_a_pause_while_the_other_is_asked_comes_back_to_the_question() -> None:
    table = enter_until(a_table(), at_closed(4))
    table.sorry(0)
    table.pause()
    assert table.alone is None
    again = seated_again(table)
    again.come_back()

    assert again.alone == 1
    vote(again, "open")
    assert again.evening.mending is Part.NAME


@pytest.mark.parametrize(
    "care",
    [
        lambda table: table.lower(1),
        lambda table: table.veto("mending"),
        lambda table: table.lighten(),
        lambda table: table.sorry(1),
    ],
)
def test_nothing_else_is_settled_while_the_other_is_asked(care: Callable[[Table], None]) -> None:
    table = enter_until(a_table(), at_closed(4))
    table.sorry(0)
    with pytest.raises(IllegalMove, match=say("no.sorry")):
        care(table)


@pytest.mark.parametrize("cards", [NO_MENDING, (*NO_MENDING, *(a_mending_card(part, 4) for part in Part))])
def test_nobody_is_asked_when_no_gentle_apology_could_follow(cards: tuple[Card, ...]) -> None:
    table = enter_until(a_table(cards=cards), at_closed(4))
    with pytest.raises(IllegalMove, match=say("gate.sorry-cards")):
        table.sorry(0)


def test_nobody_is_asked_when_the_deck_for_mending_was_put_away() -> None:
    table = enter_until(a_table(), at_closed(4))
    table.veto("mending")
    with pytest.raises(IllegalMove, match=say("gate.sorry-cards")):
        table.sorry(0)


def test_nobody_is_asked_when_a_step_was_put_away_for_good() -> None:
    never = frozenset(card.id for card in CARDS if card.part is Part.RECEIVE)
    table = enter_until(a_table(memory=Memory(never=never)), at_closed(4))
    with pytest.raises(IllegalMove, match=say("gate.sorry-cards")):
        table.sorry(0)


def test_the_sentence_says_what_really_is_in_the_way() -> None:
    table = enter_until(a_table("tea", cards=NO_MENDING), at_closed(1))
    with pytest.raises(IllegalMove, match=say("gate.sorry-ceiling")):
        table.sorry(0)


def test_after_a_first_apology_a_later_evening_may_go_deeper_and_keeps_to_one_weight() -> None:
    setting = a_setting(mended_before=True)
    for seed in range(6):
        table = enter_until(a_table(seed=seed, setting=setting), at_closed(4))
        table.sorry(0)
        vote(table, "open")
        enter_until(table, at_step("breath"))

        assert len({card.depth for card in table.evening.mended}) == 1


def test_the_deck_for_mending_opens_for_the_rest_of_the_evening_once_somebody_was_sorry() -> None:
    cards = tuple(card for card in CARDS if card.deck == "mending" or card.deck == "tea")
    table = enter_until(a_table("long", cards=cards, chosen=("mending",)), at_closed(4))
    table.sorry(0)
    vote(table, "open")
    enter_until(table, is_over)
    asked = [card for card in table.evening.closed if card.deck == "mending"]

    assert asked
    assert all(card.part is None for card in asked)


def test_every_apology_is_the_same_for_the_same_seed() -> None:
    first, second = (enter_until(mending(seed=4), is_over).record for _ in range(2))

    assert first == second
    assert Table(first, CARDS, lambda _: None, 0).evening.mended
