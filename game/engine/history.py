"""What undo and redo go through: the records that stood before, and those that were taken back."""

from dataclasses import dataclass, replace

from game.engine.moves import Deal, Lower, Veto
from game.engine.record import Record, replay
from game.engine.rules import why_not
from game.engine.state import Answer


@dataclass(frozen=True, slots=True)
class History:
    """The way back from the record that stands now, and forth again. It lives as long as the sitting."""

    past: tuple[Record, ...] = ()
    undone: tuple[Record, ...] = ()

    def left(self, record: Record) -> "History":
        """Return the history once *record* was left by something that undo takes back."""
        return History((*self.past, record))

    def moved(self) -> "History":
        """Return the history once something happened that undo passes over."""
        return History(self.past)

    def back(self, now: Record) -> "tuple[Record, History] | None":
        """Return the record before the last thing that left a mark in *now*, or None at the very start."""
        past = self.past
        while past:
            *rest, last = past
            before, past = _as_it_would_be(last, now), tuple(rest)
            if _played(before) != _played(now):
                return before, History(past, (*self.undone, now))
        first = now.back()
        return (_as_it_would_be(first, now), History((), (*self.undone, now))) if first else None

    def forth(self, now: Record) -> "tuple[Record, History] | None":
        """Return the record that was taken back last, or None when nothing was."""
        if not self.undone:
            return None
        return self.undone[-1], History((*self.past, now), self.undone[:-1])


def _played(record: Record) -> Record:
    """Return *record* without its rests, and without the card that was only dealt at its end."""
    awake = record.unpaused()
    is_dealt = awake.moves and isinstance(awake.moves[-1], Deal)
    return replace(awake, moves=awake.moves[:-1]) if is_dealt else awake


def _as_it_would_be(before: Record, now: Record) -> Record:
    """Return *before* with all that no undo may take back since."""
    return _careful_still(_answered_already(before, now), now)


def _careful_still(before: Record, now: Record) -> Record:
    """Return *before* with the ceiling as low, and the decks put away, as one of the two has wished since.

    Before the ceilings were asked there is none to lower: then both are asked again.
    """
    for move in now.moves:
        if isinstance(move, Lower | Veto) and move not in before.moves and not why_not(replay(before), move):
            before = before.then(move)
    return before


def _answered_already(before: Record, now: Record) -> Record:
    """Return *before* with what was answered in private since: undo never asks again, so nobody can nag."""
    taken_back = replay(now).sorry is Answer.OPEN and replay(before).sorry is not Answer.OPEN
    sorry = Answer.SHUT if taken_back else now.aside.sorry
    kept = before if sorry is Answer.UNASKED else before.unasked()
    return replace(kept, aside=replace(kept.aside, willing=now.aside.willing, sorry=sorry))
