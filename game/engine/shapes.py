"""The shapes of an evening: which places there are, how deep they go, and how long it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.cards import DEEPEST, Card, Kind, Moment
from game.engine.state import Evening


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
