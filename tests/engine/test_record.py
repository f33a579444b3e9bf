"""The record: the story that is kept, and what is left out of it."""

from dataclasses import replace

import pytest

from game.engine.cards import Kind, Part
from game.engine.moves import Choose, Close, Deal, Keep, Lighten, Lower, Move, Pause, Return, Sorry, Veto
from game.engine.record import BrokenStory, Record, gathered, replay, well_known
from game.engine.scoring import Sky
from game.engine.state import Answer, Aside
from tests.engine.build import a_card, a_mending_card, a_setting, some_cards

FIRST, SECOND, THIRD, FOURTH = some_cards(4)
TURN = (Choose("told"), Choose("heard"), Choose("asked"), Choose("move-on"))
TEA = a_setting("tea")


def a_record(*moves: Move, **more: object) -> Record:
    """Return the record of an evening without ceilings to set."""
    return replace(Record(TEA, moves), **more)  # type: ignore[arg-type]


def a_deep_record(*moves: Move) -> Record:
    """Return the record of an evening that has ceilings set and three cards closed."""
    cards = (move for card in (FIRST, SECOND, THIRD) for move in (Deal(card), *TURN))
    return Record(a_setting(), (Choose("3"), *cards, *moves))


def test_a_record_is_replayed_move_by_move() -> None:
    evening = replay(a_record(Deal(FIRST), *TURN, Deal(SECOND), Choose("told")))

    assert (evening.closed, evening.card, evening.at.step) == ((FIRST,), SECOND, "give-back")
    assert evening.lights == Sky(friendship=3, empathy=1)


def test_a_record_that_breaks_the_rules_says_where() -> None:
    with pytest.raises(BrokenStory) as broken:
        replay(a_record(Deal(FIRST), *TURN, Deal(FIRST)))

    assert broken.value.at == 6
    assert str(broken.value) == "That card has been on the table already."


@pytest.mark.parametrize(
    "move", [Choose("told"), Return(), Sorry(0), Deal(FIRST), Keep("week", "x"), Lower(1)]
)
def test_nothing_but_a_closing_may_follow_the_end(move: Move) -> None:
    end = a_record(
        Close(), *(Choose(choice) for choice in ("said", "received") * 2), *(Choose("nothing"),) * 2
    )
    assert replay(end).is_closed

    with pytest.raises(BrokenStory, match="This evening is closed"):
        replay(end.then(move))


# going back


def test_going_back_takes_what_a_person_did_and_the_deals_that_followed() -> None:
    record = a_record(Deal(FIRST), *TURN, Deal(SECOND))

    assert record.back() == a_record(Deal(FIRST), *TURN[:-1])


def test_going_back_passes_over_rests() -> None:
    record = a_record(Deal(FIRST), Choose("told"), Pause("soon"), Return())

    assert record.back() == a_record(Deal(FIRST))


def test_there_is_no_going_back_before_anyone_did_anything() -> None:
    assert a_record(Deal(FIRST)).back() is None
    assert a_record().back() is None
    assert a_record(Deal(FIRST), Pause(), Return()).back() is None


def test_what_the_game_does_for_want_of_a_card_goes_with_what_led_to_it() -> None:
    ran_out = a_record(Deal(FIRST), *TURN, Close())
    lighter = a_record(Deal(FIRST), *TURN, Lighten(), Deal(SECOND))

    assert ran_out.back() == lighter.back() == a_record(Deal(FIRST), *TURN[:-1])


def test_a_wish_for_a_light_card_on_the_first_card_outlives_a_swap_and_can_be_taken_back() -> None:
    record = a_record(Deal(FIRST), Lighten()).without_card().then(Deal(SECOND))

    assert record.back() == a_record(aside=record.aside)


def test_a_closing_that_somebody_asked_for_is_taken_back_alone() -> None:
    assert a_record(Deal(FIRST), Choose("told"), Close()).back() == a_record(Deal(FIRST), Choose("told"))


# setting a card aside


def test_a_card_that_is_set_aside_leaves_its_id_and_its_lights() -> None:
    record = a_record(Deal(FIRST), *TURN, Deal(SECOND), Choose("told"), Choose("heard")).without_card()

    assert record == a_record(
        Deal(FIRST), *TURN, aside=Aside(cards=(SECOND.id,), lights=Sky(friendship=2, empathy=1), heard=1)
    )


