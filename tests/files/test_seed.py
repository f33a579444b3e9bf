"""A seed deals the same evening again, whatever was played before and wherever it was left."""

from dataclasses import replace

from game.engine.cards import Card
from game.engine.moves import Deal
from game.engine.record import Record
from game.files.config import change_config
from game.files.paths import Home
from game.sitting import Sitting, begin, resume
from tests.table.seat import at_closed, at_step, enter_until, is_over

NAMES = ("Ana", "Ben")


def dealt(record: Record) -> list[Card]:
    """Return the cards that came to the table, in their order."""
    return [move.card for move in record.moves if isinstance(move, Deal)]


def played(sitting: Sitting) -> list[Card]:
    """Press Enter until the evening of *sitting* is over, leave, and return what was dealt."""
    enter_until(sitting.table, is_over)
    sitting.leave()
    return dealt(sitting.table.record)


def test_the_same_seed_deals_the_same_evening_a_second_and_a_third_time(home: Home) -> None:
    first, second, third = (played(begin(home, NAMES, "short", seed=7)) for _ in range(3))

    assert first == second == third
    assert len(first) == 6


def test_an_evening_that_is_left_and_resumed_with_its_seed_is_dealt_as_one_that_never_stopped(
    home: Home,
) -> None:
    unbroken = played(begin(home, NAMES, "short", seed=7))
    sitting = begin(home, NAMES, "short", seed=7)
    for closed in range(1, len(unbroken)):
        enter_until(sitting.table, at_closed(closed))
        sitting.leave()
        sitting = resume(home, sitting.id, seed=7)

    assert played(sitting) == unbroken


def test_without_a_seed_cards_of_the_last_evening_wait(home: Home) -> None:
    first, second = (played(begin(home, NAMES, "tea", ("tea-time",))) for _ in range(2))

    assert {card.id for card in first} & {card.id for card in second} == set()


def test_a_card_that_was_put_away_for_good_stays_away_from_a_seed_too(home: Home) -> None:
    first = played(begin(home, NAMES, "short", seed=7))
    change_config(home.config, lambda config: replace(config, never=(first[0].id,)))

    assert first[0] not in played(begin(home, NAMES, "short", seed=7))


def test_the_small_thing_for_the_week_is_asked_about_with_a_seed_too_and_deals_nothing_else(
    home: Home,
) -> None:
    sitting = begin(home, NAMES, "short", seed=7)
    enter_until(sitting.table, at_step("week"))
    sitting.table.keep_line("week", "Tea on the steps.")
    first = played(sitting)
    second = begin(home, NAMES, "short", seed=7)

    assert second.table.evening.at.step == "happened"
    assert played(second) == first
