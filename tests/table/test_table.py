"""The table: what it keeps, what it says, what it forgets."""

import pytest

from game.engine.cards import Card, Cover, Kind
from game.engine.moves import Choose, Deal, Keep, Lower
from game.engine.record import Record, replay
from game.engine.rules import KEEP_LENGTH, IllegalMove, why_not
from game.engine.scene import scene
from game.engine.scoring import FULL_SKY, NO_LIGHTS, Sky
from game.engine.state import Aside
from game.files.problems import SaveProblem
from game.table import MANY_SWAPS, Table
from game.words import say
from tests.engine.build import TEA, a_card, a_setting, some_cards
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

GUESSES = some_cards(8, deck="know-me", kind=Kind.GUESS)


def on_the_table(table: Table) -> Card:
    """Return the card on *table*, which has one."""
    assert table.evening.card is not None
    return table.evening.card


def a_table_of(*cards: Card) -> Table:
    """Return a table for tea at the first of *cards*."""
    return a_table("tea", cards=cards)


def a_table_of_guesses() -> Table:
    """Return a table for tea with the deck that people may count on."""
    setting = a_setting("tea", (Cover("know-me", "Know Me"),))
    return a_table(cards=GUESSES, setting=setting)


def a_duel() -> Table:
    """Return a table of guesses at which both want to count."""
    table = a_table_of_guesses()
    table.start_duel()
    return table


# keeping


def test_every_move_is_kept_before_it_is_seen() -> None:
    kept: list[Record] = []
    table = a_table("tea", keep=kept.append)
    while not table.evening.is_closed:
        assert kept[-1] == table.record
        enter(table)

    assert kept[-1] == table.record


def test_a_new_table_is_kept_at_once_and_an_old_one_is_not() -> None:
    kept: list[Record] = []
    table = a_table(keep=kept.append)
    assert kept == [table.record]

    seated_again(table, kept.append)
    enter(table, 2)
    again: list[Record] = []
    seated_again(table, again.append)
    assert again == []


def test_what_an_interruption_kept_from_being_kept_is_still_owed() -> None:
    kept: list[Record] = []
    interrupted = [False]

    def keep(record: Record) -> None:
        if interrupted[0]:
            raise KeyboardInterrupt
        kept.append(record)

    table = a_table(keep=keep)
    assert table.is_kept
    interrupted[0] = True
    with pytest.raises(KeyboardInterrupt):
        enter(table, 2)
    assert (table.is_kept, table.trouble) == (False, "")
    interrupted[0] = False
    table.keep_safe()

    assert table.is_kept
    assert kept[-1] == table.record


def test_a_move_that_was_interrupted_before_it_was_whole_is_not_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a move, a card closed and none dealt, is nothing that anybody has seen."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    table = a_table()
    table.answer("3")
    monkeypatch.setattr("game.pile.Pile.draw", interrupted)
    with pytest.raises(KeyboardInterrupt):
        table.answer("3")

    assert table.is_kept


def test_when_keeping_fails_the_trouble_is_told_and_play_goes_on() -> None:
    full = [True]

    def keep(_: Record) -> None:
        if full[0]:
            raise SaveProblem("The disk is full.")

    table = a_table("tea", keep=keep)
    assert table.trouble == "The disk is full."

    enter(table)
    assert table.trouble == "The disk is full."
    assert table.evening.at.step == "give-back" or table.evening.card is not None

    full[0] = False
    enter(table)
    assert table.trouble == ""


def test_an_evening_goes_on_at_the_very_step_wherever_it_was_left() -> None:
    table = a_table("long", 5)
    while not table.evening.is_closed:
        assert seated_again(table).evening == table.evening
        enter(table)

    assert seated_again(table).evening == table.evening


def test_a_move_that_may_not_be_made_changes_nothing() -> None:
    table = a_table()
    before = (table.record, table.evening)
    moves = (
        lambda: table.choose("told"),
        table.come_back,
        table.swap,
        table.never_again,
        table.redo,
        table.undo,
        lambda: table.lower(2),
        lambda: table.veto("attic"),
        lambda: table.lighten("attic"),
        lambda: table.sorry(0),
        lambda: table.keep_line("sentence", "So."),
        lambda: table.answer("9"),
    )
    for move in moves:
        with pytest.raises(IllegalMove):
            move()

    assert (table.record, table.evening) == before


