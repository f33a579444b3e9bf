"""Cards and decks as the rules see them: plain values, whatever file they came from."""

from dataclasses import dataclass
from enum import StrEnum

DEEPEST = 4


class Kind(StrEnum):
    """What a card asks two people to do; each kind has a script in the rule book."""

    STORY = "story"
    QUESTION = "question"
    GUESS = "guess"
    FINISH = "finish"
    ACTION = "action"
    APPRECIATE = "appreciate"
    REPAIR = "repair"
    SCALE = "scale"
    REVEAL = "reveal"
    WILD = "wild"


AT_THE_TABLE = tuple(kind for kind in Kind if kind is not Kind.REPAIR)
"""The kinds of card that may be written in the middle of an evening; an apology is written with more rest."""


class Dimension(StrEnum):
    """What a light shines on (article 004: the five parts of a bond)."""

    TRUST = "trust"
    RESPECT = "respect"
    EMPATHY = "empathy"
    COMMUNICATION = "communication"
    FRIENDSHIP = "friendship"


class Moment(StrEnum):
    """When in an evening a deck is at home."""

    ICE_BREAKER = "ice-breaker"
    DEEPENING = "deepening"
    REPAIR = "repair"
    CLOSING = "closing"


class Gate(StrEnum):
    """What must be agreed before a deck opens."""

    NONE = "none"
    BOTH_WILLING = "both-willing"
    OPENER_ONLY = "opener-only"


class Need(StrEnum):
    """What a card cannot be played without."""

    HISTORY = "history"
    SAME_ROOM = "same-room"
    PAPER = "paper"
    SOUND = "sound"


class Part(StrEnum):
    """Which of the four steps of an apology a repair card carries (article 000, saying sorry)."""

    NAME = "name"
    OWN = "own"
    PROMISE = "promise"
    RECEIVE = "receive"


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `{partner}` in its texts stands for the other player's name."""

    id: str
    deck: str
    text: str
    kind: Kind = Kind.QUESTION
    depth: int = 1
    dim: Dimension = Dimension.FRIENDSHIP
    angle: str = ""
    follow_ups: tuple[str, ...] = ()
    alt: str = ""
    needs: Need | None = None
    part: Part | None = None
    touch: bool = False
    starter: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of a deck without opening it."""

    id: str
    title: str
    purpose: str = ""
    moment: Moment = Moment.DEEPENING
    gate: Gate = Gate.NONE
    listening: Dimension = Dimension.EMPATHY
    """The dimension that a light for listening goes to."""
    language: str = "en"
    deepest: int = 1
    """The depth of its deepest card."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A cover and its cards, in the order they were written."""

    cover: Cover
    cards: tuple[Card, ...]
