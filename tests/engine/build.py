"""Builders: cards, covers and evenings in which only what a test is about needs to be said."""

from dataclasses import replace
from typing import Any

from game.engine.cards import Card, Cover, Dimension, Gate, Kind, Moment, Part
from game.engine.moves import Choose, Move
from game.engine.rulebook import RULEBOOK, script_for
from game.engine.rules import apply, opening
from game.engine.state import DEALING, NO_ASIDE, Aside, Evening, Setting, Stop

TEA = Cover("tea", "Tea", moment=Moment.ICE_BREAKER, deepest=2)
ROADS = Cover("roads", "Roads", moment=Moment.DEEPENING, deepest=4)
LINES = Cover("lines", "Lines", moment=Moment.DEEPENING, listening=Dimension.COMMUNICATION, deepest=3)
HARD = Cover("hard", "Hard", moment=Moment.REPAIR, gate=Gate.BOTH_WILLING, deepest=4)
MENDING = Cover("mending", "Mending", moment=Moment.REPAIR, gate=Gate.OPENER_ONLY, deepest=4)
NOTICED = Cover("thanks", "Noticed", moment=Moment.CLOSING, deepest=3)
COVERS = (TEA, ROADS, LINES, HARD, MENDING, NOTICED)
NAMES = ("Ana", "Ben")


def a_card(id: str = "tea-1", *, deck: str = "tea", text: str = "What is new?", **more: Any) -> Card:
    """Return a question of depth 1 from the deck called tea, but for *more*."""
    return Card(id=id, deck=deck, text=text, **more)


def some_cards(count: int, depth: int = 1, deck: str = "tea", **more: Any) -> tuple[Card, ...]:
    """Return *count* cards that differ in their ids alone."""
    return tuple(a_card(f"{deck}-{depth}-{n}", deck=deck, depth=depth, **more) for n in range(count))


def a_setting(shape: str = "standard", covers: tuple[Cover, ...] = COVERS, **more: Any) -> Setting:
    """Return a setting in which every deck on the table was chosen."""
    return replace(Setting(NAMES, shape, covers, tuple(cover.id for cover in covers)), **more)


def an_evening(setting: Setting | None = None, aside: Aside = NO_ASIDE, **state: Any) -> Evening:
    """Return an evening that waits for a card, but for *state*."""
    return replace(opening(setting or a_setting(), aside), **{"at": Stop(DEALING), **state})


def at_card(card: Card, evening: Evening | None = None, speaker: int = 0) -> Evening:
    """Return an evening with *card* on the table, whatever the gates would say."""
    script = script_for(card)
    stop = Stop(script, RULEBOOK[script][0].id, speaker, card)
    return replace(evening or an_evening(turn=speaker, mending=card.part), at=stop)


def played(evening: Evening, *moves: Move | str) -> Evening:
    """Return *evening* after *moves*; a word stands for the choice of that name."""
    for move in moves:
        evening = apply(evening, Choose(move) if isinstance(move, str) else move)
    return evening


def a_mending_card(part: Part, depth: int = 3, id: str = "") -> Card:
    """Return a card for one step of an apology."""
    return a_card(id or f"mending-{part}-{depth}", deck="mending", kind=Kind.REPAIR, part=part, depth=depth)
