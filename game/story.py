"""The story of an evening as it is told: a move is made, what is owed is dealt, and all of it is kept."""

from collections.abc import Callable

from game.engine.cards import Card
from game.engine.given import Given
from game.engine.history import History
from game.engine.moves import Close, Deal, Move
from game.engine.record import Record, replay
from game.engine.rules import apply
from game.engine.state import Evening
from game.files.problems import SaveProblem
from game.pile import NO_MEMORY, Memory, Pile
from game.words import say

Keeping = Callable[[Record], None]
"""Keeps a record for good, or raises SaveProblem."""


class Story:
    """A story that grows, and is kept for good before anyone sees how it goes on.

    A keeping that fails leaves its sentence in `trouble`; the next move tries again.
    """

    def __init__(
        self,
        record: Record,
        cards: tuple[Card, ...],
        keep: Keeping,
        seed: int | None = None,
        memory: Memory = NO_MEMORY,
    ) -> None:
        self.record = record
        self.evening = replay(record)
        self.note = ""
        """A sentence about what just happened, or empty."""
        self.trouble = ""
        """Why the last move could not be kept, or empty."""
        self.is_kept = True
        """Whether every whole move is kept; one that an interruption falls into is whole once it is dealt."""
        self.revealed: tuple[str, ...] = ()
        """Both hidden answers, in the order of the names, once both are in. Never stored."""
        self._pile = Pile(cards, seed, memory)
        self._keep = keep
        self._given = Given()
        self._history = History()
        self._deal_what_is_owed()
        if self.record is not record or not record.moves:
            self.keep_safe()

    def _move(self, move: Move) -> None:
        self._stand(self.record.then(move), apply(self.evening, move), remember=True)

    def _pass(self, move: Move) -> None:
        """Make a move that undo passes over: a rest, or what either needs to be careful tonight."""
        self._stand(self.record.then(move), apply(self.evening, move))

    def _stand(
        self,
        record: Record,
        evening: Evening | None = None,
        *,
        remember: bool = False,
        history: History | None = None,
    ) -> None:
        """Stand at *record*, deal what is owed, and keep it before anyone sees it."""
        after = evening or replay(record)
        self._history = history or (self._history.left(self.record) if remember else self._history.moved())
        if after.card != self.evening.card or (after.step and after.step.hidden):
            self.revealed = ()
        self.note = ""
        self.record, self.evening = record, after
        self._deal_what_is_owed()
        self._given = self._given.still(self.evening)
        self.keep_safe()

    def _deal_what_is_owed(self) -> None:
        while self.evening.is_dealing and not self.evening.paused:
            card = self._pile.draw(self.evening, self.record.dealt)
            if card is None:
                self._say("care.played-out")
                return self._put(Close())
            self.note = self._pile.why_from_elsewhere(self.evening, card) or self.note
            self._put(Deal(card))

    def _put(self, move: Move) -> None:
        self.evening = apply(self.evening, move)
        self.record = self.record.then(move)

    def keep_safe(self, keep: Keeping | None = None) -> None:
        """Keep the story as it stands, and by *keep* from now on; what fails is told in `trouble`."""
        self._keep = keep or self._keep
        self.trouble, self.is_kept = "", False
        try:
            self._keep(self.record)
        except SaveProblem as problem:
            self.trouble = str(problem)
        else:
            self.is_kept = True

    def _say(self, key: str, **values: object) -> None:
        self.note = say(key, **values)

    def _say_first(self, key: str, **values: object) -> None:
        self.note = f"{say(key, **values)} {self.note}".rstrip()
