"""The folder of evenings: what is in it, and the one evening that is open for writing."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from game.engine.cards import Part
from game.engine.plan import SHAPES
from game.engine.record import Record, replay
from game.engine.scoring import NO_LIGHTS, Sky
from game.engine.state import Evening
from game.files.atomic import sweep
from game.files.paths import Home
from game.files.problems import Problem, SaveProblem, Trouble, nearest, reason, shortened
from game.files.savefile import BrokenSave, Saved, read_save, write_save
from game.words import say
from game.words.text import plain_text

REMEMBERED = 10
"""Evenings whose cards come again only when nothing else suits."""
OFFERED = 12
"""Evenings among which an unfinished one is looked for; older ones are in the list."""
_ID = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)")


class UnknownEvening(Trouble):
    """A name that no evening, or more than one, begins with."""


class AlreadyOpen(Trouble):
    """An evening that another program is writing."""


@dataclass(frozen=True, slots=True)
class EveningEntry:
    """One evening in the list, or one file that stands for none."""

    id: str
    path: Path
    names: tuple[str, str] = ("", "")
    shape: str = ""
    played: int = 0
    """Closed cards."""
    cards: int = 0
    """Cards of a whole evening of its shape."""
    closed: bool = False
    problem: Problem | None = None
    """Why it cannot be played; the file is kept as it is."""
    note: str = ""
    """What was lost, when only an earlier state can be read."""


@dataclass(frozen=True, slots=True)
class Past:
    """What two people bring from their earlier evenings."""

    seen: frozenset[str] = frozenset()
    """Ids of cards from their last evenings."""
    promise: str = ""
    """The small thing for the week that their newest closed evening ended with."""
    mended_before: bool = False
    lights: Sky = NO_LIGHTS


def list_evenings(home: Home) -> tuple[EveningEntry, ...]:
    """Return every evening, newest first, and every file that looks like one; no bad file raises anything."""
    return (*_folder_entry(home), *(_entry(path) for path in _paths(home)))


def newest_unfinished(home: Home) -> EveningEntry | None:
    """Return the newest evening that is not over, or None when the last few all are."""
    entries = (_entry(path) for path in _evening_paths(home)[:OFFERED])
    return next((entry for entry in entries if not entry.closed and not entry.problem), None)


def find_evening(home: Home, beginning: str) -> EveningEntry:
    """Return the evening whose id is, or alone begins with, *beginning*; else raise UnknownEvening."""
    paths = {path.stem: path for path in _paths(home)}
    started = [id for id in paths if beginning and id.startswith(beginning) and _ID.fullmatch(id)]
    fitting = [beginning] if beginning in paths else started
    if len(fitting) == 1:
        return _entry(paths[fitting[0]])
    name = shortened(beginning)
    if fitting:
        raise UnknownEvening(say("problem.save.several", found=name, several=", ".join(fitting)))
    near = nearest(beginning, paths)
    key = "problem.save.unknown.near" if near else "problem.save.unknown"
    raise UnknownEvening(say(key, found=name, near=shortened(near or "")))


def new_id(home: Home, day: date) -> str:
    """Return an id for a new evening on *day* that nobody else gets; raise SaveProblem if there is none."""
    known = filter(None, (_ID.match(path.name.lstrip(".")) for path in _each(home)))
    number = 1 + max((int(match[2]) for match in known if match[1] == day.isoformat()), default=0)
    while True:
        id = f"{day}-{number}"
        try:
            # Whoever makes the lock file has the id.
            os.close(os.open(_lock_path(home, id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        except OSError as error:
            raise _save_problem(home.saves, error) from error
        else:
            return id


def before(home: Home, names: tuple[str, str], but: str = "") -> Past:
    """Return what the two called *names*, in either order, bring from their evenings other than *but*."""
    played = [evening for id, evening in _played(home, names) if id != but]
    closed = next((evening for evening in played if evening.is_closed), None)
    promises = [kept.text for kept in closed.kept if kept.what == "week"] if closed else []
    return Past(
        seen=frozenset(id for evening in played[:REMEMBERED] for id in _seen(evening)),
        promise=promises[-1] if promises else "",
        mended_before=any(card.part is Part.RECEIVE for evening in played for card in evening.mended),
        lights=sum((evening.lights for evening in played), start=NO_LIGHTS),
    )


class Keeper:
    """The open evening, which no other program can write meanwhile. Every record it has taken is durable."""

    def __init__(self, home: Home, id: str) -> None:
        """Open the evening *id*, new or saved before.

        Raise AlreadyOpen when another program has it, BrokenSave when it is there and cannot be read, and
        SaveProblem when it cannot be written.
        """
        self.id = id
        self.path = home.saves / f"{id}.toml"
        self.found: Saved | None = None
        """The evening as it was saved before."""
        self.saved = 0
        """The number of the last durable save."""
        self._kept: Record | None = None
        self._lock = FileLock(_lock_path(home, id), timeout=0, mode=0o600, thread_local=False)
        self._take_lock()
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def keep(self, record: Record) -> None:
        """Save *record* durably; raise SaveProblem, with the last save still whole, when that fails."""
        number = self.saved + 1
        try:
            write_save(self.path, record, number, forgetting=self._takes_back(record))
        except OSError as error:
            raise _save_problem(self.path, error) from error
        self.saved, self._kept = number, record

    def close(self) -> None:
        """Let others write the evening."""
        self._lock.release()

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise AlreadyOpen(say("problem.save.open-elsewhere", evening=self.id)) from error
        except (OSError, NotImplementedError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise SaveProblem(say("problem.save.lock", evening=self.id, reason=why)) from error

    def _open(self) -> None:
        """Read what is there, and bring both generations to it."""
        try:
            sweep(self.path)
            if not os.path.lexists(self.path):
                return
            self.found = read_save(self.path)
            if self.found.note:
                _set_aside(self.path)
            # A crash may have come between the two writes of a move that takes something back.
            write_save(self.path, self.found.record, self.found.number, forgetting=True)
        except OSError as error:
            raise _save_problem(self.path, error) from error
        self.saved, self._kept = self.found.number, self.found.record

    def _takes_back(self, record: Record) -> bool:
        """Return whether *record* is not the last one with moves added: after a swap, an undo, a vote."""
        if self._kept is None:
            return False
        return record.aside != self._kept.aside or record.moves[: len(self._kept.moves)] != self._kept.moves


def _set_aside(path: Path) -> None:
    """Give a damaged save a second name, which nothing ever writes to."""
    number = 1
    while True:
        with suppress(FileExistsError):
            path.with_name(f"{path.stem}.damaged-{number}.toml").hardlink_to(path)
            return
        number += 1


def _entry(path: Path) -> EveningEntry:
    id = plain_text(path.stem)
    try:
        saved = read_save(path)
    except BrokenSave as broken:
        return EveningEntry(id, path, problem=broken.problem)
    setting, evening = saved.record.setting, replay(saved.record)
    return EveningEntry(
        id=id,
        path=path,
        names=setting.names,
        shape=setting.shape,
        played=len(evening.closed),
        cards=SHAPES[setting.shape].cards,
        closed=evening.is_closed,
        problem=None if _ID.fullmatch(path.stem) else Problem(path, say("problem.save.copy")),
        note=saved.note,
    )


def _played(home: Home, names: tuple[str, str]) -> Iterator[tuple[str, Evening]]:
    """Yield the evenings of two people that can be read, newest first."""
    two = {name.casefold() for name in names}
    for path in _evening_paths(home):
        with suppress(BrokenSave):
            record = read_save(path).record
            if {name.casefold() for name in record.setting.names} == two:
                yield path.stem, replay(record)


def _seen(evening: Evening) -> tuple[str, ...]:
    on_table = (evening.card,) if evening.card else ()
    return (*(card.id for card in (*evening.closed, *evening.mended, *on_table)), *evening.aside.cards)


def _evening_paths(home: Home) -> list[Path]:
    return [path for path in _paths(home) if _ID.fullmatch(path.stem)]


def _paths(home: Home) -> list[Path]:
    """Return every file that may be an evening: newest first, copies right after what they are copies of."""
    paths = (path for path in _each(home) if path.suffix == ".toml" and path.name[0] != ".")
    return sorted(sorted(paths), key=_age, reverse=True)


def _age(path: Path) -> tuple[str, int, bool]:
    found = _ID.match(path.stem)
    return (found[1], int(found[2]), found[0] == path.stem) if found else ("", 0, False)


def _each(home: Home) -> list[Path]:
    try:
        return list(home.saves.iterdir())
    except OSError:
        return []  # the list of evenings tells why


def _folder_entry(home: Home) -> tuple[EveningEntry, ...]:
    """Return an entry that says why the folder cannot be listed, if it is there and cannot."""
    try:
        os.scandir(home.saves).close()
    except FileNotFoundError:
        return ()
    except OSError as error:
        problem = Problem(home.saves, say("problem.save.folder", reason=reason(error)))
        return (EveningEntry(home.saves.name, home.saves, problem=problem),)
    return ()


def _lock_path(home: Home, id: str) -> Path:
    return home.saves / f"{id}.lock"


def _save_problem(path: Path, error: OSError) -> SaveProblem:
    return SaveProblem(say("problem.save.keep", path=plain_text(str(path)), reason=reason(error)))
