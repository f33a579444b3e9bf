"""A hundred evenings of random players light about what was foretold, with room for chance."""

from dataclasses import replace
from random import Random

import pytest

from bench.evenings import SWAPPERS, USUAL, lights, play, shipped_decks, stars
from game.engine.cards import Dimension
from game.engine.gates import allowed, why_not
from game.engine.laying import STANDARD, pile
from game.engine.shapes import SHAPES
from game.engine.state import DEALING, Evening, Stop

Evenings = tuple[Evening, ...]
EVENINGS, SEED = 100, 4

pytestmark = pytest.mark.torture


@pytest.fixture(scope="module")
def usual() -> Evenings:
    return play(USUAL, shipped_decks(), STANDARD, EVENINGS, Random(SEED))


@pytest.fixture(scope="module")
def swappers() -> Evenings:
    return play(SWAPPERS, shipped_decks(), STANDARD, EVENINGS, Random(SEED))


def test_every_evening_closes_all_its_cards(usual: Evenings, swappers: Evenings) -> None:
    cards = {len(evening.closed) for evening in (*usual, *swappers)}

    assert cards == {SHAPES[STANDARD].cards}


def test_an_evening_lights_about_what_was_foretold(usual: Evenings) -> None:
    assert 35 <= lights(usual) <= 52


def test_swapping_much_costs_little(usual: Evenings, swappers: Evenings) -> None:
    assert lights(swappers) == pytest.approx(lights(usual), rel=0.15)


@pytest.mark.parametrize("dimension", Dimension)
def test_no_constellation_is_left_behind_or_runs_ahead(usual: Evenings, dimension: Dimension) -> None:
    assert 1.0 <= stars(usual)[dimension] <= 2.6


def test_the_gates_answer_for_a_sort_of_cards_as_for_each_of_them(usual: Evenings) -> None:
    cards = pile(usual[0].setting, shipped_decks())
    for place in range(SHAPES[STANDARD].cards):
        evening = replace(usual[0], closed=usual[0].closed[:place], at=Stop(DEALING))

        assert allowed(evening, cards) == tuple(card for card in cards if why_not(evening, card) is None)
