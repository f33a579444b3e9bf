"""The order of an evening: its shapes, and which of the allowed cards suits the next place best.

A plan only prefers; what is allowed at all is for the gates to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.cards import DEEPEST, Card, Gate, Kind, Moment
from game.engine.state import Answer, Evening
from game.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """What a place in the evening would like: a moment, perhaps a deck or some kinds, and a depth."""

    depth: int
    moment: Moment | None = None
    deck: str = ""
    kinds: tuple[Kind, ...] = ()

    def misses(self, card: Card, moment: Moment | None) -> int:
        """Return how many of the wishes *card* does not meet, its depth left out."""
        wishes = (
            self.moment is None or moment is self.moment or (self.moment, moment) == _DEEP_PAIR,
            not self.deck or card.deck == self.deck,
            not self.kinds or card.kind in self.kinds,
        )
        return wishes.count(False)


_DEEP_PAIR = (Moment.DEEPENING, Moment.REPAIR)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of evening: how many cards, how deep at most, how long it takes, and its order."""

    id: str
    minutes: int
    ceiling: int
    places: tuple[Place, ...]
    decks: tuple[str, ...] = ()
    """The decks it is played with when the two choose none."""

    @property
    def cards(self) -> int:
        """How many cards the evening has."""
        return len(self.places)


def _ice(*depths: int) -> tuple[Place, ...]:
    return tuple(Place(depth, Moment.ICE_BREAKER) for depth in depths)


def _deep(*depths: int) -> tuple[Place, ...]:
    return tuple(Place(depth, Moment.DEEPENING) for depth in depths)


_CHECK_IN = Place(1, deck="check-in")
_SIDE_BY_SIDE = Place(1, kinds=(Kind.ACTION,))
_NOTICED = Place(1, Moment.CLOSING, deck="thanks")

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "check-in": Shape(
            "check-in",
            15,
            3,
            (_CHECK_IN, _CHECK_IN, Place(2, deck="check-in"), _NOTICED),
            ("check-in", "thanks"),
        ),
        "tea": Shape(
            "tea", 15, 1, (*_ice(1, 1, 1, 1), _NOTICED), ("tea-time", "know-me", "curious", "thanks")
        ),
        "short": Shape("short", 25, DEEPEST, (*_ice(1, 1), *_deep(2, 2, 3), _NOTICED)),
        "standard": Shape(
            "standard",
            45,
            DEEPEST,
            (_CHECK_IN, *_ice(1, 1, 2), _SIDE_BY_SIDE, *_deep(2, 2, 3, 3, 3), Place(1), _NOTICED),
        ),
        "long": Shape(
            "long",
            70,
            DEEPEST,
            (
                _CHECK_IN,
                *_ice(1, 1, 2),
                _SIDE_BY_SIDE,
                *_deep(2, 2, 3, 3),
                Place(1),
                *_deep(2, 3, 3, 3),
                _SIDE_BY_SIDE,
                *_deep(2),
                Place(1),
                _NOTICED,
            ),
        ),
    }
)


def shape_of(evening: Evening) -> Shape:
    """Return the shape of *evening*."""
    return SHAPES[evening.setting.shape]


_WARM = 2
"""The deepest that a deck which nobody chose goes, where there is anything else."""
_TELLING = (Kind.STORY, Kind.QUESTION, Kind.FINISH)
_THAW = (Place(1, kinds=_TELLING), Place(1, kinds=_TELLING), Place(2, kinds=_TELLING))


def _place(evening: Evening) -> Place:
    """Return the next place. While a chosen deck waits for the ice to break, every place helps."""
    places = _THAW if _is_thawing(evening) else shape_of(evening).places
    return places[min(len(evening.closed), len(places) - 1)]


def _is_thawing(evening: Evening) -> bool:
    return evening.aside.willing is Answer.UNASKED and any(
        cover.gate is Gate.BOTH_WILLING
        and cover.id in evening.setting.chosen
        and cover.id not in evening.vetoed
        for cover in evening.setting.covers
    )


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