# swapping


def test_a_swap_keeps_the_player_and_the_place() -> None:
    table = enter_until(a_table(), at_closed(3))
    before = table.evening
    table.swap()

    assert table.evening.card != before.card
    assert table.evening.at.speaker == before.at.speaker
    assert table.evening.closed == before.closed
    assert table.note == say("care.different")


def test_a_swap_leaves_no_trace_but_the_sorted_cards_set_aside() -> None:
    table = enter_until(a_table(seed=3), at_closed(3))
    before, card = table.record, on_the_table(table)
    table.swap()
    second = on_the_table(table)
    table.swap()

    assert before.moves[-1] == Deal(card)
    assert table.record.moves == (*before.moves[:-1], Deal(on_the_table(table)))
    assert table.record.aside == Aside(cards=tuple(sorted((card.id, second.id))))


@pytest.mark.parametrize("steps", range(1, 4))
def test_after_any_step_a_swap_is_as_if_the_new_card_had_come_at_once(steps: int) -> None:
    table = enter_until(a_table(seed=9), at_closed(2))
    before, card = table.record, on_the_table(table)
    enter(table, steps)
    table.swap()

    assert before.moves[-1] == Deal(card)
    assert table.record.moves == (*before.moves[:-1], Deal(on_the_table(table)))


def test_lights_that_were_earned_stay_when_their_card_goes() -> None:
    table = a_table_of(*some_cards(4))
    enter(table, 2)
    lights = table.evening.lights
    assert lights.total == 3
    table.swap()

    assert table.evening.lights == lights
    assert table.record.aside.lights == lights
    assert (table.evening.tellings, table.evening.hearings) == ((0, 0), 1)


@pytest.mark.parametrize(("choice", "counted"), [("thats-it", (1, 0)), ("close", (1, 0)), ("new", (0, 1))])
def test_what_was_guessed_still_counts_when_its_card_goes(choice: str, counted: tuple[int, int]) -> None:
    table = a_table_of(*some_cards(4, kind=Kind.GUESS))
    enter(table)
    table.choose(choice)
    table.swap()

    assert (table.evening.known, table.evening.learned) == counted


@pytest.mark.parametrize(("choice", "remembered"), [("thats-it", 1), ("close", 1), ("new", 0), ("keep", 0)])
def test_a_guess_that_returned_and_is_known_now_was_remembered(choice: str, remembered: int) -> None:
    cards = some_cards(4, kind=Kind.GUESS)
    table = a_table(cards=cards, setting=a_setting("tea", returning=(cards[2].id,)))
    assert table.evening.card == cards[2]
    enter(table)
    table.choose(choice)

    assert table.evening.remembered == remembered
    assert (table.note == say("care.remembered")) == bool(remembered)


def test_a_sky_that_becomes_whole_tonight_is_named_after_the_thanks() -> None:
    nearly = FULL_SKY - Sky(friendship=1)
    table = enter_until(a_table("tea", setting=a_setting("tea", sky=nearly)), at_step("name-it"))
    assert why_not(table.evening, Keep("sentence", "First winter")) == say("no.keep-yet")
    table.keep_line("sky", "First winter")

    assert table.evening.is_closed
    assert table.evening.kept == (Keep("sky", "First winter"),)


@pytest.mark.parametrize("sky", [NO_LIGHTS, FULL_SKY])
def test_no_name_is_asked_for_where_no_sky_became_whole_tonight(sky: Sky) -> None:
    table = a_table("tea", setting=a_setting("tea", sky=sky))
    scripts = set()
    while not table.evening.is_closed:
        scripts.add(table.evening.at.script)
        enter(table)

    assert "whole-sky" not in scripts


def test_what_was_agreed_during_a_card_stays_when_the_card_goes() -> None:
    table = enter_until(a_table(), at_closed(2))
    table.lower(2)
    table.veto("lines")
    table.lighten()
    table.pause("after tea")
    table.come_back()
    table.swap()

    assert (table.evening.ceiling, table.evening.vetoed, table.evening.unsettled) == (2, ("lines",), True)
    assert on_the_table(table).depth == 1
    assert replay(table.record) == table.evening


