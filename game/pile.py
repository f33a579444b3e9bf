"""The pile: every card that may come to the table tonight, and the only dice of the game."""

from dataclasses import dataclass, replace
from random import Random

from game.engine import gates
from game.engine.cards import Card
from game.engine.plan import best, why_from_elsewhere
from game.engine.state import Evening


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier evenings and the couple's own wishes say about the deal."""

    seen: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


NO_MEMORY = Memory()


class Pile:
    """Cards to draw from. The gates say which may come, the plan which suit best, and the dice choose."""

    def __init__(self, cards: tuple[Card, ...], seed: int | None = None, memory: Memory = NO_MEMORY) -> None:
        self._cards = cards
        self._seed = seed
        self._memory = memory

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card that the two have not put away for good."""
        never = self._memory.never
        return tuple(card for card in self._cards if card.id not in never) if never else self._cards

    def draw(self, evening: Evening, number: int) -> Card | None:
        """Return the next card for *evening*, or None when every card that fits has been played.

        *number* is how many have come to its table. With a seed it alone decides how the dice fall, so that
        an evening that is resumed is dealt as one that never stopped.
        """
        fitting = best(evening, gates.allowed(evening, self.cards), self._memory.seen)
        return fitting[int(self._dice(number).random() * len(fitting))] if fitting else None

    def _dice(self, number: int) -> Random:
        """Return the dice for one card. Only their `random()` is promised to fall alike on every Python."""
        return Random() if self._seed is None else Random(f"{self._seed}/{number}")

    def why_from_elsewhere(self, evening: Evening, card: Card) -> str | None:
        """Return the sentence that says, once, why *card* is from a deck that nobody chose, or None."""
        return why_from_elsewhere(evening, card, self.cards)

    def others(self, evening: Evening) -> tuple[Card, ...]:
        """Return the cards that could be dealt in place of the one on the table."""
        return tuple(card for card in gates.allowed(evening, self.cards) if card != evening.card)

    def light_decks(self, evening: Evening) -> frozenset[str]:
        """Return the ids of the decks that still have a light card for *evening*; none once it ends."""
        if evening.is_ending or evening.is_closed:
            return frozenset()
        return frozenset(card.deck for card in self.others(replace(evening, lighter="", mending=None)))

    def can_mend(self, evening: Evening) -> bool:
        """Return whether there is a card for each step of an apology."""
        return gates.can_mend(evening, self.cards)

    def put_away(self, card: str) -> None:
        """Never draw the card with the id *card* again."""
        self._memory = replace(self._memory, never=self._memory.never | {card})

    def let_come(self, card: str) -> None:
        """Let the card with the id *card* be drawn again."""
        self._memory = replace(self._memory, never=self._memory.never - {card})
