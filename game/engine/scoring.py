"""Lights and the sky: what each event pays, and how lights become stars.

One pot for both. Listening pays more than talking, depth pays nothing extra, nothing is ever taken away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from game.engine.cards import Card, Cover, Dimension, Kind

STARS = 12
"""Stars in one full constellation."""

STAR_COSTS: Mapping[Dimension, int] = MappingProxyType(
    {
        Dimension.TRUST: 3,
        Dimension.RESPECT: 5,
        Dimension.EMPATHY: 6,
        Dimension.COMMUNICATION: 4,
        Dimension.FRIENDSHIP: 7,
    }
)
"""Lights for one star. The cards light the five unevenly; these costs even the picture out again."""


class Event(StrEnum):
    """What can happen at a table that is worth a light, or worth remembering."""

    TOLD = "told"
    HEARD = "heard"
    BOTH_WAYS = "both-ways"
    KNOWN = "known"
    LEARNED = "learned"
    KEPT = "kept"
    ACTED = "acted"
    TOUCHED = "touched"
    THANKED = "thanked"
    SCALED = "scaled"
    REVEALED = "revealed"
    WILD = "wild"
    NAMED = "named"
    OWNED = "owned"
    PROMISED = "promised"
    RECEIVED = "received"
    STOPPED = "stopped"
    EVEN_GROUND = "even-ground"
    CLOSING_THANKS = "closing-thanks"
    PROMISE_HELD = "promise-held"
    CARRIED_ON = "carried-on"


class Source(StrEnum):
    """A light whose dimension depends on the card that was played."""

    CARD = "card"
    LISTENING = "listening"


Pay = tuple[Source | Dimension, ...]
_GUESS = (Source.CARD, Source.CARD, Dimension.EMPATHY)
_TOGETHER = (Source.CARD, Source.CARD, Dimension.FRIENDSHIP)

PAYS: Mapping[Event, Pay] = MappingProxyType(
    {
        Event.TOLD: (Source.CARD,),
        Event.HEARD: (Source.CARD, Source.LISTENING),
        Event.BOTH_WAYS: (Source.CARD,),
        Event.KNOWN: _GUESS,
        Event.LEARNED: _GUESS,
        Event.KEPT: _GUESS,
        Event.ACTED: _TOGETHER,
        Event.TOUCHED: _TOGETHER,
        Event.THANKED: _TOGETHER,
        Event.WILD: _TOGETHER,
        Event.SCALED: (Dimension.COMMUNICATION, Dimension.COMMUNICATION, Dimension.EMPATHY),
        Event.REVEALED: (Source.CARD, Source.CARD, Dimension.COMMUNICATION),
        Event.NAMED: (Dimension.EMPATHY, Dimension.EMPATHY),
        Event.OWNED: (Dimension.TRUST, Dimension.TRUST),
        Event.PROMISED: (Dimension.TRUST, Dimension.TRUST),
        Event.RECEIVED: (Dimension.EMPATHY, Dimension.EMPATHY),
        Event.STOPPED: (),
        Event.EVEN_GROUND: (Dimension.RESPECT,) * 3,
        Event.CLOSING_THANKS: (Dimension.FRIENDSHIP,) * 2,
        Event.PROMISE_HELD: (Dimension.TRUST,) * 2,
        Event.CARRIED_ON: (),
    }
)
"""The whole scoring table."""


@dataclass(frozen=True, slots=True)
class Sky:
    """Lights by dimension."""

    trust: int = 0
    respect: int = 0
    empathy: int = 0
    communication: int = 0
    friendship: int = 0

    def __add__(self, other: "Sky") -> "Sky":
        return Sky(*(self.lights(dim) + other.lights(dim) for dim in Dimension))

    def __sub__(self, other: "Sky") -> "Sky":
        return Sky(*(self.lights(dim) - other.lights(dim) for dim in Dimension))

    @property
    def total(self) -> int:
        """All lights, as one warmth number."""
        return sum(self.lights(dim) for dim in Dimension)

    def lights(self, dim: Dimension) -> int:
        """Return the lights of *dim*."""
        return int(getattr(self, dim.value))

    def stars(self, dim: Dimension) -> int:
        """Return how many stars of *dim* are lit, from 0 to STARS."""
        return min(STARS, self.lights(dim) // STAR_COSTS[dim])

    def lit(self, dim: Dimension) -> "Sky":
        """Return the sky with one more light for *dim*."""
        return replace(self, **{dim.value: self.lights(dim) + 1})


NO_LIGHTS = Sky()
FULL_SKY = Sky(*(STARS * STAR_COSTS[dim] for dim in Dimension))


def turned(sky: Sky) -> tuple[int, Sky]:
    """Return how many whole skies *sky* holds, and the lights of the one that has begun since."""
    whole = min(sky.lights(dim) // FULL_SKY.lights(dim) for dim in Dimension)
    return whole, Sky(*(sky.lights(dim) - whole * FULL_SKY.lights(dim) for dim in Dimension))


def listening(card: Card, cover: Cover | None) -> Dimension:
    """Return the dimension that listening to *card* lights."""
    if card.kind is Kind.FINISH:
        return Dimension.COMMUNICATION
    return cover.listening if cover else Dimension.EMPATHY


def pay(event: Event, card: Card | None, cover: Cover | None) -> Sky:
    """Return the lights that *event* on *card* pays, by the scoring table."""
    sky = Sky()
    for source in PAYS[event]:
        if isinstance(source, Dimension):
            sky = sky.lit(source)
        elif card is not None:
            sky = sky.lit(card.dim if source is Source.CARD else listening(card, cover))
    return sky