def test_where_people_may_move_on_a_swap_moves_on() -> None:
    table = a_table_of(*some_cards(4))
    card = on_the_table(table)
    enter_until(table, at_step("both-ways"))
    table.swap()

    assert table.evening.closed == (card,)
    assert table.record.aside == Aside()
    assert table.evening.at.speaker == 1


def test_three_swaps_running_bring_the_offer_of_a_lighter_deck() -> None:
    table = enter_until(a_table(), at_closed(1))
    notes = []
    for _ in range(MANY_SWAPS):
        table.swap()
        notes.append(table.note)
    enter(table)
    table.swap()

    assert notes == [say("care.different"), say("care.different"), say("care.lighter-offer")]
    assert table.note == say("care.different")


def test_swapping_the_last_card_brings_a_warm_up_and_at_last_the_thanks() -> None:
    table = a_table_of(*some_cards(2))
    table.swap()
    table.swap()

    assert table.evening.at.script == "thanks"
    assert table.evening.closed == ()
    assert table.note == say("care.played-out")


def test_nothing_can_be_swapped_where_no_card_lies_or_while_resting() -> None:
    table = a_table()
    with pytest.raises(IllegalMove, match="no card to swap"):
        table.swap()
    enter(table, 2)
    table.pause()
    with pytest.raises(IllegalMove, match="no card to swap"):
        table.swap()


def test_a_card_that_is_put_away_for_good_never_comes_again_and_is_not_in_the_story() -> None:
    table = a_table_of(*some_cards(3))
    card = on_the_table(table)

    assert table.never_again() == card.id
    assert table.note == say("care.never")
    assert card.id in table.record.aside.cards
    assert card not in [move.card for move in table.record.moves if isinstance(move, Deal)]


def test_putting_the_last_card_away_for_good_says_that_it_was_the_last() -> None:
    table = a_table_of(*some_cards(2))
    table.swap()
    table.never_again()

    assert table.note == f"{say('care.never')} {say('care.played-out')}"


def test_a_card_cannot_be_put_away_for_good_while_resting() -> None:
    table = a_table_of(a_card())
    table.pause()
    with pytest.raises(IllegalMove):
        table.never_again()
    table.come_back()
    table.swap()

    assert table.evening.at.script == "thanks"
    table.undo()
    assert on_the_table(table) == a_card()


# resting


def test_a_pause_returns_to_the_very_same_step() -> None:
    table = enter_until(a_table(), at_closed(2))
    enter(table)
    before = table.evening
    table.pause("tomorrow after dinner")

    assert table.evening.back == "tomorrow after dinner"
    assert table.evening.at == before.at
    with pytest.raises(IllegalMove, match="paused"):
        table.choose("told")

    table.come_back()
    assert (table.evening.at, table.evening.lights) == (before.at, before.lights)
    assert table.evening.unsettled


def test_an_evening_that_rests_is_still_resting_when_it_is_opened_again() -> None:
    table = enter_until(a_table(), at_closed(2))
    table.pause("tomorrow")
    again = seated_again(table)

    assert again.evening == table.evening
    again.come_back()
    assert on_the_table(again) == on_the_table(table)


def test_what_is_typed_for_a_pause_is_kept_as_one_plain_line() -> None:
    table = a_table("tea")
    table.pause("  at\tnine\x1b[31m \n" + "x" * 1000)

    assert table.evening.back.startswith("at nine[31m xxx")
    assert len(table.evening.back) == KEEP_LENGTH


def test_a_resting_evening_can_be_closed() -> None:
    table = enter_until(a_table(), at_closed(2))
    table.pause()
    table.close()

    assert (table.evening.paused, table.evening.at.script) == (False, "thanks")
    assert enter_until(table, is_over).evening.is_closed


# the other words of care


def test_lowering_holds_and_is_said() -> None:
    table = enter_until(a_table(), at_closed(1))
    table.lower(1)

    assert table.note == say("care.lowered", depth="light")
    assert table.record.moves[-1] == Lower(1)
    with pytest.raises(IllegalMove, match="only come down"):
        table.lower(1)
    assert {card.depth for card in enter_until(table, is_over).evening.closed} == {1}


def test_there_is_nothing_to_lower_before_both_have_chosen() -> None:
    table = a_table()
    with pytest.raises(IllegalMove, match="in a moment"):
        table.lower(2)
    vote(table, "4", "4")

    assert table.evening.ceiling == 4