def test_cards_set_aside_are_sorted_so_that_their_order_tells_nothing() -> None:
    record = a_record(aside=Aside(cards=("tea-0", "tea-9"))).then(Deal(FIRST)).without_card()

    assert record.aside.cards == ("tea-0", FIRST.id, "tea-9")


@pytest.mark.parametrize(
    "move",
    [Pause("soon"), Lighten("tea"), Veto("roads"), Lower(2)],
    ids=["pause", "lighter", "veto", "lower"],
)
def test_what_was_agreed_on_a_card_outlives_it(move: Move) -> None:
    agreed = (move, Return()) if isinstance(move, Pause) else (move,)
    record = a_deep_record(Deal(FOURTH), Choose("told"), *agreed, Choose("heard"))

    assert record.without_card().moves == a_deep_record(*agreed).moves
    assert replay(record.without_card().then(Deal(a_card("tea-new")))).card == a_card("tea-new")


def test_the_lights_of_cards_set_aside_are_lights_of_the_evening() -> None:
    before = a_record(Deal(FIRST), Choose("told"), Choose("heard"))

    assert replay(before.without_card()).lights == replay(before).lights


# private answers


def test_a_vote_leaves_only_what_both_said() -> None:
    voting = Record(a_setting(chosen=("hard",)), (Choose("3"), *icy_moves()))
    assert replay(voting).at.script == "willing"

    for answer in (Answer.OPEN, Answer.SHUT):
        voted = voting.answered(answer)
        assert voted == replace(voting, aside=Aside(willing=answer))
        assert replay(voted).is_dealing


def icy_moves() -> tuple[Move, ...]:
    """Return the moves of six cards that break the ice, each answered by both."""
    light: tuple[str, ...] = ("told", "heard", "asked", "me-too", "told", "heard")
    open_: tuple[str, ...] = ("told", "said", "thats-it", "asked", "me-too", "told", "heard")
    played = [(card, light) for card in some_cards(4)] + [(card, open_) for card in some_cards(2, 2)]
    moves: list[Move] = []
    for card, choices in played:
        moves += [Deal(card), *map(Choose, choices)]
    return tuple(moves)


def test_a_no_to_an_apology_leaves_no_question() -> None:
    before = a_deep_record(Deal(FOURTH), Choose("told"))
    rests = (Pause(), Return())

    assert before.then(Sorry(1)).answered(Answer.SHUT) == replace(before, aside=Aside(sorry=Answer.SHUT))
    assert before.then(Sorry(1)).then(rests[0]).then(rests[1]).answered(Answer.SHUT) == replace(
        before, moves=(*before.moves, *rests), aside=Aside(sorry=Answer.SHUT)
    )


def test_a_yes_to_an_apology_sets_the_card_aside() -> None:
    asked = a_deep_record(Deal(FOURTH), Choose("told"), Sorry(1), Pause(), Return())
    begun = asked.answered(Answer.OPEN)

    assert begun.moves == a_deep_record(Pause(), Return(), Sorry(1), Choose("open")).moves
    assert begun.aside == Aside(cards=(FOURTH.id,), lights=Sky(friendship=1))
    assert replay(begun.then(Deal(a_mending_card(Part.NAME)))).at.speaker == 1


def test_only_an_open_question_can_be_unasked() -> None:
    before = a_deep_record(Deal(FOURTH))

    assert before.unasked() == before
    assert before.then(Sorry(0)).unasked() == before


# sums


def test_who_was_known_is_counted_on_cards_of_one_deck() -> None:
    guess = a_card("tea-9", kind=Kind.GUESS)
    hit = (Choose("said"), Choose("thats-it"), Choose("said"))
    record = a_record(Deal(guess), *hit, Deal(replace(guess, id="tea-8")), *hit)

    assert well_known(record, "tea") == (1, 1)
    assert well_known(record, "roads") == (0, 0)


def test_the_sky_of_several_evenings_is_one() -> None:
    one = a_record(Deal(FIRST), *TURN)

    assert gathered((one, one)) == Sky(friendship=6, empathy=2) - Sky(friendship=2)
    assert gathered(()) == Sky()
