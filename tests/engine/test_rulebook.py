"""Every way through every script, walked."""

from dataclasses import replace

import pytest

from game.engine.cards import Card, Kind, Part
from game.engine.moves import Choose, Close
from game.engine.rulebook import RULEBOOK, Asks, script_for
from game.engine.rules import apply, may_swap, why_not
from game.engine.scene import scene
from game.engine.scoring import Event, Sky
from game.engine.state import Evening
from game.words import ENGLISH
from tests.engine.build import an_evening, at_card
from tests.engine.walk import Path, every_card, followed, paths

WAYS = {
    "turn-1": 4,
    "turn-2": 28,
    "turn-3": 28,
    "turn-4": 28,
    "guess": 4,
    "action": 2,
    "touch": 4,
    "appreciate": 2,
    "scale": 1,
    "reveal": 1,
    "wild": 1,
    "mend-name": 19,
    "mend-own": 2,
    "mend-promise": 4,
    "mend-receive": 4,
    "last-time": 4,
    "ceilings": 4,
    "willing": 2,
    "sorry": 2,
    "landing": 1,
    "thanks": 1,
    "whole-sky": 1,
}
"""How many ways lead through each script."""

TURN = {Sky(respect=2, empathy=1), Sky(respect=3, empathy=1)}
LIGHTS = {
    Kind.STORY: TURN,
    Kind.QUESTION: TURN,
    Kind.FINISH: {Sky(respect=2, communication=1), Sky(respect=3, communication=1)},
    Kind.GUESS: {Sky(respect=2, empathy=1)},
    Kind.ACTION: {Sky(respect=2, friendship=1)},
    Kind.APPRECIATE: {Sky(respect=2, friendship=1)},
    Kind.WILD: {Sky(respect=2, friendship=1)},
    Kind.SCALE: {Sky(communication=2, empathy=1)},
    Kind.REVEAL: {Sky(respect=2, communication=1)},
    Part.NAME: {Sky(empathy=2), Sky()},
    Part.OWN: {Sky(trust=2), Sky()},
    Part.PROMISE: {Sky(trust=2), Sky()},
    Part.RECEIVE: {Sky(empathy=2), Sky()},
}
"""What a whole way through a card of the dimension respect may light; nothing only where an apology stops."""

RITES = {
    "last-time": {(Event.PROMISE_HELD,), (Event.CARRIED_ON,), ()},
    "ceilings": {()},
    "willing": {()},
    "sorry": {()},
    "landing": {()},
    "thanks": {(Event.CLOSING_THANKS,)},
    "whole-sky": {()},
}

SCRIPTS = {script: tuple(paths(script, steps[0].id)) for script, steps in RULEBOOK.items() if steps}
CARDS = tuple(every_card())


def stops(card: Card, path: Path) -> list[Evening]:
    """Return every evening along *path*: each step with the card on the table, and what comes after it."""
    evenings = [at_card(card)]
    for choice in path:
        evenings.append(apply(evenings[-1], Choose(choice.id)))
    return evenings


def names(card: Card) -> str:
    return card.id


def test_the_ways_through_every_script_are_counted() -> None:
    assert {script: len(ways) for script, ways in SCRIPTS.items()} == WAYS
    assert sum(WAYS.values()) == 147


def test_the_longest_way_has_eleven_steps() -> None:
    assert max(len(path) for ways in SCRIPTS.values() for path in ways) == 11


def test_every_step_can_be_reached() -> None:
    for script, ways in SCRIPTS.items():
        named = {choice.then for path in ways for choice in path if choice.then}

        assert {step.id for step in RULEBOOK[script]} == named | {RULEBOOK[script][0].id}, script


def test_every_script_is_followed_by_a_card_or_is_a_rite() -> None:
    assert set(followed(iter(CARDS))) | set(RITES) == set(SCRIPTS)


@pytest.mark.parametrize("card", CARDS, ids=names)
def test_every_way_through_a_card_closes_it_and_pays_the_scoring_table(card: Card) -> None:
    paid = set()
    for path in SCRIPTS[script_for(card)]:
        before, *_, after = stops(card, path)
        paid.add(after.lights - before.lights)
        stopped = path[-1].event is Event.STOPPED

        assert after.card is None
        assert after.closed == (() if card.part else (card,))
        assert after.mended == ((card,) if card.part and not stopped else ())

    assert paid == LIGHTS[card.part or card.kind]