def test_a_deck_that_is_put_away_is_not_dealt_again_tonight() -> None:
    table = enter_until(a_table(chosen=("roads", "lines")), at_closed(2))
    table.veto("roads")
    assert table.note == say("care.vetoed", title="Roads")
    closed = len(table.evening.closed)
    enter_until(table, is_over)

    assert "roads" not in {card.deck for card in table.evening.closed[closed + 1 :]}


def test_lighter_brings_a_light_card_from_the_deck_that_was_named() -> None:
    for deck in ("tea", "roads", "lines", "thanks"):
        table = enter_until(a_table(), at_closed(6))
        table.lighten(deck)
        assert table.note == say("care.lighter")
        enter_until(table, at_closed(7))

        assert (on_the_table(table).deck, on_the_table(table).depth) == (deck, 1)


def test_a_deck_without_a_light_card_cannot_be_asked_for() -> None:
    table = enter_until(a_table(), at_closed(6))
    assert table.light_decks == {"tea", "roads", "lines", "thanks"}

    with pytest.raises(IllegalMove, match="no light card"):
        table.lighten("hard")


def test_no_light_card_is_promised_once_the_evening_ends() -> None:
    table = a_table()
    enter(table, 4)
    table.close()

    assert table.light_decks == frozenset()
    with pytest.raises(IllegalMove, match="no light card"):
        table.lighten()


def test_a_light_deck_that_is_put_away_after_all_gives_way_to_another() -> None:
    table = enter_until(a_table(), at_closed(4))
    table.lighten("tea")
    table.veto("tea")
    enter_until(table, at_closed(5))

    assert on_the_table(table).depth == 1
    assert on_the_table(table).deck != "tea"


# what is hidden


def a_reveal() -> Table:
    """Return a table at which both write alone."""
    return a_table("tea", cards=some_cards(3, kind=Kind.REVEAL))


def test_hidden_answers_appear_together_and_are_in_no_record() -> None:
    kept: list[Record] = []
    table = a_table("tea", cards=some_cards(3, kind=Kind.REVEAL), keep=kept.append)
    assert table.alone == 0
    table.answer("a lake")
    assert (table.alone, table.revealed) == (1, ())
    table.answer("a  hearth\x1b")

    assert table.revealed == ("a lake", "a hearth")
    assert "lake" not in repr(kept)
    assert table.record.moves[-1] == Choose("shown")


def test_hidden_answers_go_with_their_card() -> None:
    table = a_reveal()
    vote(table, "a lake", "a hearth")
    enter(table)

    assert table.revealed == ()


def test_hidden_answers_go_when_they_are_taken_back() -> None:
    table = a_reveal()
    vote(table, "a lake", "a hearth")
    table.undo()

    assert (table.alone, table.revealed) == (0, ())


@pytest.mark.parametrize("answers", [("7", ""), ("", "7"), ("", "")])
def test_an_empty_answer_is_shown_empty_for_both(answers: tuple[str, str]) -> None:
    table = a_table("tea", cards=some_cards(3, kind=Kind.SCALE))
    vote(table, *answers)

    assert table.revealed == ("–", "–")


@pytest.mark.parametrize(
    ("typed", "shown"), [("0", "0"), ("10", "10"), ("07", "7"), (" 3 ", "3"), ("٣", "3")]
)
def test_a_scale_goes_from_nought_to_ten(typed: str, shown: str) -> None:
    table = a_table("tea", cards=some_cards(3, kind=Kind.SCALE))
    vote(table, typed, "5")

    assert table.revealed == (shown, "5")


@pytest.mark.parametrize("typed", ["11", "-1", "3.5", "many", "²", "9" * 5000])
def test_what_is_no_number_is_not_taken_and_not_repeated(typed: str) -> None:
    table = a_table("tea", cards=some_cards(3, kind=Kind.SCALE))
    with pytest.raises(IllegalMove) as refused:
        table.answer(typed)

    assert typed not in str(refused.value)
    assert table.alone == 0


@pytest.mark.parametrize(
    ("first", "second", "tonight"), [("4", "2", 2), ("1", "4", 1), ("", "4", 3), ("4", "4", 4)]
)
def test_the_lower_ceiling_holds_and_only_that_is_kept(first: str, second: str, tonight: int) -> None:
    table = a_table()
    vote(table, first, second)

    assert table.evening.ceiling == tonight
    assert table.record.moves[0] == Choose(str(tonight))


