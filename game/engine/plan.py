"""The order of an evening: which of the allowed cards suits the next place best.

A plan only prefers; what is allowed at all is for the gates to say.
"""

from game.engine.cards import DEEPEST, Card, Gate, Kind
from game.engine.shapes import Place, shape_of
from game.engine.state import Evening
from game.engine.votes import decks_to_ask_for
from game.words import say

_WARM = 2
"""The deepest that a deck which nobody chose goes, where there is anything else."""
_TELLING = (Kind.STORY, Kind.QUESTION, Kind.FINISH)
_THAW = (Place(1, kinds=_TELLING), Place(1, kinds=_TELLING), Place(2, kinds=_TELLING))


def _place(evening: Evening) -> Place:
    """Return the next place. While a chosen deck waits for the ice to break, every place helps."""
    places = _THAW if _is_thawing(evening) else shape_of(evening).places
    return places[min(len(evening.closed), len(places) - 1)]


def _is_thawing(evening: Evening) -> bool:
    return any(cover.gate is Gate.BOTH_WILLING for cover in decks_to_ask_for(evening))


Sort = tuple[str, int, Kind]
"""A deck, a depth and a kind: what decides first how well a card suits."""


def _fit(evening: Evening, place: Place, card: Card) -> tuple[int, ...]:
    """Rank the sort of *card* for *place*, which is the next; smaller suits better."""
    cover = evening.setting.cover(card.deck)
    return (
        evening.lighter not in (None, "", card.deck),
        card.deck not in evening.setting.chosen and card.depth > _WARM,
        card.deck not in evening.setting.chosen,
        abs(card.depth - place.depth) if place.depth < 3 else abs(min(card.depth, DEEPEST) - DEEPEST),
        place.misses(card, cover.moment if cover else None),
    )


def _variety(evening: Evening, card: Card, seen: frozenset[str]) -> tuple[int, ...]:
    """Rank *card* among those whose sorts suit alike; smaller brings more that is new."""
    last = evening.closed[-1] if evening.closed else None
    first_of_deck = all(card.deck != other.deck for other in evening.closed)
    is_back = card.id in evening.setting.returning
    return (
        card.id in seen and not is_back,
        not is_back,
        any(card.angle and card.angle == other.angle for other in evening.closed),
        last is not None and (card.kind, card.deck) == (last.kind, last.deck),
        first_of_deck and card.depth == 1 and not card.starter,
    )


def best(evening: Evening, cards: tuple[Card, ...], seen: frozenset[str] = frozenset()) -> tuple[Card, ...]:
    """Return those of *cards* that suit the next place equally well and best.

    *seen* are the ids of cards from earlier evenings; they come again only when nothing else suits as well,
    but for the guesses that return.
    Chosen decks come before warm-ups. At a deep place the deepest allowed card suits best.
    """
    if not cards:
        return ()
    place, fits = _place(evening), dict[Sort, tuple[int, ...]]()
    sorts = [(card.deck, card.depth, card.kind) for card in cards]
    for sort, card in zip(sorts, cards, strict=True):
        if sort not in fits:
            fits[sort] = _fit(evening, place, card)
    fittest = min(fits.values())
    suiting = (card for sort, card in zip(sorts, cards, strict=True) if fits[sort] == fittest)
    ranked = [(_variety(evening, card, seen), card) for card in suiting]
    least = min(rank for rank, _ in ranked)
    return tuple(card for rank, card in ranked if rank == least)


def why_from_elsewhere(evening: Evening, card: Card, pile: tuple[Card, ...]) -> str | None:
    """Return the sentence that says, once, why the next *card* of *pile* is from a deck that nobody chose."""
    chosen = evening.setting.chosen
    said = any(other.deck not in chosen for other in evening.closed)
    if card.deck in chosen or said or evening.mending or evening.lighter is not None:
        return None
    gone = {*evening.aside.cards, *(other.id for other in evening.closed)}
    open_decks = set(chosen) - set(evening.vetoed)
    waiting = any(other.deck in open_decks and other.id not in gone for other in pile)
    return say("care.warm-up" if waiting else "care.warm-up.more")
