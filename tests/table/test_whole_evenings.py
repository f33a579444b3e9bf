"""Whole evenings by Enter alone: every shape, small decks, and what happens when cards run out."""

import pytest

from game.engine.cards import Kind
from game.engine.moves import Choose, Close, Deal, Keep, Sorry
from game.engine.record import Record, replay
from game.engine.shapes import SHAPES
from game.engine.state import Answer
from game.pile import Memory
from game.table import Table
from game.words import say
from tests.engine.build import HARD, MENDING, NOTICED, ROADS, TEA, a_setting, some_cards
from tests.table.seat import CARDS, a_deck, a_table, at_closed, at_step, enter, enter_until, is_over, vote

THREE = some_cards(3, deck="roads")


def depths(table: Table) -> list[int]:
    return [card.depth for card in table.evening.closed]


@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize("seed", range(5))
def test_enter_alone_plays_every_shape_to_its_end(shape: str, seed: int) -> None:
    table = enter_until(a_table(shape, seed), is_over)

    assert len(table.evening.closed) == SHAPES[shape].cards
    assert table.evening == replay(table.record)


@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize("seed", range(5))
def test_enter_alone_consents_to_nothing_and_keeps_nothing(shape: str, seed: int) -> None:
    kept: list[Record] = []
    table = enter_until(a_table(shape, seed, keep=kept.append), is_over)
    choices = {move.choice for move in table.record.moves if isinstance(move, Choose)}

    assert table.evening.aside.willing is not Answer.OPEN
    assert table.evening.sorry is Answer.UNASKED
    assert table.evening.kept == ()
    assert table.evening.ceiling == (1 if shape == "tea" else 3)
    assert choices & {"open", "yes", "keep"} == set()
    assert not [move for record in kept for move in record.moves if isinstance(move, Keep | Sorry)]
    assert not [card for card in table.evening.closed if card.depth == 4 or card.deck == "hard"]


def test_tea_is_light_and_asks_nobody_how_deep() -> None:
    table = a_table("tea")

    assert table.evening.card is not None
    assert depths(enter_until(table, is_over)) == [1] * 5


def test_a_check_in_asks_how_deep_and_stays_above_tender() -> None:
    table = a_table("check-in")
    assert table.evening.at.script == "ceilings"

    vote(table, "4", "4")
    assert len(enter_until(table, is_over).evening.closed) == 4
    assert max(depths(table)) < 4


def test_only_a_gated_deck_warms_up_asks_once_and_then_deals_it() -> None:
    table = a_table(chosen=("hard",), seed=3)
    enter(table, 2)
    assert table.note == f"Tonight goes as far as deep. {say('care.warm-up')}"
    assert table.evening.card is not None
    assert table.evening.card.deck != "hard"

    enter_until(table, at_step("vote"))
    closed = len(table.evening.closed)
    assert 6 <= closed <= 8
    vote(table, "open", "open")
    assert table.evening.card.deck == "hard"

    enter_until(table, is_over)
    assert table.evening.closed[closed].deck == "hard"
    assert all(card.deck != "hard" for card in table.evening.closed[:closed])


def test_the_sentence_about_warming_up_comes_once() -> None:
    table = a_table(chosen=("hard",))
    notes = []
    while not table.evening.is_closed:
        enter(table)
        notes.append(table.note)

    assert sum(say("care.warm-up") in note for note in notes) == 1


def test_nothing_lighter_is_promised_where_no_light_card_is_left() -> None:
    light = [card for card in CARDS if card.depth == 1 and card.deck != "mending"]
    few = tuple(card for card in CARDS if card not in light[2:])
    table = enter_until(a_table(cards=few), at_step("vote"))
    vote(table, "open", "shut")

    assert table.note == say("care.not-tonight.bare")


@pytest.mark.parametrize("votes", [("open", "shut"), ("shut", "open"), ("shut", "shut"), ("open", "")])
@pytest.mark.parametrize("seed", range(4))
def test_one_no_is_enough_and_something_lighter_comes(votes: tuple[str, str], seed: int) -> None:
    table = enter_until(a_table(seed=seed), at_step("vote"))
    vote(table, *votes)

    assert table.note == say("care.not-tonight")
    assert table.evening.card is not None
    assert table.evening.card.depth == 1
    enter_until(table, is_over)
    assert not [card for card in table.evening.closed if card.deck == "hard"]


def test_nobody_can_read_from_the_record_who_said_no() -> None:
    kept: dict[tuple[str, str], Record] = {}
    for votes in (("open", "shut"), ("shut", "open"), ("shut", "shut")):
        table = enter_until(a_table(seed=1), at_step("vote"))
        vote(table, *votes)
        kept[votes] = table.record

    assert len(set(kept.values())) == 1


def test_the_votes_are_asked_once_however_the_evening_goes_on() -> None:
    table = enter_until(a_table("long"), at_step("vote"))
    vote(table, "shut", "shut")
    asked = 0
    while not table.evening.is_closed:
        asked += table.evening.at.step == "vote"
        enter(table)

    assert asked == 0