@pytest.mark.parametrize("card", CARDS, ids=names)
def test_every_step_of_a_card_can_be_swapped_and_closed_and_has_words(card: Card) -> None:
    for path in SCRIPTS[script_for(card)]:
        for evening in stops(card, path)[:-1]:
            assert may_swap(evening)
            assert why_not(evening, Close()) is None
            assert scene(evening).question
            assert all(label for _, label in scene(evening).choices)


@pytest.mark.parametrize("card", CARDS, ids=names)
def test_no_step_of_a_card_leaves_anything_to_the_computer(card: Card) -> None:
    for path in SCRIPTS[script_for(card)]:
        assert all(evening.actors for evening in stops(card, path)[:-1])


def test_what_the_rites_pay() -> None:
    events = {
        script: {tuple(choice.event for choice in path if choice.event) for path in SCRIPTS[script]}
        for script in RITES
    }

    assert events == RITES


def test_a_turn_never_fails_however_often_it_is_not_yet() -> None:
    for depth in (2, 3, 4):
        slowest = max(SCRIPTS[f"turn-{depth}"], key=lambda path: [c.id for c in path].count("not-yet"))

        assert [choice.id for choice in slowest].count("not-yet") == 2
        assert {choice.event for choice in slowest} >= {Event.TOLD, Event.HEARD}


def test_the_turn_weighs_as_much_as_its_card() -> None:
    steps = {depth: tuple(step.id for step in RULEBOOK[f"turn-{depth}"]) for depth in range(1, 5)}
    checked = ("missed", "again", "missed-again", "word")
    both_ways = ("ask", "both-ways", "tell-too", "echo-too")

    assert steps == {
        1: ("tell", "give-back", *both_ways),
        2: ("tell", "give-back", *checked, *both_ways),
        3: ("look", "tell", "give-back", *checked, *both_ways),
        4: ("look", "tell", "give-back", *checked, *both_ways),
    }


@pytest.mark.parametrize(("depth", "default"), [(1, "me-too"), (2, "me-too"), (3, "move-on"), (4, "move-on")])
def test_both_ways_leans_to_yes_on_light_cards_only(depth: int, default: str) -> None:
    step = next(step for step in RULEBOOK[f"turn-{depth}"] if step.id == "both-ways")

    assert step.choices[0].id == default


def test_the_default_of_a_step_never_consents_and_never_keeps() -> None:
    defaults = {
        step.id: step.choices[0].id
        for steps in RULEBOOK.values()
        for step in steps
        if step.asks in (Asks.VOTE, Asks.CEILING, Asks.KEEPING) or step.id in ("ask-first", "receive")
    }

    assert defaults == {
        "happened": "shut",
        "ceiling": "3",
        "vote": "shut",
        "now": "shut",
        "keepsake": "nothing",
        "week": "nothing",
        "name-it": "nothing",
        "ask-first": "hands-free",
        "receive": "received",
    }


def test_hands_free_pays_what_touch_pays() -> None:
    hands_free = {path[-1].event for path in SCRIPTS["touch"] if path[0].id == "hands-free"}

    assert (
        hands_free == {path[-1].event for path in SCRIPTS["touch"] if path[0].id == "yes"} == {Event.TOUCHED}
    )


def test_an_apology_asks_for_no_forgiveness() -> None:
    said = [text for key, text in ENGLISH.items() if key.startswith(("ask.", "choice.", "offer.", "teach."))]

    assert [text for text in said if "forgiv" in text.casefold()] == []
    assert {choice.id for step in RULEBOOK["mend-receive"] for choice in step.choices} == {
        "time",
        "thanks",
        "hearing",
        "stop",
    }


def test_an_apology_can_be_stopped_at_every_step() -> None:
    for part in Part:
        for step in RULEBOOK[f"mend-{part}"]:
            assert step.choice("stop"), step.id


def test_the_mark_for_touch_changes_only_what_is_done_together() -> None:
    unmarked = tuple(card for card in CARDS if not card.touch)
    changed = {
        card.kind
        for card in unmarked
        if script_for(card) != script_for(replace(card, touch=True, starter=True, angle="x", alt="Or so."))
    }

    assert changed == {Kind.ACTION, Kind.WILD}


def test_the_scene_names_who_acts() -> None:
    story = at_card(next(card for card in CARDS if card.kind is Kind.STORY), speaker=1)

    assert scene(story).actors == ("Ben",)
    assert scene(apply(story, Choose("told"))).actors == ("Ana",)
    assert scene(an_evening(at=replace(story.at, script="landing", step="breath", card=None))).actors == (
        "Ana",
        "Ben",
    )
