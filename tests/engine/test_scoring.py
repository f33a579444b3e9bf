"""The scoring table and the sky, held against the guide number by number."""

from dataclasses import replace

import pytest

from game.engine.cards import Dimension, Gate, Kind, Part
from game.engine.moves import Close
from game.engine.scoring import FULL_SKY, NO_LIGHTS, PAYS, STAR_COSTS, STARS, Event, Sky, pay, turned
from tests.engine.build import (
    LINES,
    ROADS,
    TEA,
    a_card,
    a_mending_card,
    an_evening,
    at_card,
    played,
    some_cards,
)

CARD = a_card(deck="roads", dim=Dimension.RESPECT)

TABLE = {
    Event.TOLD: Sky(respect=1),
    Event.HEARD: Sky(respect=1, empathy=1),
    Event.BOTH_WAYS: Sky(respect=1),
    Event.KNOWN: Sky(respect=2, empathy=1),
    Event.LEARNED: Sky(respect=2, empathy=1),
    Event.KEPT: Sky(respect=2, empathy=1),
    Event.ACTED: Sky(respect=2, friendship=1),
    Event.TOUCHED: Sky(respect=2, friendship=1),
    Event.THANKED: Sky(respect=2, friendship=1),
    Event.WILD: Sky(respect=2, friendship=1),
    Event.SCALED: Sky(communication=2, empathy=1),
    Event.REVEALED: Sky(respect=2, communication=1),
    Event.NAMED: Sky(empathy=2),
    Event.OWNED: Sky(trust=2),
    Event.PROMISED: Sky(trust=2),
    Event.RECEIVED: Sky(empathy=2),
    Event.STOPPED: NO_LIGHTS,
    Event.EVEN_GROUND: Sky(respect=3),
    Event.CLOSING_THANKS: Sky(friendship=2),
    Event.PROMISE_HELD: Sky(trust=2),
    Event.CARRIED_ON: NO_LIGHTS,
}
"""The guide's table for a card of the dimension respect."""


def test_every_event_pays_what_the_guide_says() -> None:
    assert {event: pay(event, CARD, ROADS) for event in Event} == TABLE
    assert set(PAYS) == set(Event)


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_depth_pays_nothing_extra(depth: int) -> None:
    assert {event: pay(event, replace(CARD, depth=depth), ROADS) for event in Event} == TABLE


def test_listening_lights_what_the_deck_listens_for() -> None:
    assert pay(Event.HEARD, CARD, LINES) == Sky(respect=1, communication=1)
    assert pay(Event.HEARD, CARD, None) == Sky(respect=1, empathy=1)


def test_listening_to_an_ending_lights_communication_in_every_deck() -> None:
    assert pay(Event.HEARD, replace(CARD, kind=Kind.FINISH), TEA) == Sky(respect=1, communication=1)


def test_stars_cost_what_the_guide_says() -> None:
    assert {dim.value: STAR_COSTS[dim] for dim in Dimension} == {
        "trust": 3,
        "communication": 4,
        "respect": 5,
        "empathy": 6,
        "friendship": 7,
    }


@pytest.mark.parametrize("dim", list(Dimension))
def test_a_star_is_lit_when_its_last_light_comes_and_twelve_are_all(dim: Dimension) -> None:
    cost = STAR_COSTS[dim]
    stars = [replace(NO_LIGHTS, **{dim.value: lights}).stars(dim) for lights in range(14 * cost)]

    assert stars == [min(STARS, lights // cost) for lights in range(14 * cost)]
    assert STARS == 12


def test_skies_add_and_take_away_dimension_by_dimension() -> None:
    first, second = Sky(1, 2, 3, 4, 5), Sky(5, 4, 3, 2, 1)

    assert first + second == Sky(6, 6, 6, 6, 6)
    assert first + second - second == first
    assert first.total == 15


def test_a_full_sky_goes_on_the_shelf_and_a_new_one_begins() -> None:
    begun = Sky(trust=1, friendship=3)

    assert turned(begun) == (0, begun)
    assert turned(FULL_SKY) == (1, NO_LIGHTS)
    assert turned(FULL_SKY + FULL_SKY + begun) == (2, begun)
    assert turned(FULL_SKY - Sky(trust=1) + Sky(empathy=100)) == (
        0,
        FULL_SKY - Sky(trust=1) + Sky(empathy=100),
    )


@pytest.mark.parametrize(
    ("tellings", "lights"), [((3, 3), 3), ((3, 4), 3), ((4, 3), 3), ((3, 5), 0), ((0, 2), 0)]
)
def test_even_ground_is_paid_when_tellings_differ_by_one_at_most(
    tellings: tuple[int, int], lights: int
) -> None:
    evening = an_evening(closed=some_cards(4), tellings=tellings)

    assert played(evening, Close()).lights == Sky(respect=lights)


def test_an_evening_closed_at_once_is_no_even_ground() -> None:
    assert played(an_evening(), Close()).lights == NO_LIGHTS


def test_a_story_told_and_heard_both_ways_counts_for_both() -> None:
    card = a_card(deck="roads", depth=2, dim=Dimension.TRUST)
    evening = played(at_card(card, speaker=1), "told", "said", "thats-it", "asked", "me-too", "told", "heard")

    assert evening.lights == Sky(trust=3, empathy=1)
    assert (evening.tellings, evening.heard_deep, evening.hearings) == ((1, 1), (1, 1), 2)


def test_a_light_card_is_heard_but_not_deeply() -> None:
    evening = played(at_card(a_card()), "told", "heard", "asked", "move-on")

    assert (evening.tellings, evening.heard_deep, evening.hearings) == ((1, 0), (0, 0), 1)


@pytest.mark.parametrize(
    ("answer", "tally"), [("thats-it", (1, 0)), ("close", (1, 0)), ("new", (0, 1)), ("keep", (0, 0))]
)
def test_the_tally_of_guesses_belongs_to_both(answer: str, tally: tuple[int, int]) -> None:
    evening = played(at_card(a_card(kind=Kind.GUESS)), "said", answer)

    assert (evening.known, evening.learned) == tally


def test_a_whole_apology_pays_two_for_each_step() -> None:
    evening = an_evening()
    for part, choices in (
        (Part.NAME, ("said", "said", "said", "thats-it")),
        (Part.OWN, ("said",)),
        (Part.PROMISE, ("said", "move-on")),
        (Part.RECEIVE, ("time",)),
    ):
        card = a_mending_card(part)
        evening = played(at_card(card, replace(evening, mending=part)), *choices)

    assert evening.lights == Sky(trust=4, empathy=4)
    assert [card.part for card in evening.mended] == list(Part)


def test_gated_decks_pay_no_more_than_others() -> None:
    gated = replace(ROADS, gate=Gate.BOTH_WILLING)

    assert [pay(event, CARD, gated) for event in Event] == [pay(event, CARD, ROADS) for event in Event]
