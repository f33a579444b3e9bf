"""The shipped decks: what the plan promised, what the table needs, and what a reader must not meet."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

import pytest

from game.advice.likeness import TWINS, pairs
from game.advice.shape import TENDER_DECKS
from game.advice.wording import Severity, advise
from game.engine.cards import Card, Dimension, Gate, Kind, Part
from game.engine.votes import DEEP, TENDER
from game.files.decks.deckfile import DeckFile
from game.files.decks.schema import SCHEMA_LINE
from game.files.decks.shelf import Shelf
from tests.decks.plan import ALL_CARDS, PLANS

Cell = TypeVar("Cell")

CELL = 2
"""Cards by which one depth, kind or step may miss its number; the whole of a deck may not."""
SHARE = 0.05
"""The part of a deck, five cards in a hundred, by which what it shines on may miss the plan."""
STARTERS = 8
GENTLE = 2
"""The deepest that a starter may be."""
HEAD_LINES = range(1, 5)
REASON = re.compile(r'lint_allow = \["\w+"(?:, "\w+")*\] +# \w+ .+')
BODY = re.compile(
    r"\b(?:palms?|shoulders?|foreheads?|hugs?|lean on|back to back|hold \{partner\}'s hands?)\b", re.I
)
TELLING = (Kind.QUESTION, Kind.STORY)
DOING = (Kind.ACTION, Kind.WILD)

each_deck = pytest.mark.parametrize("id", PLANS)
open_decks = pytest.mark.parametrize("id", [id for id, plan in PLANS.items() if plan.gate is Gate.NONE])
gated_decks = pytest.mark.parametrize("id", [id for id, plan in PLANS.items() if plan.gate is not Gate.NONE])


def cards_of(shelf: Shelf) -> tuple[Card, ...]:
    return tuple(card for deck in shelf.decks for card in deck.cards)


def text_of(file: DeckFile) -> str:
    return file.path.read_text(encoding="utf-8")


def far_off(found: Mapping[Cell, int], planned: Mapping[Cell, int]) -> dict[Cell, int]:
    """Return the cells that miss the plan by more than CELL, with how many cards they have."""
    return {
        cell: found.get(cell, 0)
        for cell in {*found, *planned}
        if abs(found.get(cell, 0) - planned.get(cell, 0)) > CELL
    }


# what the plan promised


def test_every_shipped_deck_loads_without_a_problem(shelf: Shelf) -> None:
    assert [str(problem) for problem in shelf.problems] == []
    assert {deck.cover.id for deck in shelf.decks} == set(PLANS)


def test_a_deck_is_called_like_its_file(shelf: Shelf) -> None:
    assert {file.path.stem for file in shelf.files} == set(PLANS)


def test_there_are_as_many_cards_as_planned(shelf: Shelf) -> None:
    assert {deck.cover.id: len(deck.cards) for deck in shelf.decks} == {
        id: plan.cards for id, plan in PLANS.items()
    }
    assert len(cards_of(shelf)) == ALL_CARDS


@each_deck
def test_a_cover_says_what_was_planned(shelf: Shelf, id: str) -> None:
    cover, plan = shelf.find(id).cover, PLANS[id]

    assert (cover.title, cover.moment, cover.gate, cover.listening, cover.language) == (
        plan.title,
        plan.moment,
        plan.gate,
        plan.listening,
        "en",
    )
    assert cover.purpose


@each_deck
def test_ids_count_up_from_one(shelf: Shelf, id: str) -> None:
    cards = shelf.find(id).cards

    assert [card.id for card in cards] == [f"{id}-{number:03}" for number in range(1, len(cards) + 1)]


@each_deck
def test_no_depth_is_far_from_the_plan(shelf: Shelf, id: str) -> None:
    planned = dict(enumerate(PLANS[id].depths, start=1))

    assert far_off(Counter(card.depth for card in shelf.find(id).cards), planned) == {}


@each_deck
def test_no_kind_is_far_from_the_plan(shelf: Shelf, id: str) -> None:
    assert far_off(Counter(card.kind for card in shelf.find(id).cards), PLANS[id].kinds) == {}


@each_deck
def test_no_step_of_an_apology_is_far_from_the_plan(shelf: Shelf, id: str) -> None:
    parts = Counter(card.part for card in shelf.find(id).cards if card.part)

    assert far_off(parts, PLANS[id].parts) == {}


@each_deck
def test_a_deck_shines_on_what_it_was_written_for(shelf: Shelf, id: str) -> None:
    cards, planned = shelf.find(id).cards, PLANS[id].shares
    shares = {dim: sum(card.dim is dim for card in cards) / len(cards) for dim in Dimension}

    assert {dim: share for dim, share in shares.items() if abs(share - planned.get(dim, 0)) > SHARE} == {}


@each_deck
def test_no_corner_of_a_subject_is_crowded(shelf: Shelf, id: str) -> None:
    cards = shelf.find(id).cards
    angles = Counter(card.angle for card in cards)

    assert len(angles) == PLANS[id].angles
    assert {
        angle: count for angle, count in angles.items() if not angle or count > len(cards) / len(angles) + 2
    } == {}


# what the table needs


@open_decks
def test_an_open_deck_has_gentle_cards_to_begin_with(shelf: Shelf, id: str) -> None:
    starters = [card for card in shelf.find(id).cards if card.starter]

    assert len(starters) >= STARTERS
    assert [card.id for card in starters if card.depth > GENTLE] == []


@gated_decks
def test_nothing_in_a_gated_deck_is_for_beginning(shelf: Shelf, id: str) -> None:
    assert [card.id for card in shelf.find(id).cards if card.starter] == []


def test_touch_is_always_offered_with_an_equal_way_without(shelf: Shelf) -> None:
    touching = [card for card in cards_of(shelf) if card.touch]

    assert len(touching) > STARTERS
    assert [card.id for card in touching if card.kind is not Kind.ACTION or not card.alt] == []


def test_what_is_done_with_hands_or_shoulders_is_marked_as_touch(shelf: Shelf) -> None:
    named = [card for card in cards_of(shelf) if card.kind in DOING and BODY.search(card.text)]

    assert len(named) > STARTERS
    assert [card.id for card in named if not card.touch] == []


def test_nothing_deep_is_left_hanging(shelf: Shelf) -> None:
    deep = [card for card in cards_of(shelf) if card.kind in TELLING and card.depth >= DEEP]

    assert len(deep) > ALL_CARDS // 8
    assert [card.id for card in deep if not card.follow_ups] == []


def test_tender_cards_live_only_where_they_are_expected(shelf: Shelf) -> None:
    homes = {deck.cover.id for deck in shelf.decks if deck.cover.deepest == TENDER}

    assert homes == TENDER_DECKS


@pytest.mark.parametrize("part", Part)
def test_a_first_apology_finds_a_gentle_card_for_every_step(shelf: Shelf, part: Part) -> None:
    cards = shelf.find("repair").cards

    assert [card.id for card in cards if card.part is part and card.depth in (2, DEEP)] != []


# what a reader meets


@each_deck
def test_a_deck_opens_with_how_to_play_it(shelf: Shelf, id: str) -> None:
    file = next(file for file in shelf.files if file.path.stem == id)
    *head, schema = text_of(file).partition("\n\n")[0].splitlines()

    assert schema == SCHEMA_LINE
    assert len(head) in HEAD_LINES
    assert [line for line in head if not re.fullmatch(r"# \S.*", line)] == []
    assert text_of(file).partition("\n\n")[2].startswith("[deck]\n")


def test_the_decks_are_plain_letters(shelf: Shelf) -> None:
    assert [file.path.name for file in shelf.files if not text_of(file).isascii()] == []


def test_the_adviser_has_nothing_to_say(shelf: Shelf) -> None:
    allowed = {id: rules for file in shelf.files for id, rules in file.allowed.items()}

    assert [(each.card or each.deck, each.rule, each.found) for each in advise(shelf.decks, allowed)] == []


def test_only_warnings_that_were_given_are_answered(shelf: Shelf) -> None:
    warned = {(each.card, each.rule) for each in advise(shelf.decks) if each.severity is Severity.WARNING}
    answered = {(id, rule) for file in shelf.files for id, rules in file.allowed.items() for rule in rules}

    assert answered
    assert answered - warned == set()


def test_every_answer_to_a_warning_gives_its_reason(shelf: Shelf) -> None:
    answers = [line for file in shelf.files for line in text_of(file).splitlines() if "lint_allow" in line]

    assert len(answers) == sum(len(file.allowed) for file in shelf.files)
    assert [line for line in answers if not REASON.fullmatch(line)] == []


def test_no_two_cards_of_any_decks_ask_nearly_the_same(shelf: Shelf) -> None:
    twins = [pair for pair in pairs(shelf.decks) if pair.likeness >= TWINS]

    assert [(pair.earlier.id, pair.later.id) for pair in twins] == []
