"""The keeper of the one evening that is open: durable after every move, and written by nobody else."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import reduce
from itertools import takewhile
from typing import TYPE_CHECKING

from game.engine.record import Record, replay
from game.engine.rules import apply
from game.engine.state import Evening
from game.files.atomic import set_aside, sweep
from game.files.evenings.folder import evening_path, is_evening, lock_path, older_of, older_paths, previous_of
from game.files.evenings.generations import forget_after, lay_down
from game.files.evenings.savefile import BrokenSave, NewerSave, Saved, read_save, write_save
from game.files.locks.door import passing
from game.files.locks.lock import see_to_lock
from game.files.locks.turning import settle_evening
from game.files.paths import Home
from game.files.problems import Problem, SaveProblem, Trouble, reason, save_problem, shortened
from game.words import say

if TYPE_CHECKING:
    from filelock import BaseFileLock


class AlreadyOpen(Trouble):
    """An evening that another program is writing."""


class Keeper:
    """The open evening, which no other program can write meanwhile. Every record it has taken is durable."""

    def __init__(self, home: Home, id: str, *, anew: bool = False) -> None:
        """Open the evening *id*, new or saved before.

        Raise AlreadyOpen when another program has it, BrokenSave when it is a copy or cannot be read, and
        SaveProblem when it cannot be written. With *anew*, what cannot be read is put by as damaged.
        """
        self.id = id
        self.path = evening_path(home, id)
        self._home = home
        self.found: Saved | None = None
        """The evening as it was saved before, with a note if something was lost."""
        self.saved = 0
        """The number of the last durable save."""
        self._kept: Record | None = None
        self._tried: Record | None = None
        """What was last written, or was to be: a failed save may have come as far as the file."""
        self._evening: Evening | None = None
        self._laid = 0
        """Closed cards in the newest of the older generations."""
        if not is_evening(self.path):
            raise BrokenSave(Problem(self.path, say("problem.save.copy")))
        self._lock = lock_evening(home, id)
        try:
            self._open(anew)
        except BaseException:
            self.close()
            raise

    def keep(self, record: Record) -> None:
        """Save *record* durably; raise SaveProblem, with the last save still whole, when that fails."""
        number, forgetting = self.saved + 1, self._takes_back(record)
        self._tried = record
        evening = self._told(record, forgetting)
        try:
            if forgetting:
                self._forget_after(record)
            write_save(self.path, record, number, self._home.seal, forgetting=forgetting)
        except OSError as error:
            raise save_problem(self.path, error) from error
        self.saved, self._kept, self._evening = number, record, evening
        if len(evening.closed) > self._laid:
            self._lay_down(record, len(evening.closed))

    def close(self) -> None:
        """Let others write the evening."""
        # Where a disk does not even let go of a lock, the end of the program does.
        with suppress(OSError):
            self._lock.release()

    def _open(self, anew: bool) -> None:
        """Read what is there, and bring both newest generations to it."""
        try:
            settle_evening(self._home, self.id)
            for each in (self.path, previous_of(self.path), older_of(self.path, "*")):
                sweep(each)
            self.found = self._found(anew)
            if self.found is None:
                return
            for damaged in self.found.damaged:
                set_aside(damaged, like=self.path)
            # A crash may have come between the two writes of a move that takes something back.
            write_save(self.path, self.found.record, self.found.number, self._home.seal, forgetting=True)
        except OSError as error:
            raise save_problem(self.path, error) from error
        self.saved, self._kept, self._tried = self.found.number, self.found.record, self.found.record
        self._evening = self.found.evening
        closed = len(self._evening.closed)
        self._laid = min(closed, next((cards for cards, _ in older_paths(self.path)), 0))

    def _found(self, anew: bool) -> Saved | None:
        older = [path for _, path in older_paths(self.path)]
        if not any(map(os.path.lexists, (self.path, previous_of(self.path), *older))):
            return None
        try:
            return read_save(self.path, self._home.seal)
        except NewerSave:
            raise
        except BrokenSave:
            if not anew:
                raise
        for damaged in (self.path, previous_of(self.path), *older):
            set_aside(damaged, like=self.path)
        return None

    def _takes_back(self, record: Record) -> bool:
        """Return whether *record* is not the last one with moves added: after a swap, an undo, a vote."""
        return any(
            before is not None
            and (record.aside != before.aside or record.moves[: len(before.moves)] != before.moves)
            for before in (self._kept, self._tried)
        )

    def _told(self, record: Record, takes_back: bool) -> Evening:
        """Return the evening that *record* tells, of which most has been told before."""
        if self._kept is None or self._evening is None or takes_back:
            return replay(record)
        return reduce(apply, record.moves[len(self._kept.moves) :], self._evening)

    def _forget_after(self, record: Record) -> None:
        """Let go the older generations that hold more than what *record* begins with."""
        before = self._kept.moves if self._kept else ()
        same = list(takewhile(lambda pair: pair[0] == pair[1], zip(before, record.moves, strict=False)))
        closed = len(replay(replace(record, moves=record.moves[: len(same)])).closed)
        if closed < self._laid:
            forget_after(self.path, closed)
            self._laid = closed

    def _lay_down(self, record: Record, cards: int) -> None:
        # The evening itself is safe by now. What the disk refuses here is owed, and due with the next save.
        with suppress(OSError):
            lay_down(self.path, record, cards, datetime.now(), self._home.seal)
            self._laid = cards


def lock_evening(home: Home, id: str) -> "BaseFileLock":
    """Return the lock on the evening *id*, held.

    Raise AlreadyOpen when another program has it, SaveProblem when it cannot be had at all, and Trouble while
    the home is being locked or unlocked, or has been meanwhile.
    """
    # The list of evenings does without locks, and the home screen shows it early.
    from filelock import FileLock, Timeout

    # The thread that opens an evening need not be the one that lets it go.
    lock = FileLock(lock_path(home, id), timeout=0, mode=0o600, thread_local=False)
    try:
        with passing(home):
            see_to_lock(home)
            lock.acquire()
    except Timeout as error:
        raise AlreadyOpen(say("problem.save.open-elsewhere", evening=shortened(id))) from error
    except OSError as error:
        raise SaveProblem(say("problem.save.lock", evening=shortened(id), reason=reason(error))) from error
    except NotImplementedError as error:
        why = say("problem.os.locks")
        raise SaveProblem(say("problem.save.lock", evening=shortened(id), reason=why)) from error
    return lock
