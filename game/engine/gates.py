"""Which card may be dealt now, and the sentence that says why not.

Sources: article 000 (uncomfortable questions only once the ice is broken and only if both are willing),
article 003 (both must be willing), article 001 (patience, never force a partner who holds back).
"""

from collections.abc import Callable
from dataclasses import replace

from game.engine.cards import Card, Gate, Kind, Part
from game.engine.shapes import shape_of
from game.engine.state import Answer, Evening
from game.engine.votes import (
    DEEP,
    TENDER,
    TENDER_END,
    WILLING_CEILING,
    decks_to_ask_for,
    is_deep_enough,
)
from game.words import say

LADDER = 2
"""Closed cards of one level that open the next."""
TENDER_LIMIT = 3
ICE_CARDS, ICE_TELLINGS, ICE_HEARD = 6, 3, 2
MENDING_CARDS = 3
"""Closed cards before an apology may open its door."""


def ice_broken(evening: Evening) -> bool:
    """Return whether hard cards may be spoken of at all."""
    return (
        len(evening.closed) >= ICE_CARDS
        and min(evening.tellings) >= ICE_TELLINGS
        and min(evening.heard_deep) >= ICE_HEARD
        and not evening.unsettled
    )


def is_gated(evening: Evening, card: Card) -> bool:
    """Return whether *card* needs the ice broken and two yeses."""
    cover = evening.setting.cover(card.deck)
    return card.depth >= TENDER or (cover is not None and cover.gate is Gate.BOTH_WILLING)


def wants_votes(evening: Evening) -> bool:
    """Return whether the game asks both, now and only once, if a gated deck may open."""
    return bool(decks_to_ask_for(evening)) and ice_broken(evening)


def why_no_apology(evening: Evening) -> str | None:
    """Return the sentence that says why no apology can begin now, or None when one can."""
    if evening.sorry is not Answer.UNASKED:
        return say("gate.sorry-once")
    if evening.aside.sorry is not Answer.UNASKED:
        return say("gate.sorry-asked")
    if evening.ceiling < WILLING_CEILING or shape_of(evening).ceiling < WILLING_CEILING:
        return say("gate.sorry-ceiling")
    if len(evening.closed) < MENDING_CARDS:
        return say("gate.sorry-early", cards=MENDING_CARDS)
    return None


def _on_the_table(evening: Evening, card: Card) -> str | None:
    return None if evening.setting.cover(card.deck) else say("gate.elsewhere")


def _gone(evening: Evening) -> frozenset[str]:
    """Return the ids of the cards that were played or swapped away tonight."""
    played = (card.id for card in (*evening.closed, *evening.mended))
    return frozenset((*played, *evening.aside.cards))


def _fresh(evening: Evening, card: Card) -> str | None:
    return say("gate.dealt") if card.id in _gone(evening) else None


def _not_vetoed(evening: Evening, card: Card) -> str | None:
    return say("gate.veto") if card.deck in evening.vetoed else None


def _of_the_apology(evening: Evening, card: Card) -> str | None:
    """An apology deals its own cards, step by step, and no repair card comes any other way."""
    if evening.mending is None:
        return say("gate.repair") if card.kind is Kind.REPAIR else None
    if card.kind is not Kind.REPAIR or card.part is not evening.mending:
        return say("gate.mending")
    gentle = evening.setting.mended_before or card.depth <= DEEP
    return None if gentle else say("gate.first-mending")


def _opener(evening: Evening, card: Card) -> str | None:
    cover = evening.setting.cover(card.deck)
    opened = evening.sorry is Answer.OPEN
    return say("gate.opener") if cover and cover.gate is Gate.OPENER_ONLY and not opened else None


