"""Laying the table: which kinds of evening there are, which decks are offered, and whose pick it is."""

from collections.abc import Sequence

from game.engine.cards import Card, Deck, Gate, Moment
from game.engine.gates import ICE_CARDS, WILLING_CEILING
from game.engine.plan import SHAPES, Shape
from game.engine.state import Setting

STANDARD = "standard"
_ORDER = (Moment.ICE_BREAKER, Moment.DEEPENING, Moment.CLOSING, Moment.REPAIR)


def shapes() -> tuple[Shape, ...]:
    """Return the kinds of evening, the usual one first and then the shorter before the longer."""
    return tuple(sorted(SHAPES.values(), key=lambda shape: (shape.id != STANDARD, shape.minutes)))


def offered(decks: Sequence[Deck], shape: str, away: Sequence[str] = ()) -> tuple[Deck, ...]:
    """Return the decks that can be picked for an evening of *shape*, in the order of an evening.

    An apology's deck opens by itself, and a light or short evening has no hard decks. What was put *away*
    for tonight is not offered.
    """
    hard = SHAPES[shape].ceiling >= WILLING_CEILING and SHAPES[shape].cards > ICE_CARDS
    gates = (Gate.NONE, Gate.BOTH_WILLING) if hard else (Gate.NONE,)
    fitting = (deck for deck in decks if deck.cover.gate in gates and deck.cover.id not in away)
    return tuple(sorted(fitting, key=lambda deck: (_ORDER.index(deck.cover.moment), deck.cover.title)))


def chosen(decks: Sequence[Deck], picked: tuple[str, ...], away: tuple[str, ...]) -> tuple[str, ...]:
    """Return the *picked* ids, or every open deck that was not put *away*; none means all that fit."""
    if picked or not away:
        return picked
    return tuple(
        deck.cover.id for deck in decks if deck.cover.gate is Gate.NONE and deck.cover.id not in away
    )


def picker(picked: Sequence[str]) -> int:
    """Return which of the two picks next: they pick in turn, and the one who tells first picks second."""
    return (len(picked) + 1) % 2


def lay(names: tuple[str, str], shape: str, chosen: Sequence[str], decks: Sequence[Deck]) -> Setting:
    """Return the setting for an evening of *shape* with the *chosen* decks.

    Ice-breakers are laid beside them for warming up, and the mending deck in case someone is sorry.
    Without a choice the evening plays what its shape names, or every deck that stands open.
    """
    ids = tuple(chosen) or SHAPES[shape].decks
    picked = ids or tuple(deck.cover.id for deck in decks if deck.cover.gate is Gate.NONE)
    covers = tuple(
        deck.cover
        for deck in decks
        if deck.cover.id in picked
        or deck.cover.gate is Gate.OPENER_ONLY
        or (deck.cover.moment is Moment.ICE_BREAKER and deck.cover.gate is Gate.NONE)
    )
    known = tuple(cover.id for cover in covers if cover.id in picked)
    return Setting(names=names, shape=shape, covers=covers, chosen=known)


def pile(setting: Setting, decks: Sequence[Deck]) -> tuple[Card, ...]:
    """Return every card of *decks* that *setting* has on the table."""
    ids = {cover.id for cover in setting.covers}
    return tuple(card for deck in decks if deck.cover.id in ids for card in deck.cards)
