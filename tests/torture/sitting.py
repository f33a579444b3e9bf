"""A sitting at a disk that may fail: what was tried, what was called saved, and what is there after all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from game.engine.record import Record
from game.engine.rules import may_swap
from game.engine.scene import scene
from game.files.evenings.check import check_save
from game.files.evenings.folder import id_of
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from game.files.problems import Trouble
from game.files.seal import PLAIN
from game.sitting import resume
from game.table import Table
from tests.torture.evening import seal_of, told_plainly


@dataclass(slots=True)
class Outcome:
    """What came of a sitting."""

    tried: list[Record]
    """Every state that was to be saved, in order, the one gone on from first."""
    called_saved: int = 0
    """Which of them was the newest that was called saved."""
    said: list[str] = field(default_factory=list)
    """Every sentence about something that could not be done."""


def choose(table: Table) -> None:
    """Take the first choice."""
    table.choose(scene(table.evening).choices[0][0])


def swap(table: Table) -> None:
    """Swap the card, where that is allowed."""
    if may_swap(table.evening):
        table.swap()
    else:
        choose(table)


Moves = tuple[Callable[[Table], None], ...]
MOVES: Moves = (choose, swap, Table.undo, choose, choose)
"""A move of every kind that the store treats in its own way: more, another, and less than before."""


def before(save: Path) -> Outcome:
    """Return the outcome of a sitting that has not begun yet."""
    return Outcome([read_save(save, seal_of(save)).record])


def sit(
    home: Home,
    save: Path,
    outcome: Outcome,
    called: Callable[[int], None] = lambda _: None,
    moves: Moves = MOVES,
) -> None:
    """Go on with the evening *save*, make *moves*, and note in *outcome* what came of them.

    *called* hears at once which state has been called saved.
    """
    try:
        sitting = resume(home, id_of(save), seed=1)
    except Trouble as trouble:
        outcome.said.append(str(trouble))
        return
    try:
        for move in moves:
            move(sitting.table)
            outcome.tried.append(sitting.table.record)
            if sitting.table.trouble:
                outcome.said.append(sitting.table.trouble)
            else:
                outcome.called_saved = len(outcome.tried) - 1
                called(outcome.called_saved)
    finally:
        sitting.leave()


def lost(save: Path, tried: list[Record], called_saved: int) -> tuple[str, ...]:
    """Return what is wrong with *save* when the state *called_saved* of those *tried* was called so."""
    seal = seal_of(save)
    check = check_save(save, seal)
    if not check.ok:
        return (f"damaged: {check.note}",)
    record = read_save(save, seal).record
    if record in tried[called_saved:]:
        return () if seal is PLAIN else tuple(told_plainly(save.parent))
    return ("lost: an older state is there",) if record in tried else ("invented: nobody played that",)
