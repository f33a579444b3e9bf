"""The two votes that open a gated deck: whether they may still come this evening, and for which decks."""

from game.engine.cards import DEEPEST, Cover, Gate
from game.engine.shapes import shape_of
from game.engine.state import Answer, Evening

DEEP, TENDER = 3, DEEPEST
DEEP_SHARE = 3
"""Deep cards are at most one in this many."""
TENDER_END = 2
"""The last cards of an evening, among which none is tender."""
WILLING_CEILING = 3
"""Below this ceiling nobody is asked about a gate."""


def decks_to_ask_for(evening: Evening) -> tuple[Cover, ...]:
    """Return the decks that both may still be asked about tonight, now or once the ice is broken.

    The game asks only once, when tonight's ceiling is not a low one and there is room left for a gated card.
    """
    ceiling = min(evening.ceiling, shape_of(evening).ceiling)
    if evening.aside.willing is not Answer.UNASKED or ceiling < WILLING_CEILING or not _has_room(evening):
        return ()
    return tuple(cover for cover in evening.setting.covers if _asks_for_votes(evening, cover))


def is_deep_enough(evening: Evening) -> bool:
    """Return whether the evening has all the deep cards that it may have."""
    deep = sum(other.depth == DEEP for other in evening.closed)
    return deep >= shape_of(evening).cards // DEEP_SHARE


def _has_room(evening: Evening) -> bool:
    """A tender card has room until the last two, a deep one until the last if more may come."""
    left = shape_of(evening).cards - len(evening.closed)
    return left > TENDER_END or (left > 1 and not is_deep_enough(evening))


def _asks_for_votes(evening: Evening, cover: Cover) -> bool:
    """A chosen deck that is gated, or that holds tender cards on a night that may be tender."""
    if cover.id not in evening.setting.chosen or cover.id in evening.vetoed:
        return False
    tender = cover.gate is Gate.NONE and cover.deepest >= TENDER and evening.ceiling >= TENDER
    return cover.gate is Gate.BOTH_WILLING or tender
