"""The order of an evening: which of the allowed cards suits the next place."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.cards import Card, Cover, Kind, Moment
from game.engine.moves import Lighten
from game.engine.plan import best, why_from_elsewhere
from game.engine.rules import apply
from game.engine.shapes import SHAPES, shape_of
from game.engine.state import Answer, Aside, Evening
from game.words import say
from tests.engine.build import COVERS, HARD, NOTICED, ROADS, TEA, a_card, a_setting, an_evening, some_cards

OPEN_COVERS = tuple(cover for cover in COVERS if cover not in (HARD,))
CHECK_IN = Cover("check-in", "How Is Today?", moment=Moment.ICE_BREAKER)
OPEN = a_setting(covers=(CHECK_IN, *OPEN_COVERS))


def at_place(place: int, **state: Any) -> Evening:
    """Return a standard evening without hard decks that has *place* cards behind it."""
    behind = some_cards(place, 2, "attic", kind=Kind.WILD)
    return an_evening(OPEN, **{"closed": behind, **state})


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [card.id for card in cards]


@pytest.mark.parametrize(
    ("shape", "cards"), [("check-in", 4), ("tea", 5), ("short", 6), ("standard", 12), ("long", 18)]
)
def test_every_shape_has_its_number_of_cards_and_ends_with_thanks(shape: str, cards: int) -> None:
    last = SHAPES[shape].places[-1]

    assert SHAPES[shape].cards == cards
    assert (last.depth, last.deck, last.moment) == (1, "thanks", Moment.CLOSING)
    assert set(SHAPES) == {"check-in", "tea", "short", "standard", "long"}


@pytest.mark.parametrize("shape", list(SHAPES))
def test_no_shape_wishes_for_more_than_its_rules_allow(shape: str) -> None:
    depths = [place.depth for place in SHAPES[shape].places]

    assert depths.count(3) <= SHAPES[shape].cards // 3
    assert all(depth == 1 or depths[:n].count(depth - 1) >= 2 for n, depth in enumerate(depths))
    assert max(depths) <= SHAPES[shape].ceiling
    assert depths[-1] < 3


def test_an_evening_knows_its_shape() -> None:
    assert shape_of(an_evening(a_setting("long"))) is SHAPES["long"]


def test_a_standard_evening_goes_from_today_by_warm_talk_and_doing_to_depth_and_thanks() -> None:
    cards = (
        a_card("today", deck="check-in"),
        a_card("warm"),
        a_card("warm-2", depth=2),
        a_card("doing", deck="lines", kind=Kind.ACTION),
        *(a_card(f"road-{depth}", deck="roads", depth=depth) for depth in (1, 2, 3)),
        a_card("thanks", deck="thanks"),
    )
    order = [ids(best(at_place(place), cards)) for place in range(12)]

    assert order[0] == ["today"]
    assert {id for place in (1, 2) for id in order[place]} <= {"today", "warm"}
    assert order[3] == ["warm-2"]
    assert order[4] == ["doing"]
    assert order[5] == order[6] == ["road-2"]
    assert order[7] == order[8] == order[9] == ["road-3"]
    assert {"warm", "road-1", "today"} <= set(order[10])
    assert order[11] == ["thanks"]


def test_chosen_decks_come_before_warm_ups_at_any_depth() -> None:
    setting = a_setting(chosen=("roads",))
    deep_road, warm = a_card("roads-3", deck="roads", depth=3), a_card("warm")

    for place in range(12):
        evening = an_evening(setting, closed=some_cards(place, deck="attic"))
        assert best(evening, (warm, deep_road)) == (deep_road,)


def test_warm_ups_go_no_deeper_than_two_while_there_are_others() -> None:
    evening = an_evening(a_setting(chosen=("hard",)), closed=some_cards(8, 2, "attic"))
    deep, open_ = a_card("tea-3", depth=3), a_card("tea-2", depth=2)

    assert best(evening, (deep, open_)) == (open_,)
    assert best(evening, (deep,)) == (deep,)


def test_at_a_deep_place_the_deepest_card_suits_best() -> None:
    cards = tuple(a_card(f"roads-{depth}", deck="roads", depth=depth) for depth in (1, 2, 3, 4))

    assert ids(best(at_place(8), cards)) == ["roads-4"]
    assert ids(best(at_place(8), cards[:3])) == ["roads-3"]


def test_cards_of_earlier_evenings_come_after_all_others_that_suit_alike() -> None:
    old, new = some_cards(2)

    assert best(at_place(1), (old, new), frozenset({old.id})) == (new,)
    assert best(at_place(1), (old,), frozenset({old.id})) == (old,)


def test_a_guess_that_returns_goes_before_new_cards_that_suit_alike() -> None:
    back, new = some_cards(2, kind=Kind.GUESS)
    evening = an_evening(a_setting(returning=(back.id,)))

    assert best(evening, (new, back), frozenset({back.id})) == (back,)


def test_a_card_that_suits_better_comes_again_rather_than_one_that_does_not_suit() -> None:
    old, deep = a_card("tea-1"), a_card("roads-3", deck="roads", depth=3)

    assert best(at_place(1), (old, deep), frozenset({old.id})) == (old,)


def test_no_corner_of_a_subject_comes_twice_while_there_are_others() -> None:
    behind = (a_card("behind", deck="roads", angle="hiding places"),)
    same, other = a_card("same", angle="hiding places"), a_card("other", angle="weather")

    assert best(at_place(1, closed=behind), (same, other)) == (other,)


def test_the_same_kind_of_the_same_deck_does_not_follow_itself() -> None:
    behind = (a_card("behind"),)
    same, other = a_card("same"), a_card("other", kind=Kind.STORY)

    assert best(at_place(1, closed=behind), (same, other)) == (other,)


def test_a_deck_opens_with_one_of_its_starters() -> None:
    plain, starter = a_card("plain"), a_card("starter", starter=True)

    assert best(at_place(1), (plain, starter)) == (starter,)
    opened = at_place(1, closed=(a_card("behind", kind=Kind.WILD),))
    assert best(opened, (plain, starter)) == (plain, starter)


def test_no_deck_is_kept_from_a_deeper_place_because_its_starters_are_light() -> None:
    road = a_card("roads-2", deck="roads", depth=2)
    line = a_card("lines-2", deck="lines", depth=2, starter=True)
    met = at_place(5, closed=(*some_cards(4, deck="attic"), a_card("behind", deck="lines", kind=Kind.WILD)))

    assert best(at_place(5), (road, line)) == (road, line)
    assert best(met, (road, line)) == (road, line)


def test_while_a_hard_deck_waits_every_card_helps_to_break_the_ice() -> None:
    waiting = an_evening(a_setting(chosen=("hard",)))
    guess, story = a_card("guess", kind=Kind.GUESS), a_card("story", kind=Kind.STORY)
    answered = replace(waiting, aside=Aside(willing=Answer.SHUT))

    assert best(waiting, (guess, story)) == (story,)
    assert best(answered, (guess, story)) == (guess, story)
    assert best(replace(waiting, vetoed=("hard",)), (guess, story)) == (guess, story)


def test_a_wish_for_a_light_deck_goes_before_everything_else() -> None:
    evening = apply(
        an_evening(a_setting(chosen=("roads",)), closed=some_cards(8, 2, "attic")), Lighten("tea")
    )
    tea, road = a_card("tea-1"), a_card("roads-1", deck="roads")

    assert best(evening, (tea, road)) == (tea,)
    assert best(evening, (road,)) == (road,)


def test_without_cards_nothing_suits() -> None:
    assert best(at_place(0), ()) == ()


# why a card comes from elsewhere


ROADS_ONLY = a_setting("short", (TEA, ROADS, NOTICED), chosen=("roads",))
ROAD, WARM = a_card("roads-1", deck="roads"), a_card("tea-1")


def test_the_first_warm_up_says_why_it_comes() -> None:
    assert why_from_elsewhere(an_evening(ROADS_ONLY), WARM, (ROAD, WARM)) == say("care.warm-up")
    assert why_from_elsewhere(an_evening(ROADS_ONLY), WARM, (WARM,)) == say("care.warm-up.more")


def test_chosen_cards_that_are_gone_are_not_waited_for() -> None:
    gone = (
        an_evening(ROADS_ONLY, closed=(ROAD,)),
        an_evening(ROADS_ONLY, Aside(cards=(ROAD.id,))),
        an_evening(ROADS_ONLY, vetoed=("roads",)),
    )

    assert {why_from_elsewhere(evening, WARM, (ROAD, WARM)) for evening in gone} == {say("care.warm-up.more")}


def test_nothing_is_said_where_nothing_is_to_explain() -> None:
    quiet = (
        (an_evening(ROADS_ONLY), ROAD),
        (an_evening(ROADS_ONLY, closed=(a_card("tea-0"),)), WARM),
        (an_evening(ROADS_ONLY, lighter=""), WARM),
        (an_evening(ROADS_ONLY, mending="name"), WARM),
    )

    assert [why_from_elsewhere(evening, card, (ROAD, WARM)) for evening, card in quiet] == [None] * 4


@pytest.mark.parametrize(
    "state", [{"ceiling": 2}, {"vetoed": ("hard",)}, {"aside": Aside(willing=Answer.SHUT)}]
)
def test_where_the_votes_can_come_no_more_the_evening_goes_its_usual_way(state: dict[str, Any]) -> None:
    setting = a_setting(chosen=("hard", "roads"))
    telling, doing = a_card("roads-1", deck="roads"), a_card("roads-2", deck="roads", kind=Kind.ACTION)
    closed = some_cards(4, 2, "attic", kind=Kind.WILD)

    assert best(an_evening(setting, closed=closed), (telling, doing)) == (telling,)
    assert best(an_evening(setting, **{"closed": closed, **state}), (telling, doing)) == (doing,)