def _under_the_ceiling(evening: Evening, card: Card) -> str | None:
    ceiling = min(evening.ceiling, shape_of(evening).ceiling)
    lifted = (is_gated(evening, card) and evening.aside.willing is Answer.OPEN) or evening.mending is not None
    if lifted and ceiling >= WILLING_CEILING:
        cover = evening.setting.cover(card.deck)
        ceiling = TENDER if evening.mending or (cover and cover.gate is not Gate.NONE) else ceiling
    return say("gate.ceiling", depth=say(f"depth.{ceiling}")) if card.depth > ceiling else None


def _up_the_ladder(evening: Evening, card: Card) -> str | None:
    below = card.depth - 1
    if not below or sum(other.depth == below for other in evening.closed) >= LADDER:
        return None
    return say("gate.ladder", depth=say(f"depth.{card.depth}"), cards=LADDER)


def _a_third_at_most(evening: Evening, card: Card) -> str | None:
    return say("gate.third") if card.depth == DEEP and is_deep_enough(evening) else None


def _a_light_ending(evening: Evening, card: Card) -> str | None:
    last = len(evening.closed) >= shape_of(evening).cards - 1
    return say("gate.ending") if card.depth >= DEEP and last else None


def _tender(evening: Evening, card: Card) -> str | None:
    """Few, apart from each other, and not near the end."""
    if card.depth < TENDER:
        return None
    so_far = sum(other.depth == TENDER for other in evening.closed) + bool(evening.mended)
    if so_far >= TENDER_LIMIT:
        return say("gate.tender-limit", cards=TENDER_LIMIT)
    since = [other.depth for other in reversed(evening.closed)]
    if TENDER in since and min(since[: since.index(TENDER)], default=TENDER) > 2:
        return say("gate.tender-apart")
    near_end = len(evening.closed) >= shape_of(evening).cards - TENDER_END
    return say("gate.ending") if near_end else None


def _both_willing(evening: Evening, card: Card) -> str | None:
    if not is_gated(evening, card):
        return None
    if not ice_broken(evening):
        return say("gate.ice")
    return None if evening.aside.willing is Answer.OPEN else say("gate.willing")


def _light_if_asked(evening: Evening, card: Card) -> str | None:
    """The deck that was wished for is for the plan to prefer; its light cards may be played out by then."""
    return say("gate.lighter") if evening.lighter is not None and card.depth > 1 else None


_ALWAYS = (_on_the_table, _fresh, _not_vetoed, _of_the_apology, _under_the_ceiling)
_IN_TURN = (
    _opener,
    _up_the_ladder,
    _a_third_at_most,
    _a_light_ending,
    _tender,
    _both_willing,
    _light_if_asked,
)
Check = Callable[[Evening, Card], str | None]


def why_not(evening: Evening, card: Card) -> str | None:
    """Return the sentence that says why *card* may not be dealt now, or None when it may.

    An apology skips the rules of the ladder and the ice: it should not have to wait.
    """
    checks: tuple[Check, ...] = _ALWAYS if evening.mending else (*_ALWAYS, *_IN_TURN)
    return next((reason for check in checks if (reason := check(evening, card))), None)


def allowed(evening: Evening, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return those of *cards* that may be dealt now.

    To every gate but the one that asks whether a card is fresh, cards of one deck and depth are alike, and so
    are the repair cards among them for one step; each such sort is asked about once.
    """
    gone, answers = _gone(evening), dict[tuple[str, int, bool, Part | None], bool]()
    fitting = []
    for card in cards:
        if card.id in gone:
            continue
        sort = (card.deck, card.depth, card.kind is Kind.REPAIR, card.part)
        if sort not in answers:
            answers[sort] = why_not(evening, card) is None
        if answers[sort]:
            fitting.append(card)
    return tuple(fitting)


def can_mend(evening: Evening, cards: tuple[Card, ...]) -> bool:
    """Return whether *cards* hold one for each step of an apology."""
    return all(allowed(replace(evening, mending=part), cards) for part in Part)


def part_after(part: Part) -> Part | None:
    """Return the step of an apology after *part*, or None after the last."""
    parts = tuple(Part)
    place = parts.index(part) + 1
    return parts[place] if place < len(parts) else None
