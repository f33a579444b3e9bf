"""The gates one by one, each with its sentence."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.cards import Card, Kind, Part
from game.engine.gates import allowed, ice_broken, part_after, wants_votes, why_no_apology, why_not
from game.engine.moves import Deal, Lighten, Lower, Pause, Return, Veto
from game.engine.rules import IllegalMove, apply
from game.engine.state import NO_ASIDE, Answer, Aside, Evening
from game.words import say
from tests.engine.build import (
    a_card,
    a_mending_card,
    a_setting,
    an_evening,
    at_card,
    played,
    some_cards,
)

WILLING = Aside(willing=Answer.OPEN)
TWO_EACH = (*some_cards(2, 1), *some_cards(2, 2), *some_cards(2, 3, "roads"))
"""Six closed cards that open every level of the ladder."""
ICE = {"closed": TWO_EACH, "tellings": (3, 3), "heard_deep": (2, 2)}
"""What breaks the ice."""

light, open_, deep = (a_card(f"roads-{depth}-new", deck="roads", depth=depth) for depth in (1, 2, 3))
tender = a_card("roads-4-new", deck="roads", depth=4)
hard_deep, hard_tender = (a_card(f"hard-{depth}-new", deck="hard", depth=depth) for depth in (3, 4))


def icy(**state: Any) -> Evening:
    """Return an evening in which the ice is broken and both were willing, but for *state*."""
    return an_evening(
        state.pop("setting", None), state.pop("aside", WILLING), **{**ICE, "ceiling": 4, **state}
    )


# the table


def test_a_card_from_a_deck_that_is_not_on_the_table_is_refused() -> None:
    assert why_not(an_evening(), a_card(deck="attic")) == say("gate.elsewhere")


@pytest.mark.parametrize(
    "evening",
    [
        an_evening(closed=(light,)),
        an_evening(mended=(light,)),
        an_evening(aside=Aside(cards=(light.id,))),
    ],
)
def test_no_card_comes_twice(evening: Evening) -> None:
    assert why_not(evening, light) == say("gate.dealt")


def test_a_vetoed_deck_stays_away_for_the_evening() -> None:
    evening = apply(an_evening(), Veto("roads"))

    assert why_not(evening, light) == say("gate.veto")
    assert why_not(evening, a_card()) is None


def test_a_card_is_dealt_only_while_one_is_owed() -> None:
    with pytest.raises(IllegalMove, match="card on the table already"):
        apply(at_card(a_card()), Deal(light))


def test_allowed_keeps_what_may_be_dealt_in_order() -> None:
    assert allowed(an_evening(), (open_, light, deep, a_card())) == (light, a_card())


# the ceiling


@pytest.mark.parametrize("ceiling", [1, 2, 3])
def test_nothing_deeper_than_the_ceiling_is_dealt(ceiling: int) -> None:
    evening = icy(ceiling=ceiling, aside=NO_ASIDE)
    refused = [card.depth for card in (light, open_, deep, tender) if why_not(evening, card)]

    assert refused[0] == ceiling + 1
    deeper = a_card("roads-x", deck="roads", depth=ceiling + 1)
    assert why_not(evening, deeper) == say("gate.ceiling", depth=say(f"depth.{ceiling}"))


def test_two_yeses_lift_the_ceiling_for_the_gated_deck_alone() -> None:
    evening = icy(ceiling=3)

    assert why_not(evening, hard_tender) is None
    assert why_not(evening, tender) == say("gate.ceiling", depth="deep")


@pytest.mark.parametrize("ceiling", [1, 2])
def test_two_yeses_lift_no_low_ceiling(ceiling: int) -> None:
    evening = icy(ceiling=ceiling)

    assert why_not(evening, hard_tender) == say("gate.ceiling", depth=say(f"depth.{ceiling}"))
    assert why_not(evening, hard_deep) == say("gate.ceiling", depth=say(f"depth.{ceiling}"))


def test_tea_deals_only_light_cards() -> None:
    evening = icy(setting=a_setting("tea"), closed=some_cards(2))

    assert why_not(evening, open_) == say("gate.ceiling", depth="light")
    assert why_not(evening, hard_deep) == say("gate.ceiling", depth="light")
    assert why_not(evening, light) is None


# the ladder


@pytest.mark.parametrize("card", [open_, deep, tender])
def test_a_level_opens_after_two_closed_cards_below_it(card: Card) -> None:
    below = card.depth - 1
    others = (*(other for other in TWO_EACH if other.depth != below), *some_cards(2, 1, "lines"))
    one, two = (icy(closed=(*others, *some_cards(count, below, "hard"))) for count in (1, 2))

    assert why_not(two, card) is None
    if below > 1:
        assert why_not(one, card) == say("gate.ladder", depth=say(f"depth.{card.depth}"), cards=2)


def test_the_first_two_cards_are_light() -> None:
    for closed in ((), some_cards(1)):
        assert why_not(an_evening(closed=closed), open_) == say("gate.ladder", depth="open", cards=2)


@pytest.mark.parametrize(("shape", "third"), [("short", 2), ("standard", 4), ("long", 6)])
def test_at_most_a_third_of_an_evening_is_deep(shape: str, third: int) -> None:
    def with_deep(count: int) -> Evening:
        return an_evening(a_setting(shape), closed=(*some_cards(2, 2), *some_cards(count, 3, "lines")))

    assert why_not(with_deep(third - 1), deep) is None
    assert why_not(with_deep(third), deep) == say("gate.third")


# the ending


def test_the_last_card_is_neither_deep_nor_tender() -> None:
    evening = icy(closed=(*TWO_EACH, *some_cards(5, 2, "lines")))

    assert why_not(evening, deep) == say("gate.ending")
    assert why_not(evening, hard_deep) == say("gate.ending")
    assert why_not(evening, tender) == say("gate.ending")
    assert why_not(evening, open_) is None


def test_none_of_the_last_two_cards_is_tender() -> None:
    evening = icy(closed=(*TWO_EACH, *some_cards(4, 2, "lines")))

    assert why_not(evening, tender) == say("gate.ending")
    assert why_not(evening, deep) is None


# tender cards


def some_tender(count: int) -> tuple[Card, ...]:
    """Return tender cards, each with a light one after it."""
    pairs = zip(some_cards(count, 4, "hard"), some_cards(count, 1, "lines"), strict=True)
    return tuple(card for pair in pairs for card in pair)


def test_three_tender_cards_are_enough() -> None:
    def after(count: int) -> Evening:
        return icy(setting=a_setting("long"), closed=(*TWO_EACH, *some_tender(count)))

    assert why_not(after(2), tender) is None
    assert why_not(after(3), tender) == say("gate.tender-limit", cards=3)


def test_an_apology_counts_as_one_tender_card() -> None:
    apology = tuple(a_mending_card(part) for part in Part)
    long = a_setting("long")

    assert why_not(icy(setting=long, closed=(*TWO_EACH, *some_tender(1)), mended=apology), tender) is None
    assert why_not(icy(setting=long, closed=(*TWO_EACH, *some_tender(2)), mended=apology), tender) == say(
        "gate.tender-limit", cards=3
    )


@pytest.mark.parametrize(
    ("between", "fits"), [((), False), ((3,), False), ((2,), True), ((1,), True), ((3, 1), True)]
)
def test_a_light_or_open_card_comes_between_two_tender_ones(between: tuple[int, ...], fits: bool) -> None:
    behind = tuple(a_card(f"lines-{n}", deck="lines", depth=depth) for n, depth in enumerate(between))
    evening = icy(setting=a_setting("long"), closed=(*TWO_EACH, *some_cards(1, 4, "hard"), *behind))

    assert why_not(evening, tender) == (None if fits else say("gate.tender-apart"))


# the ice


def test_the_ice_breaks_after_six_cards_three_tellings_and_two_deep_hearings_each() -> None:
    assert ice_broken(icy())


@pytest.mark.parametrize(
    "missing",
    [
        {"closed": TWO_EACH[1:]},
        {"tellings": (2, 9)},
        {"tellings": (9, 2)},
        {"heard_deep": (1, 9)},
        {"heard_deep": (9, 1)},
        {"unsettled": True},
    ],
)
def test_the_ice_holds_while_any_of_it_is_missing(missing: dict[str, Any]) -> None:
    evening = icy(**missing)

    assert not ice_broken(evening)
    assert why_not(replace(evening, closed=(*evening.closed, *some_cards(2, 2))), hard_deep) == (
        None if "closed" in missing else say("gate.ice")
    )
    assert not wants_votes(replace(evening, aside=NO_ASIDE))


def test_a_pause_freezes_the_ice_until_another_card_is_closed() -> None:
    evening = played(icy(), Pause(), Return())
    assert why_not(evening, hard_deep) == say("gate.ice")

    again = played(at_card(light, evening), "told", "heard", "asked", "move-on")
    assert why_not(again, hard_deep) is None


def test_gated_cards_need_two_yeses() -> None:
    for aside in (NO_ASIDE, Aside(willing=Answer.SHUT)):
        assert why_not(icy(aside=aside), hard_deep) == say("gate.willing")
        assert why_not(icy(aside=aside), tender) == say("gate.willing")
        assert why_not(icy(aside=aside), deep) is None


# the two votes


def test_the_game_asks_both_once_the_ice_is_broken() -> None:
    assert wants_votes(icy(aside=NO_ASIDE))


@pytest.mark.parametrize("answer", [Answer.OPEN, Answer.SHUT])
def test_the_game_asks_only_once(answer: Answer) -> None:
    assert not wants_votes(icy(aside=Aside(willing=answer)))


@pytest.mark.parametrize("ceiling", [1, 2])
def test_nobody_with_a_low_ceiling_is_ever_asked(ceiling: int) -> None:
    assert not wants_votes(icy(aside=NO_ASIDE, ceiling=ceiling))


def test_nobody_is_asked_when_no_gated_deck_was_chosen() -> None:
    tea_only = a_setting(chosen=("tea", "lines"))

    assert not wants_votes(icy(aside=NO_ASIDE, setting=tea_only))


def test_nobody_is_asked_about_a_deck_that_was_put_away() -> None:
    hard_only = a_setting(chosen=("hard",))

    assert wants_votes(icy(aside=NO_ASIDE, setting=hard_only))
    assert not wants_votes(icy(aside=NO_ASIDE, setting=hard_only, vetoed=("hard",)))


def test_tender_cards_of_an_open_deck_are_asked_about_on_a_tender_night_only() -> None:
    roads_only = a_setting(chosen=("roads",))

    assert wants_votes(icy(aside=NO_ASIDE, setting=roads_only, ceiling=4))
    assert not wants_votes(icy(aside=NO_ASIDE, setting=roads_only, ceiling=3))


@pytest.mark.parametrize(
    ("closed", "asks"),
    [
        ((*TWO_EACH, *some_cards(4, 2, "lines")), True),
        ((*TWO_EACH, *some_cards(5, 2, "lines")), False),
        ((*TWO_EACH, *some_cards(2, 3, "lines"), *some_cards(1, 2, "lines")), True),
        ((*TWO_EACH, *some_cards(2, 3, "lines"), *some_cards(2, 2, "lines")), False),
    ],
    ids=[
        "two cards left",
        "one card left",
        "a tender one would fit",
        "neither a deep nor a tender one would fit",
    ],
)
def test_nobody_is_asked_when_no_gated_card_could_come_any_more(closed: tuple[Card, ...], asks: bool) -> None:
    assert wants_votes(icy(aside=NO_ASIDE, closed=closed)) is asks


def test_a_deck_that_is_put_away_during_the_votes_takes_the_question_with_it() -> None:
    voting = icy(setting=a_setting(chosen=("hard",)), aside=NO_ASIDE, ceiling=3, closed=TWO_EACH[:5])
    voting = played(at_card(light, voting), "told", "heard", "asked", "move-on")
    assert voting.at.script == "willing"

    assert apply(voting, Veto("hard")).is_dealing
    assert apply(voting, Lower(2)).is_dealing
    assert apply(voting, Veto("tea")).at == voting.at


# the apology


def test_a_deck_for_mending_opens_only_from_inside() -> None:
    question = a_card("mending-q", deck="mending")
    step = a_mending_card(Part.NAME, depth=2)
    evening = icy()

    assert why_not(evening, question) == say("gate.opener")
    assert why_not(evening, step) == say("gate.repair")
    assert why_not(replace(evening, sorry=Answer.OPEN), question) is None
    assert why_not(replace(evening, sorry=Answer.OPEN), step) == say("gate.repair")


def test_an_apology_goes_step_by_step() -> None:
    evening = an_evening(mending=Part.OWN)

    assert why_not(evening, a_mending_card(Part.OWN)) is None
    for card in (a_mending_card(Part.NAME), a_mending_card(Part.PROMISE), a_card(), a_card(kind=Kind.REPAIR)):
        assert why_not(evening, card) == say("gate.mending")


def test_the_steps_of_an_apology_follow_each_other() -> None:
    assert [part_after(part) for part in Part] == [Part.OWN, Part.PROMISE, Part.RECEIVE, None]


def test_the_first_apology_is_a_gentle_one() -> None:
    first, later = (
        an_evening(a_setting(mended_before=before), mending=Part.NAME) for before in (False, True)
    )

    assert why_not(first, a_mending_card(Part.NAME, depth=3)) is None
    assert why_not(first, a_mending_card(Part.NAME, depth=4)) == say("gate.first-mending")
    assert why_not(later, a_mending_card(Part.NAME, depth=4)) is None


def test_an_apology_waits_for_no_ice_and_no_ladder() -> None:
    assert why_not(an_evening(mending=Part.NAME), a_mending_card(Part.NAME, depth=3)) is None


def test_an_apology_waits_for_three_cards() -> None:
    assert why_no_apology(an_evening(closed=some_cards(2))) == say("gate.sorry-early", cards=3)
    assert why_no_apology(an_evening(closed=some_cards(3))) is None


def test_one_apology_is_enough_for_an_evening() -> None:
    evening = an_evening(closed=some_cards(3), sorry=Answer.OPEN)

    assert why_no_apology(evening) == say("gate.sorry-once")


def test_after_a_private_no_nothing_is_said_of_an_apology_that_never_was() -> None:
    evening = an_evening(closed=some_cards(3), aside=Aside(sorry=Answer.SHUT))

    assert why_no_apology(evening) == "That was asked once tonight. It can wait for another evening."


@pytest.mark.parametrize("low", [{"ceiling": 1}, {"ceiling": 2}, {"setting": a_setting("tea")}])
def test_a_light_evening_asks_nobody_about_an_apology(low: dict[str, Any]) -> None:
    evening = an_evening(low.pop("setting", None), closed=some_cards(3), **low)

    assert why_no_apology(evening) == say("gate.sorry-ceiling")


# lighter


def test_after_asking_for_lighter_the_next_card_is_light() -> None:
    evening = apply(icy(), Lighten())

    assert why_not(evening, light) is None
    assert why_not(evening, open_) == say("gate.lighter")


def test_lighter_holds_for_one_card() -> None:
    evening = apply(apply(icy(), Lighten()), Deal(light))

    assert evening.lighter is None


def test_a_wish_for_a_deck_does_not_close_the_others() -> None:
    evening = apply(icy(), Lighten("tea"))

    assert why_not(evening, light) is None
    assert why_not(evening, a_card("tea-new")) is None


def test_lighter_asks_for_a_deck_on_the_table() -> None:
    with pytest.raises(IllegalMove, match="not on the table"):
        apply(icy(), Lighten("attic"))