@pytest.mark.parametrize("typed", ["5", "0", "deep"])
def test_a_ceiling_that_is_none_is_not_taken(typed: str) -> None:
    table = a_table()
    with pytest.raises(IllegalMove):
        table.answer(typed)

    assert table.alone == 0


def test_what_is_asked_of_each_alone_cannot_be_chosen_in_the_open() -> None:
    for table in (a_table(), enter_until(a_table(), at_step("vote")), a_reveal()):
        step = table.evening.step
        assert step is not None
        for choice in step.choices:
            with pytest.raises(IllegalMove):
                table.choose(choice.id)


def test_a_speaker_who_looks_first_reveals_nothing() -> None:
    table = enter_until(a_table(), at_step("look"))
    assert table.alone == table.evening.at.speaker
    table.answer("")

    assert (table.evening.at.step, table.revealed) == ("tell", ())


def test_a_half_given_answer_is_taken_back_first() -> None:
    table = a_reveal()
    before = table.record
    table.answer("a lake")
    assert table.can_undo
    table.undo()

    assert (table.alone, table.record) == (0, before)


def test_a_half_given_answer_waits_while_the_two_rest_and_take_care() -> None:
    table = a_table("standard", cards=some_cards(3, kind=Kind.REVEAL), chosen=("tea", "roads"))
    vote(table, "4", "4")
    table.answer("a lake")
    table.pause()
    table.come_back()
    table.lower(2)
    table.veto("roads")
    assert table.alone == 1
    table.answer("a hearth")

    assert table.revealed == ("a lake", "a hearth")


def test_a_half_given_answer_goes_with_its_card_when_that_is_swapped() -> None:
    table = a_reveal()
    table.answer("a lake")
    table.swap()
    table.undo()

    assert table.alone == 0


def test_what_two_ceilings_come_to_is_said() -> None:
    table = a_table(chosen=("tea",))
    vote(table, "4", "2")

    assert table.note == "Tonight goes as far as open."


def test_two_yeses_are_said_and_the_first_is_not() -> None:
    table = enter_until(a_table(), at_step("vote"))
    table.answer("open")
    assert table.note == ""
    table.answer("open")

    assert table.note.startswith(say("care.both-yes"))


def test_nothing_can_be_answered_at_an_open_step() -> None:
    table = a_table_of(a_card())
    with pytest.raises(IllegalMove):
        table.answer("open")


# the friendly count


def test_the_friendly_count_says_who_was_known() -> None:
    table = a_duel()
    for answer in ("thats-it", "new", "close"):
        table.choose("said")
        table.choose(answer)
        table.choose("said")

    assert table.duel == (0, 2)


def test_nobody_counts_unless_both_want_to() -> None:
    table = a_table_of_guesses()
    table.choose("said")
    table.choose("thats-it")

    assert table.duel is None


def test_the_friendly_count_begins_when_both_want_it() -> None:
    table = a_table_of_guesses()
    table.choose("said")
    table.choose("thats-it")
    table.start_duel()
    assert table.duel == (0, 0)

    table.undo()
    assert table.duel == (0, 0)


def test_the_friendly_count_goes_back_and_forth_with_undo_and_redo() -> None:
    table = a_duel()
    table.choose("said")
    table.choose("thats-it")
    counted = table.duel
    table.undo()
    back = table.duel
    table.redo()

    assert (counted, back, table.duel) == ((0, 1), (0, 0), (0, 1))


def test_a_choice_that_may_not_be_made_counts_for_nobody() -> None:
    table = a_duel()
    table.choose("said")
    table.pause()
    with pytest.raises(IllegalMove):
        table.choose("thats-it")

    assert table.duel == (0, 0)


def test_only_a_card_of_the_deck_that_is_made_for_it_can_begin_the_count() -> None:
    elsewhere = a_table("tea", cards=some_cards(3, kind=Kind.GUESS))
    covers = (TEA, Cover("know-me", "Know Me"))
    beside = a_table(cards=some_cards(3), setting=a_setting("tea", covers))
    with pytest.raises(IllegalMove, match="not on the table tonight"):
        elsewhere.start_duel()
    with pytest.raises(IllegalMove, match="when a card from Know Me is on the table"):
        beside.start_duel()

    assert (elsewhere.duel, beside.duel) == (None, None)


