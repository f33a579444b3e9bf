"""What the table shows at a stop, in words."""

from dataclasses import replace

import pytest

from game.engine.cards import Kind, Part
from game.engine.moves import Choose
from game.engine.rules import opening
from game.engine.scene import asked_alone, scene
from game.engine.state import DEALING, Stop
from game.words import say
from tests.engine.build import a_card, a_mending_card, a_setting, an_evening, at_card, played, some_cards

STORY = a_card(
    kind=Kind.STORY, depth=2, text="Tell {partner} about a boat.", follow_ups=("Did {partner} know?",)
)


def test_a_card_speaks_of_the_listener_and_of_the_teller_when_both_answer() -> None:
    evening = at_card(STORY, speaker=0)
    telling = scene(evening)
    answering = scene(played(evening, "told", "said", "thats-it", "asked", "me-too"))

    assert (telling.text, telling.speaker, telling.listener) == ("Tell Ben about a boat.", "Ana", "Ben")
    assert answering.text == "Tell Ana about a boat."


def test_follow_ups_are_shown_when_they_may_be_asked() -> None:
    evening = at_card(STORY)

    assert scene(evening).follow_ups == ()
    assert scene(played(evening, "told", "said", "thats-it")).follow_ups == ("Did Ben know?",)


def test_each_alone_is_asked_about_the_other() -> None:
    evening = at_card(a_card(kind=Kind.REVEAL, text="One word for {partner}."))

    assert (asked_alone(evening, 0), asked_alone(evening, 1)) == ("One word for Ben.", "One word for Ana.")


def test_where_no_step_is_there_is_nothing_to_show() -> None:
    with pytest.raises(LookupError):
        scene(an_evening())


def test_a_rite_has_no_card() -> None:
    shown = scene(opening(a_setting(promise="A walk.")))

    assert (shown.deck, shown.text, shown.kind, shown.depth) == ("", "", None, 0)
    assert "A walk." in shown.question


def test_braces_in_a_card_stay_as_they_are() -> None:
    shown = scene(at_card(a_card(text="{listener} {0} {partner}", follow_ups=("{speaker}",))))

    assert shown.text == "{listener} {0} Ben"


def test_a_scale_brings_its_own_questions_in_their_order() -> None:
    own = a_card(kind=Kind.SCALE, follow_ups=("What keeps it up?", "What lifts it?"))
    evening = played(at_card(own), "shown")

    assert scene(evening).question == say("ask.own-question", question="What keeps it up?")
    assert scene(played(evening, "asked")).question == say("ask.own-question", question="What lifts it?")


# teaching


def taught(
    step: str, *moves: str, card: Kind = Kind.STORY, depth: int = 2, closed: tuple[Kind, ...] = ()
) -> bool:
    """Return whether *step* of a card is taught after cards of the kinds *closed*."""
    before = tuple(a_card(f"old-{n}", kind=kind, depth=2) for n, kind in enumerate(closed))
    evening = played(at_card(a_card(kind=card, depth=depth), an_evening(closed=before)), *moves)
    assert evening.at.step == step
    return say(f"teach.{step}") in scene(evening).offers


def test_a_step_is_taught_the_first_time_it_matters_however_late_that_is() -> None:
    guesses = (Kind.GUESS,) * 4

    assert taught("tell")
    assert taught("tell", closed=guesses)
    assert taught("missed", "told", "said", closed=guesses)
    assert taught("guess", card=Kind.GUESS, closed=(Kind.STORY, Kind.SCALE))
    assert taught("set", card=Kind.SCALE, closed=(Kind.STORY,) * 5)
    assert taught("write", card=Kind.REVEAL, closed=(Kind.STORY,) * 5)


def test_a_step_is_taught_once() -> None:
    assert not taught("tell", closed=(Kind.QUESTION,))
    assert not taught("missed", "told", "said", closed=(Kind.FINISH,))
    assert not taught("guess", card=Kind.GUESS, closed=(Kind.GUESS,))


def test_the_second_card_teaches_what_its_depth_brings() -> None:
    light = some_cards(2)
    evening = at_card(STORY, an_evening(closed=light))

    assert say("teach.tell") not in scene(evening).offers
    assert say("teach.missed") in scene(played(evening, "told", "said")).offers


def test_the_listeners_line_turns_from_card_to_card() -> None:
    lines = {scene(at_card(STORY, an_evening(closed=some_cards(count, 2)))).offers for count in range(1, 8)}

    assert len(lines) == 5


def test_no_beginning_is_lent_to_whoever_repeats_word_for_word() -> None:
    card = a_card(kind=Kind.FINISH, depth=2, text="I laughed when ...")
    said = {
        scene(played(at_card(card, an_evening(closed=some_cards(count, 2))), "told")).offers
        for count in range(1, 8)
    }

    assert said == {("Their words, not better ones.",)}


def test_the_equal_way_of_doing_a_card_is_offered_beside_it() -> None:
    card = a_card(kind=Kind.ACTION, alt="On a call: hum it to {partner}.")

    assert scene(at_card(card)).offers == (say("offer.do.alt", alt="On a call: hum it to Ben."),)


def test_hands_free_shows_the_other_way_in_full() -> None:
    card = a_card(kind=Kind.ACTION, touch=True, alt="Rest your own hands.")
    evening = played(at_card(card), Choose("hands-free"))

    assert "Rest your own hands." in scene(evening).question
    assert scene(replace(evening, at=replace(evening.at, card=replace(card, alt="")))).question == say(
        "ask.do-free.bare"
    )


def test_dealing_is_no_stop_that_anyone_sees() -> None:
    assert an_evening().at == Stop(DEALING)


def test_the_thanks_of_a_card_and_those_of_the_closing_begin_in_their_own_words() -> None:
    card = a_card(kind=Kind.APPRECIATE)
    closing = replace(an_evening(), at=Stop("thanks", "thank"))

    assert scene(at_card(card)).offers == ()
    assert scene(closing).offers == (say("offer.thanks.thank.0"),)


def test_whoever_is_asked_about_a_touch_hears_first_what_hands_free_would_be() -> None:
    card = a_card(kind=Kind.ACTION, touch=True, alt="Wave to {partner}.")

    assert scene(at_card(card)).offers == ("Hands-free would be: Wave to Ben.",)


def test_an_apology_begins_with_how_it_goes() -> None:
    assert scene(at_card(a_mending_card(Part.NAME))).offers == (say("teach.name"),)
