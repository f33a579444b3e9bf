"""What the closing says, and what it never says."""

from dataclasses import replace

import pytest

from game.engine.cards import Dimension, Part
from game.engine.closing import closing_lines
from game.engine.moves import Keep
from game.engine.scoring import FULL_SKY, NO_LIGHTS, Sky
from game.words import say
from tests.engine.build import a_mending_card, an_evening, some_cards

TONIGHT = Sky(trust=1, respect=2, empathy=3, communication=4, friendship=5)
EVENING = an_evening(
    lights=TONIGHT,
    closed=some_cards(6),
    hearings=5,
    known=2,
    learned=3,
    tellings=(17, 19),
    heard_deep=(23, 29),
)


def test_the_closing_tells_lights_cards_and_marks_as_one_number_for_both() -> None:
    assert closing_lines(EVENING, TONIGHT) == (
        say("closing.lights", lights=15),
        "Trust 1 · Respect 2 · Empathy 3 · Talking 4 · Friendship 5",
        say("closing.played", cards=6, heard=5),
        say("closing.tally", known=2, learned=3, new=5),
    )


def test_the_closing_never_shows_a_number_of_one_person() -> None:
    said = " ".join(closing_lines(EVENING, TONIGHT))

    assert [number for number in ("17", "19", "23", "29") if number in said] == []
    assert [name for name in EVENING.setting.names if name in said] == []


def test_the_closing_is_the_same_whoever_told_more() -> None:
    turned_round = replace(
        EVENING, tellings=EVENING.tellings[::-1], heard_deep=EVENING.heard_deep[::-1], turn=1
    )

    assert closing_lines(turned_round, TONIGHT) == closing_lines(EVENING, TONIGHT)


def test_what_did_not_light_is_not_mentioned() -> None:
    lines = closing_lines(replace(EVENING, lights=Sky(empathy=2)), TONIGHT)

    assert lines[:2] == (say("closing.lights", lights=2), "Empathy 2")


@pytest.mark.parametrize(
    ("known", "learned", "line"),
    [
        (1, 0, "1 known · 0 learned · 1 new mark on your map"),
        (7, 5, "7 known · 5 learned · 12 new marks on your map"),
    ],
)
def test_the_tally_counts_one_mark_and_many_in_right_words(known: int, learned: int, line: str) -> None:
    assert line in closing_lines(replace(EVENING, known=known, learned=learned), TONIGHT)


def test_an_evening_without_a_guess_has_no_tally() -> None:
    lines = closing_lines(replace(EVENING, known=0, learned=0), TONIGHT)

    assert lines[-1] == say("closing.played", cards=6, heard=5)


def test_the_hearth_is_one_warmth_number() -> None:
    lines = closing_lines(EVENING, TONIGHT + TONIGHT, hearth=True)

    assert lines[0] == say("closing.hearth", lights=15, warmth=30)
    assert not [line for line in lines if say("dim.trust") in line]


def test_whole_skies_are_told() -> None:
    assert say("closing.skies", skies=2) in closing_lines(EVENING, FULL_SKY + FULL_SKY)
    assert say("closing.skies", skies=1) not in closing_lines(EVENING, TONIGHT)


def test_skies_that_were_named_stand_on_the_shelf_and_a_hearth_has_none() -> None:
    lines = closing_lines(EVENING, FULL_SKY + TONIGHT, shelf=("First winter",))

    assert lines[4:] == (say("closing.skies", skies=1), "On your shelf: «First winter».")
    assert "winter" not in "".join(closing_lines(EVENING, FULL_SKY + TONIGHT, True, ("First winter",)))


def test_what_was_remembered_is_told_where_something_was() -> None:
    lines = closing_lines(replace(EVENING, remembered=1), TONIGHT)

    assert lines[4] == "Remembered from an earlier evening: 1."


def test_kept_lines_come_back_at_the_end() -> None:
    kept = (Keep("sentence", "You stayed."), Keep("week", "Tea on the {steps}."))
    lines = closing_lines(replace(EVENING, kept=kept), TONIGHT)

    assert lines[-2:] == (
        say("closing.kept.sentence", text="You stayed."),
        say("closing.kept.week", text="Tea on the {steps}."),
    )


def test_the_steps_of_an_apology_are_cards_that_closed() -> None:
    mended = tuple(a_mending_card(part) for part in Part)

    assert say("closing.played", cards=10, heard=5) in closing_lines(replace(EVENING, mended=mended), TONIGHT)


def test_an_evening_that_closed_at_once_has_little_to_say() -> None:
    assert closing_lines(an_evening(), NO_LIGHTS) == (say("closing.lights", lights=0),)


@pytest.mark.parametrize("dim", list(Dimension))
def test_what_had_no_turn_may_be_suggested(dim: Dimension) -> None:
    evening = replace(EVENING, lights=TONIGHT - Sky(**{dim.value: TONIGHT.lights(dim)}))
    sky = replace(FULL_SKY, **{dim.value: 0})
    suggestion = say("care.suggest", dimension=say(f"dim.{dim}"))

    assert suggestion in closing_lines(evening, sky)
    assert suggestion not in closing_lines(EVENING, sky)
