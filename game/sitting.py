"""A sitting: a table opened with its files, for a new evening or one that goes on."""

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from game.engine.cards import Deck
from game.engine.laying import lay, pile
from game.engine.names import tidy
from game.engine.record import Record
from game.engine.scoring import NO_LIGHTS, Sky
from game.files.config import change_config, read_config
from game.files.decks.shelf import read_shelf
from game.files.evenings.archive import UnknownEvening, before, find_evening, new_id
from game.files.evenings.folder import evening_path, leftovers_of
from game.files.evenings.keeper import Keeper
from game.files.locks.locking import carry_lock
from game.files.paths import Home, HomeProblem, find_home, open_home
from game.files.problems import SaveProblem, reason, shortened
from game.pile import Memory
from game.table import Table
from game.words import say
from game.words.text import plain_text


@dataclass(slots=True)
class Sitting:
    """A table, the keeper of its evening, and the home that both live in."""

    home: Home
    table: Table
    keeper: Keeper
    sky_before: Sky
    """The lights of this pair's other evenings."""
    shelf: tuple[str, ...]
    """The names of their whole skies from those evenings."""
    score: str
    """How the lights are shown: as a sky, or as the warmth of a hearth."""
    moved: str = ""
    """Where the evening is kept instead, and how it is opened there; empty while it is in its home."""
    _never: set[str] = field(default_factory=set)
    """The ids of the cards that were put away for good in this sitting."""
    _undone: dict[Record, str] = field(default_factory=dict)
    """Which of them undo has brought back, by what redo comes to."""

    @property
    def id(self) -> str:
        """The evening's name, as `resume` takes it."""
        return self.keeper.id

    @property
    def sky(self) -> Sky:
        """The pair's sky, tonight's lights included."""
        return self.sky_before + self.table.evening.lights

    @property
    def command(self) -> str:
        """What resumes the evening from the command line, in the home that was given there."""
        given = ("--home", str(self.home.root)) if self.home.is_given else ()
        return plain_text(shlex.join(("turn-toward", "resume", *given)))

    def never_again(self) -> None:
        """Swap the card for good, in every evening of this home."""
        self._put_away(self.table.never_again())

    def undo(self) -> None:
        """Take the last move back; a card that was put away for good in this sitting may come again."""
        left = self.table.record
        self.table.undo()
        if (card := self.table.evening.card) and card.id in self._never:
            self._undone[left] = card.id
            self._never.remove(card.id)
            self.table.let_come(card.id)
            self._set_never(lambda never: never - {card.id})

    def redo(self) -> None:
        """Do again what undo took back, also for good."""
        self.table.redo()
        if card := self._undone.pop(self.table.record, ""):
            self.table.put_away(card)
            self._put_away(card)

    def _put_away(self, card: str) -> None:
        self._never.add(card)
        self._set_never(lambda never: never | {card})

    def _set_never(self, change: Callable[[set[str]], set[str]]) -> None:
        try:
            change_config(
                self.home.config,
                lambda config: replace(config, never=tuple(sorted(change(set(config.never))))),
            )
        except OSError as error:
            self.table.note = say("problem.config.keep", reason=reason(error))

    def keep_elsewhere(self, folder: str) -> str:
        """Keep the evening in *folder* from now on, a home of its own; return where it is and how to open it.

        Raise Trouble, with everything as it was, when it cannot be kept there either.
        """
        keeper = _elsewhere(self.home, self.keeper, folder)
        try:
            keeper.keep(self.table.record)
        except SaveProblem:
            keeper.close()
            raise
        self.keeper.close()
        self.keeper = keeper
        self.table.keep_safe(keeper.keep)
        root = keeper.path.parent.parent
        command = f"turn-toward resume --home {shlex.quote(str(root))} {keeper.id}"
        self.moved = say("elsewhere.done", path=plain_text(str(keeper.path)), command=plain_text(command))
        return self.moved

    def leave(self) -> None:
        """Let the evening go, so that another window may open it; what is not kept is tried a last time."""
        self.table.rise()
        if not self.table.is_kept:
            self.table.keep_safe()
        self.keeper.close()


def begin(
    home: Home,
    names: tuple[str, str],
    shape: str,
    chosen: Sequence[str] = (),
    seed: int | None = None,
    away: Sequence[str] = (),
) -> Sitting:
    """Open a new evening; raise HomeProblem or SaveProblem when nothing could be kept there.

    *chosen* are ids of decks, *away* those put away for tonight; *seed* fixes the deal, for which earlier
    evenings count no more.
    """
    open_home(home)
    decks = read_shelf(home).decks
    pair = (tidy(names[0]), tidy(names[1]))
    past = before(home, pair)
    setting = replace(
        lay(pair, shape, chosen, decks, away),
        promise=past.promise,
        promised=past.promised,
        mended_before=past.mended_before and seed is None,
        returning=past.returning if seed is None else (),
        # A pair that warms at one hearth has no sky to name.
        sky=past.lights if read_config(home.config)[0].score == "sky" else NO_LIGHTS,
    )
    keeper = Keeper(home, new_id(home, date.today()))
    sitting = _seated(home, Record(setting), keeper, decks, seed)
    if past.kept and seed is None:
        sitting.table.note = say("care.kept-last", text=past.kept)
    return sitting


def resume(home: Home, beginning: str, seed: int | None = None) -> Sitting:
    """Open a saved evening at the very step it was left at.

    With the *seed* it was begun with it is dealt on as if it had never stopped. Raise UnknownEvening,
    BrokenSave or AlreadyOpen, each with a sentence.
    """
    keeper = Keeper(home, find_evening(home, beginning).id)
    if keeper.found is None:
        keeper.close()
        raise UnknownEvening(say("problem.save.unknown", found=beginning))
    sitting = _seated(home, keeper.found.record, keeper, read_shelf(home).decks, seed)
    sitting.table.note = keeper.found.note
    return sitting


def _elsewhere(home: Home, keeper: Keeper, folder: str) -> Keeper:
    """Return a keeper of the same evening in *folder*, which counts on from the one before."""
    try:
        place = find_home(Path(plain_text(folder)))
    except RuntimeError as error:
        # The name after a tilde is nobody's on this machine.
        raise HomeProblem(say("elsewhere.nobody", folder=shortened(folder))) from error
    if place.saves == keeper.path.parent:
        raise HomeProblem(say("elsewhere.same"))
    open_home(place)
    place = carry_lock(home, place)
    id = keeper.id
    if any(leftovers_of(evening_path(place, id))):
        id = new_id(place, date.fromisoformat(id[: len("2026-11-22")]))
    moved = Keeper(place, id)
    moved.saved = keeper.saved
    return moved


def _seated(home: Home, record: Record, keeper: Keeper, decks: Sequence[Deck], seed: int | None) -> Sitting:
    config, _ = read_config(home.config)
    past = before(home, record.setting.names, but=keeper.id)
    memory = Memory(past.seen if seed is None else frozenset(), frozenset(config.never))
    table = Table(record, pile(record.setting, decks), keeper.keep, seed, memory)
    return Sitting(home, table, keeper, past.lights, past.shelf, config.score)
