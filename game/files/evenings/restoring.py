"""Going back to an older state of an evening. What was there is put by, and can come back the same way."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from game.engine.record import BrokenStory, Record, replay
from game.engine.state import Aside
from game.files.evenings.archive import UnknownEvening
from game.files.evenings.folder import copies_of, copy_name, free_copy
from game.files.evenings.generations import generations, kept_when
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import BrokenSave, read_state, write_generation
from game.files.paths import Home
from game.files.problems import nearest, save_problem, shortened
from game.files.seal import PLAIN, Seal
from game.words import say
from game.words.text import plain_text


class UnknownState(UnknownEvening):
    """A name that no older state of an evening, or more than one, begins with."""


@dataclass(frozen=True, slots=True)
class State:
    """A state of an evening that one can go back to."""

    name: str
    """How one calls it: the number of its last closed card, or what the name of a copy ends with."""
    path: Path
    cards: int
    """Closed cards."""
    when: datetime
    problem: str = ""
    """Why it cannot be read; empty where it can, and where nobody has tried."""


def states(path: Path, seal: Seal = PLAIN) -> tuple[State, ...]:
    """Return what one can go back to in the evening at *path*: generations, newest first, then copies."""
    older = (State(str(each.cards), each.path, each.cards, each.when) for each in generations(path))
    copies = ((copy, kept_when(copy)) for copy in copies_of(path))
    return (*older, *(_copy(copy, when, seal) for copy, when in copies if when))


def find_state(path: Path, name: str, seal: Seal = PLAIN) -> State:
    """Return the state of the evening at *path* that *name* is, or alone begins; else raise UnknownState."""
    every = {state.name: state for state in states(path, seal)}
    fitting = [name] if name in every else [each for each in every if name and each.startswith(name)]
    if len(fitting) == 1:
        return every[fitting[0]]
    known = ", ".join(every) or say("restore.nothing")
    near = nearest(name, every)
    key = "restore.unknown.near" if near and not fitting else "restore.unknown"
    raise UnknownState(say(key, found=shortened(name), near=near, known=known))


def restore(home: Home, id: str, state: State) -> Path | None:
    """Let the evening *id* stand at *state*; return where the state before is put by, if it could be read.

    Raise BrokenSave when *state* cannot be read, AlreadyOpen when another window has the evening, and
    SaveProblem when it cannot be written.
    """
    wanted = read_state(state.path, home.seal).record
    keeper = Keeper(home, id, anew=True)
    try:
        put_by = None
        if keeper.found:
            wanted = _knowing(wanted, keeper.found.record.aside)
            put_by = _put_by(keeper.path, keeper.found.record, home.seal)
        keeper.keep(wanted)
    finally:
        keeper.close()
    return put_by


def state_line(state: State) -> str:
    """Return what there is to know of *state* before one goes back to it."""
    if state.problem:
        return say("restore.bad-copy", name=state.name, problem=state.problem)
    key = "restore.state" if state.name.isdecimal() else "restore.copy"
    return say(key, cards=state.cards, when=f"{state.when:%Y-%m-%d %H:%M}", name=state.name)


def restored_line(id: str, state: State, put_by: Path | None) -> str:
    """Return what to say once the evening *id* stands at *state*."""
    key = "restore.done.put-by" if put_by else "restore.done"
    return say(key, id=id, cards=state.cards, name=copy_name(put_by) if put_by else "")


def _put_by(path: Path, record: Record, seal: Seal) -> Path:
    copy = free_copy(path)
    try:
        write_generation(copy, record.untold(), len(replay(record).closed), seal)
    except OSError as error:
        raise save_problem(copy, error) from error
    return copy


def _knowing(record: Record, aside: Aside) -> Record:
    """Return *record* with what must not come again; a record that cannot be told so stays as it is."""
    knowing = record.knowing(aside)
    try:
        replay(knowing)
    except BrokenStory:
        return record
    return knowing


def _copy(path: Path, when: datetime, seal: Seal) -> State:
    name = plain_text(copy_name(path))
    state = State(say("restore.numbered", number=name) if name.isdecimal() else name, path, 0, when)
    try:
        return replace(state, cards=len(read_state(path, seal).evening.closed))
    except BrokenSave as broken:
        return replace(state, problem=str(broken.problem))
