"""What undo and redo go through: the records that stood before, and those that were taken back."""

from dataclasses import dataclass, replace

from game.engine.record import Record, replay
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
            before, past = _answered_already(last, now), tuple(rest)
            if before.unpaused() != now.unpaused():
                return before, History(past, (*self.undone, now))
        first = now.back()
        return (_answered_already(first, now), History((), (*self.undone, now))) if first else None

    def forth(self, now: Record) -> "tuple[Record, History] | None":
        """Return the record that was taken back last, or None when nothing was."""
        if not self.undone:
            return None
        return self.undone[-1], History((*self.past, now), self.undone[:-1])


def _answered_already(before: Record, now: Record) -> Record:
    """Return *before* with what was answered in private since: undo never asks again, so nobody can nag."""
    taken_back = replay(now).sorry is Answer.OPEN and replay(before).sorry is not Answer.OPEN
    sorry = Answer.SHUT if taken_back else now.aside.sorry
    kept = before if sorry is Answer.UNASKED else before.unasked()
    return replace(kept, aside=replace(kept.aside, willing=now.aside.willing, sorry=sorry))