@pytest.mark.parametrize("ceiling", ["1", "2"])
def test_a_low_ceiling_of_one_is_tonights_and_asks_about_nothing_hard(ceiling: str) -> None:
    table = a_table()
    vote(table, ceiling, "4")
    steps = set()
    while not table.evening.is_closed:
        steps.add(table.evening.at.step)
        enter(table)

    assert table.evening.ceiling == int(ceiling)
    assert "vote" not in steps
    assert max(depths(table)) == int(ceiling)


def test_every_tender_card_is_followed_by_a_landing_and_a_light_card() -> None:
    seen: list[tuple[str, int]] = []
    for seed in range(12):
        table = a_table("long", seed)
        vote(table, "4", "4")
        enter_until(table, at_step("vote"))
        vote(table, "open", "open")
        while not table.evening.is_closed:
            tender = table.evening.card is not None and table.evening.card.depth == 4
            before = len(table.evening.closed)
            enter(table)
            if tender and len(table.evening.closed) > before:
                assert table.evening.at.script == "landing"
                enter(table, 2)
                assert table.evening.card is not None
                seen.append((table.evening.card.deck, table.evening.card.depth))

    assert len(seen) > 6
    assert {depth for _, depth in seen} == {1}


def test_a_deck_of_three_cards_is_played_and_then_warm_ups_come() -> None:
    setting = a_setting("short", (TEA, ROADS), chosen=("roads",))
    table = Table(Record(setting), (*THREE, *a_deck("tea")), lambda _: None, 0)
    enter(table, 2)
    notes = []
    while not table.evening.is_closed:
        notes.append(table.note)
        enter(table)

    assert [card.deck for card in table.evening.closed] == ["roads"] * 3 + ["tea"] * 3
    assert notes.count(say("care.warm-up.more")) == 1
    assert say("care.warm-up") not in notes


def test_a_table_without_a_card_goes_politely_to_its_thanks() -> None:
    table = a_table(cards=())
    enter(table, 2)

    assert table.note == f"Tonight goes as far as deep. {say('care.played-out')}"
    assert table.evening.at.script == "thanks"
    assert enter_until(table, is_over).evening.closed == ()


def test_when_the_cards_run_out_the_evening_closes_with_thanks() -> None:
    table = enter_until(a_table(cards=THREE), at_step("thank"))

    assert table.note == say("care.played-out")
    assert len(table.evening.closed) == 3
    assert table.record.moves[-1] == Close()


def test_only_a_deck_that_opens_from_inside_plays_warm_ups_all_evening() -> None:
    table = enter_until(a_table(chosen=("mending",)), is_over)

    assert {card.deck for card in table.evening.closed} & {"mending", "hard"} == set()
    assert len(table.evening.closed) == 12


def test_cards_of_earlier_evenings_come_again_only_when_nothing_else_suits() -> None:
    tea = a_deck("tea")
    old = frozenset(card.id for card in tea if card.id.endswith(("1", "3", "5")))
    table = enter_until(a_table("tea", cards=tea, chosen=("tea",), memory=Memory(seen=old)), is_over)

    assert {card.id for card in table.evening.closed} & old == set()


def test_cards_that_were_put_away_for_good_never_come() -> None:
    never = frozenset(card.id for card in CARDS if card.kind is Kind.GUESS)
    for seed in range(5):
        table = enter_until(a_table(seed=seed, memory=Memory(never=never)), is_over)

        assert {card.id for card in table.evening.closed} & never == set()


@pytest.mark.parametrize("shape", list(SHAPES))
def test_the_same_seed_deals_the_same_evening(shape: str) -> None:
    first, second = (enter_until(a_table(shape, 7), is_over).record for _ in range(2))
    other = enter_until(a_table(shape, 8), is_over).record

    assert first == second
    assert [move for move in first.moves if isinstance(move, Deal)] != [
        move for move in other.moves if isinstance(move, Deal)
    ]


def test_the_two_take_strict_turns() -> None:
    table = a_table("long")
    speakers: list[int] = []
    while not table.evening.is_closed:
        if table.evening.card is not None:
            place = len(table.evening.closed)
            speakers[place:] = [table.evening.at.speaker]
        enter(table)

    assert speakers == [0, 1] * 9


def test_the_small_thing_of_last_time_is_asked_about_first() -> None:
    table = a_table(setting=a_setting("tea", promise="A walk on Sunday."))
    assert table.evening.at.step == "happened"

    vote(table, "open", "open")
    assert table.evening.lights.trust == 2
    assert table.evening.card is not None


@pytest.mark.parametrize("votes", [("open", "shut"), ("", "open"), ("shut", "shut")])
def test_a_small_thing_that_did_not_happen_pays_nothing_and_may_be_kept_or_let_go(
    votes: tuple[str, str],
) -> None:
    for choice, kept in (("let-go", ()), ("keep", (Keep("week", "A walk."),)), ("change", ())):
        table = a_table(setting=a_setting("tea", promise="A walk."))
        vote(table, *votes)
        assert table.evening.at.step == "line"

        table.choose(choice)
        assert table.evening.kept == kept
        assert table.evening.lights.total == 0


def test_a_gated_deck_that_was_not_chosen_is_never_asked_about() -> None:
    setting = a_setting("long", (TEA, ROADS, HARD, MENDING, NOTICED), chosen=("tea", "roads"))
    table = enter_until(a_table(setting=setting), at_closed(10))

    assert table.evening.aside.willing is Answer.UNASKED
