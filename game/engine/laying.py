"""Laying the table: which kinds of evening there are, which decks are offered, and whose pick it is."""

from collections.abc import Sequence

from game.engine.cards import Card, Deck, Gate, Moment
from game.engine.gates import ICE_CARDS
from game.engine.shapes import SHAPES, Shape
from game.engine.state import Setting
from game.engine.votes import WILLING_CEILING
from game.words import say

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


def size_line(deck: Deck) -> str:
    """Return how many cards *deck* has, as it is told."""
    cards = len(deck.cards)
    return say("laying.cards.one" if cards == 1 else "laying.cards", cards=cards)


def picker(picked: Sequence[str]) -> int:
    """Return which of the two picks next: they pick in turn, and the one who tells first picks second."""
    return (len(picked) + 1) % 2


def lay(
    names: tuple[str, str],
    shape: str,
    chosen: Sequence[str],
    decks: Sequence[Deck],
    away: Sequence[str] = (),
) -> Setting:
    """Return the setting for an evening of *shape* with the *chosen* decks and without those put *away*.

    Ice-breakers are laid beside them for warming up, and the mending deck in case someone is sorry.
    Without a choice the evening plays what its shape names, or every deck that stands open. A chosen deck
    that is not offered for such an evening is left out.
    """
    here = tuple(deck for deck in decks if deck.cover.id not in away)
    on_offer = {deck.cover.id: deck.cover for deck in offered(here, shape)}
    open_decks = tuple(id for id, cover in on_offer.items() if cover.gate is Gate.NONE)
    picked = tuple(id for id in tuple(chosen) or SHAPES[shape].decks or open_decks if id in on_offer)
    return Setting(
        names=names,
        shape=shape,
        covers=tuple(deck.cover for deck in here if deck.cover.id in picked or _is_beside(deck)),
        chosen=picked,
    )


def _is_beside(deck: Deck) -> bool:
    """Whether a deck lies on every table: to warm up with, or for an apology."""
    cover = deck.cover
    warm = cover.moment is Moment.ICE_BREAKER and cover.gate is Gate.NONE
    return warm or cover.gate is Gate.OPENER_ONLY


def why_not_tonight(deck: Deck, shape: str) -> str | None:
    """Return the sentence that says why *deck* cannot be picked for an evening of *shape*, or None."""
    if offered((deck,), shape):
        return None
    key = "laying.opens-itself" if deck.cover.gate is Gate.OPENER_ONLY else "laying.too-short"
    return say(key, title=deck.cover.title)


def why_not_these(decks: Sequence[Deck], shape: str) -> str | None:
    """Return the first sentence that says why one of *decks* cannot be picked for *shape*, or None."""
    return next((why for deck in decks if (why := why_not_tonight(deck, shape))), None)


def pile(setting: Setting, decks: Sequence[Deck]) -> tuple[Card, ...]:
    """Return every card of *decks* that *setting* has on the table."""
    ids = {cover.id for cover in setting.covers}
    return tuple(card for deck in decks if deck.cover.id in ids for card in deck.cards)
