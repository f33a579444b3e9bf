"""The plan of the eighteen decks: how many cards of which depth and kind, and what they shine on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.cards import Dimension, Gate, Kind, Moment, Part

TRUST, RESPECT, EMPATHY = Dimension.TRUST, Dimension.RESPECT, Dimension.EMPATHY
TALKING, FRIENDSHIP = Dimension.COMMUNICATION, Dimension.FRIENDSHIP
ICE, DEEP, MEND, CLOSE = Moment.ICE_BREAKER, Moment.DEEPENING, Moment.REPAIR, Moment.CLOSING


@dataclass(frozen=True, slots=True)
class Plan:
    """What one deck is meant to hold."""

    title: str
    moment: Moment
    depths: tuple[int, int, int, int]
    """Cards of depth 1 to 4."""
    kinds: Mapping[Kind, int]
    shares: Mapping[Dimension, float]
    """The part of the cards that shines on each dimension; together 1."""
    angles: int
    """The corners of its subject, so that no idea is written ten times over."""
    gate: Gate = Gate.NONE
    listening: Dimension = EMPATHY
    parts: Mapping[Part, int] = field(default_factory=dict)
    """Repair cards by the step of an apology."""

    @property
    def cards(self) -> int:
        """How many cards the deck has, neither more nor fewer."""
        return sum(self.depths)


def _kinds(**counts: int) -> dict[Kind, int]:
    return {Kind(kind): count for kind, count in counts.items()}


PLANS: Mapping[str, Plan] = {
    "tea-time": Plan(
        "The Kettle Is On",
        ICE,
        (45, 15, 0, 0),
        _kinds(question=30, story=12, reveal=10, wild=8),
        {FRIENDSHIP: 0.8, RESPECT: 0.2},
        angles=10,
    ),
    "know-me": Plan(
        "Do You Know This One?",
        ICE,
        (35, 25, 10, 0),
        _kinds(guess=64, reveal=6),
        {FRIENDSHIP: 0.6, EMPATHY: 0.4},
        angles=12,
    ),
    "curious": Plan(
        "Things You Get Lost In",
        ICE,
        (21, 17, 4, 0),
        _kinds(question=22, action=8, story=6, reveal=6),
        {RESPECT: 0.5, FRIENDSHIP: 0.5},
        angles=10,
    ),
    "check-in": Plan(
        "How Is Today?",
        ICE,
        (15, 15, 8, 0),
        _kinds(scale=12, question=12, finish=8, reveal=6),
        {TALKING: 0.8, EMPATHY: 0.2},
        angles=10,
        listening=TALKING,
    ),
    "childhood-stories": Plan(
        "When You Were Small",
        DEEP,
        (18, 25, 11, 0),
        _kinds(story=28, question=20, finish=6),
        {EMPATHY: 0.6, FRIENDSHIP: 0.4},
        angles=12,
    ),
    "how-we-fell-in-love": Plan(
        "How We Fell",
        DEEP,
        (16, 21, 9, 0),
        _kinds(story=22, question=16, finish=4, reveal=4),
        {FRIENDSHIP: 0.5, TRUST: 0.5},
        angles=12,
    ),
    "dreams": Plan(
        "Further Along the Road",
        DEEP,
        (11, 21, 14, 0),
        _kinds(question=24, story=8, finish=8, action=6),
        {EMPATHY: 0.4, TRUST: 0.3, FRIENDSHIP: 0.3},
        angles=11,
    ),
    "values": Plan(
        "What We Stand On",
        DEEP,
        (8, 19, 15, 0),
        _kinds(question=18, story=12, reveal=12),
        {RESPECT: 0.8, TALKING: 0.2},
        angles=12,
    ),
    "trust": Plan(
        "Steady Ground",
        DEEP,
        (4, 17, 17, 4),
        _kinds(question=20, story=10, finish=8, appreciate=4),
        {TRUST: 0.8, RESPECT: 0.2},
        angles=9,
    ),
    "your-side": Plan(
        "From Where You Stand",
        DEEP,
        (6, 19, 13, 4),
        _kinds(question=18, action=10, reveal=8, guess=6),
        {EMPATHY: 0.8, TALKING: 0.2},
        angles=9,
    ),
    "lines": Plan(
        "Doors and Windows",
        DEEP,
        (6, 17, 11, 4),
        _kinds(question=18, finish=11, scale=4, action=3, wild=2),
        {RESPECT: 0.5, TALKING: 0.5},
        angles=9,
        listening=TALKING,
    ),
    "same-side": Plan(
        "Same Side of the Table",
        DEEP,
        (8, 15, 11, 4),
        _kinds(question=18, reveal=12, action=4, finish=4),
        {RESPECT: 0.5, TALKING: 0.5},
        angles=9,
        listening=TALKING,
    ),
    "do-together": Plan(
        "Side by Side",
        ICE,
        (23, 15, 4, 0),
        _kinds(action=38, wild=4),
        {FRIENDSHIP: 0.6, TRUST: 0.2, RESPECT: 0.2},
        angles=10,
    ),
    "touch": Plan(
        "A Hand to Hold",
        CLOSE,
        (14, 12, 4, 0),
        _kinds(action=22, question=8),
        {FRIENDSHIP: 0.4, TRUST: 0.3, TALKING: 0.3},
        angles=9,
    ),
    "rituals": Plan(
        "Our Small Ceremonies",
        CLOSE,
        (14, 16, 6, 0),
        _kinds(question=14, action=12, story=6, finish=4),
        {FRIENDSHIP: 0.4, TRUST: 0.4, TALKING: 0.2},
        angles=9,
    ),
    "thanks": Plan(
        "Noticed",
        CLOSE,
        (14, 21, 11, 0),
        _kinds(appreciate=26, finish=14, reveal=6),
        {RESPECT: 0.5, FRIENDSHIP: 0.25, TRUST: 0.25},
        angles=10,
    ),
    "uncomfortable-questions": Plan(
        "The Uncomfortable Ones",
        MEND,
        (0, 0, 14, 30),
        _kinds(question=34, finish=10),
        {EMPATHY: 0.4, TALKING: 0.4, TRUST: 0.2},
        angles=10,
        gate=Gate.BOTH_WILLING,
        listening=TALKING,
    ),
    "repair": Plan(
        "Mending",
        MEND,
        (0, 6, 10, 12),
        _kinds(repair=20, question=8),
        {TRUST: 0.6, EMPATHY: 0.4},
        angles=9,
        gate=Gate.OPENER_ONLY,
        parts={Part.NAME: 6, Part.OWN: 5, Part.PROMISE: 6, Part.RECEIVE: 3},
    ),
}
"""Every shipped deck by its id."""

ALL_CARDS = 784