def test_how_the_friendly_count_stands_is_told_after_every_guess() -> None:
    table = a_duel()
    table.choose("said")
    assert table.note == ""
    table.choose("thats-it")
    assert table.note == "Well known tonight: Ana 0, Ben 1."
    table.choose("said")

    assert table.note == ""


def test_the_friendly_count_is_gone_with_the_sitting() -> None:
    table = a_duel()
    table.choose("said")
    table.choose("thats-it")

    assert Table(table.record, GUESSES, lambda _: None, 0).duel is None


# lines that both keep


def at_keepsake() -> Table:
    """Return a table at which a line may be kept."""
    return enter_until(a_table("tea"), at_step("keepsake"))


def test_a_line_and_a_small_thing_are_kept_and_the_evening_goes_on() -> None:
    table = at_keepsake()
    table.keep_line("sentence", "You stayed until the rain stopped.")
    table.choose("nothing")
    assert table.evening.at.step == "week"
    table.keep_line("week", "Tea on the steps.")

    assert table.evening.is_closed
    assert table.evening.kept == (
        Keep("sentence", "You stayed until the rain stopped."),
        Keep("week", "Tea on the steps."),
    )


def test_up_to_two_sentences_may_be_kept_and_each_is_taken_back_by_one_undo() -> None:
    table = at_keepsake()
    before = table.record
    table.keep_line("sentence", "One.")
    assert scene(table.evening).question == say("ask.keepsake.another")
    once = table.record
    table.keep_line("sentence", "Two.")
    assert table.evening.at.step == "week"
    assert [kept.text for kept in table.evening.kept] == ["One.", "Two."]
    table.undo()
    assert table.record == once
    table.undo()

    assert table.record == before


def test_a_third_sentence_is_not_kept() -> None:
    table = at_keepsake()
    table.keep_line("sentence", "One.")
    third = table.record.then(Keep("sentence", "Two."))

    assert why_not(replay(third), Keep("sentence", "Three.")) == "2 sentences are kept already."


def test_what_is_to_be_changed_at_the_end_is_shown_there() -> None:
    for choice, shown in (("change", True), ("let-go", False), ("keep", False)):
        table = a_table("tea", setting=a_setting("tea", promise="A walk."))
        vote(table, "shut", "shut")
        table.choose(choice)
        enter_until(table, at_step("week"))

        assert ("A walk." in scene(table.evening).question) == shown


@pytest.mark.parametrize(("promised", "said"), [(1, False), (2, True), (5, True)])
def test_a_small_thing_that_comes_back_a_third_time_meets_a_plain_word(promised: int, said: bool) -> None:
    table = a_table("tea", setting=a_setting("tea", promise="A walk.", promised=promised))
    vote(table, "shut", "open")

    assert ("Some things need more help than a game can give." in scene(table.evening).question) == said


def test_one_undo_takes_a_kept_line_back() -> None:
    table = at_keepsake()
    before = table.record
    table.keep_line("sentence", "So.")
    table.undo()

    assert table.record == before


def test_a_line_is_kept_as_one_plain_line() -> None:
    table = at_keepsake()
    table.keep_line("sentence", " A line\n of \x1b two ")

    assert table.evening.kept == (Keep("sentence", "A line of two"),)


@pytest.mark.parametrize("text", ["", "   ", "\x1b\x07", "x" * (KEEP_LENGTH + 1)])
def test_a_line_that_is_empty_or_endless_is_not_kept(text: str) -> None:
    table = at_keepsake()
    with pytest.raises(IllegalMove, match=f"from 1 to {KEEP_LENGTH} letters"):
        table.keep_line("sentence", text)


def test_nothing_is_kept_while_cards_are_on_the_table() -> None:
    for seed in range(3):
        table = a_table("long", seed)
        while table.evening.at.script != "thanks":
            with pytest.raises(IllegalMove, match="at the end"):
                table.keep_line("sentence", "What you said.")
            enter(table)


def test_what_was_said_about_the_last_move_goes_with_the_next_answer() -> None:
    table = a_table("tea", cards=some_cards(4, kind=Kind.SCALE))
    table.swap()
    assert table.note == say("care.different")
    table.answer("6")

    assert table.note == ""
