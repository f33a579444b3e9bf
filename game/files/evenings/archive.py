"""The folder of evenings: what is in it, and what two people bring from it."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from game.engine.cards import Part
from game.engine.scoring import NO_LIGHTS, Sky
from game.engine.shapes import SHAPES
from game.engine.state import Evening
from game.files.evenings.folder import (
    evening_paths,
    id_of,
    is_evening,
    previous_of,
    saved_paths,
    take_id,
    why_closed,
)
from game.files.evenings.savefile import BrokenSave, read_save
from game.files.paths import Home
from game.files.problems import Problem, Trouble, nearest, reason, save_problem, shortened
from game.files.seal import Seal
from game.words import say
from game.words.text import plain_text

REMEMBERED = 10
"""Evenings whose cards come again only when nothing else suits."""
RETURN = 3
"""Evenings after which a guess that taught somebody something comes again."""
OFFERED = 12
"""Evenings among which home looks for an unfinished one, as it opens at once; older ones are in the list."""


class UnknownEvening(Trouble):
    """A name that no evening, or more than one, begins with."""


@dataclass(frozen=True, slots=True)
class EveningEntry:
    """One evening in the list, or one file that stands for none."""

    id: str
    path: Path
    names: tuple[str, str] = ("", "")
    """Both empty where the file cannot be read."""
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
    """Whether an apology has ever reached its end."""
    lights: Sky = NO_LIGHTS
    returning: tuple[str, ...] = ()
    """Ids of guesses that were new to one of them RETURN evenings ago or more, sorted."""
    shelf: tuple[str, ...] = ()
    """The names of their whole skies, the oldest first."""
    kept: str = ""
    """The last sentence that they kept in their newest closed evening."""
    promised: int = 0
    """How many of their closed evenings running have kept that same small thing, the newest included."""


@dataclass(frozen=True, slots=True)
class _Gist:
    """What the list, and what the next evening, want to know of one evening."""

    entry: EveningEntry
    seen: tuple[str, ...] = ()
    promise: str = ""
    kept: str = ""
    mended: bool = False
    news: tuple[str, ...] = ()
    lights: Sky = NO_LIGHTS
    skies: tuple[str, ...] = ()


def list_evenings(home: Home) -> tuple[EveningEntry, ...]:
    """Return every evening, newest first, and every file that looks like one; no bad file raises anything."""
    return (*_closed_folder(home), *(_gist(path, home.seal).entry for path in saved_paths(home)))


def newest_unfinished(home: Home, among: int | None = None) -> EveningEntry | None:
    """Return the evening played last that is not over, or None when all are, or the last *among* of them."""
    paths = sorted(evening_paths(home), key=_last_played, reverse=True)
    entries = (_gist(path, home.seal).entry for path in paths[:among])
    return next((entry for entry in entries if not entry.closed and not entry.problem), None)


def _last_played(path: Path) -> int:
    try:
        return _status(path).st_mtime_ns
    except OSError:
        return 0


def line_about(entry: EveningEntry) -> str:
    """Return whose evening *entry* is and how far it has come, for those who may go on with it."""
    first, second = entry.names
    return say("evening.line", first=first, second=second, played=entry.played, cards=entry.cards)


def find_evening(home: Home, beginning: str) -> EveningEntry:
    """Return the evening whose id is, or alone begins with, *beginning*; else raise UnknownEvening."""
    paths = {id_of(path): path for path in saved_paths(home)}
    started = [id for id in paths if beginning and id.startswith(beginning) and is_evening(paths[id])]
    fitting = [beginning] if beginning in paths else started
    if len(fitting) == 1:
        return _gist(paths[fitting[0]], home.seal).entry
    name = shortened(beginning)
    if fitting:
        raise UnknownEvening(say("problem.save.several", found=name, several=", ".join(fitting)))
    near = nearest(beginning, paths)
    key = "problem.save.unknown.near" if near else "problem.save.unknown"
    raise UnknownEvening(say(key, found=name, near=shortened(near or "")))


def new_id(home: Home, day: date) -> str:
    """Return an id for a new evening on *day* that nobody else gets; raise SaveProblem if there is none."""
    try:
        return take_id(home, day)
    except OSError as error:
        raise save_problem(home.saves, error) from error


def before(home: Home, names: tuple[str, str], but: str = "") -> Past:
    """Return what the two called *names*, in either order, bring from their evenings other than *but*."""
    gists = [gist for gist in _of_these_two(home, names) if gist.entry.id != but]
    closed = next((gist for gist in gists if gist.entry.closed), None)
    return Past(
        seen=frozenset(id for gist in gists[:REMEMBERED] for id in gist.seen),
        promise=closed.promise if closed else "",
        kept=closed.kept if closed else "",
        promised=_promised([gist.promise for gist in gists if gist.entry.closed]),
        mended_before=any(gist.mended for gist in gists),
        lights=sum((gist.lights for gist in gists), start=NO_LIGHTS),
        returning=_returning(gists),
        shelf=tuple(name for gist in reversed(gists) for name in gist.skies),
    )


def _promised(promises: Sequence[str]) -> int:
    """Return how often the first of *promises* stands at their beginning, whatever its capitals."""
    same = takewhile(lambda each: each and each.casefold() == promises[0].casefold(), promises)
    return sum(1 for _ in same)


def _returning(gists: Sequence[_Gist]) -> tuple[str, ...]:
    """Return the guesses that come again; for each only the newest evening that had it decides."""
    met, returning = set[str](), set[str]()
    for ago, gist in enumerate(gists, start=1):
        if ago >= RETURN:
            returning |= set(gist.news) - met
        met |= set(gist.seen)
    return tuple(sorted(returning))


def _gist(path: Path, seal: Seal) -> _Gist:
    """Return what is to know of the save at *path*; what it was read for once is not read again."""
    try:
        status = _status(path)
        return _gist_of(path, seal, status.st_mtime_ns, status.st_size, status.st_ino)
    except BrokenSave as broken:
        return _Gist(EveningEntry(plain_text(id_of(path)), path, problem=broken.problem))
    except OSError as error:
        problem = Problem(path, say("problem.file.os", reason=reason(error)))
        return _Gist(EveningEntry(plain_text(id_of(path)), path, problem=problem))


def _status(path: Path) -> os.stat_result:
    """Return the status of what a save is read from: where it is gone, the state before it is still there."""
    try:
        return path.stat()
    except FileNotFoundError:
        return previous_of(path).stat()


@lru_cache(maxsize=4096)
def _gist_of(path: Path, seal: Seal, *_state: int) -> _Gist:
    saved = read_save(path, seal)
    setting, evening = saved.record.setting, saved.evening
    kept = {keep.what: keep.text for keep in evening.kept}
    entry = EveningEntry(
        id=plain_text(id_of(path)),
        path=path,
        names=setting.names,
        shape=setting.shape,
        played=len(evening.closed),
        cards=SHAPES[setting.shape].cards,
        closed=evening.is_closed,
        problem=None if is_evening(path) else Problem(path, say("problem.save.copy")),
        note=saved.note,
    )
    mended = any(card.part is Part.RECEIVE for card in evening.mended)
    return _Gist(
        entry,
        seen=_seen(evening),
        promise=kept.get("week", ""),
        kept=kept.get("sentence", ""),
        mended=mended,
        news=evening.news,
        lights=evening.lights,
        skies=tuple(kept.text for kept in evening.kept if kept.what == "sky"),
    )


def _seen(evening: Evening) -> tuple[str, ...]:
    on_table = (evening.card,) if evening.card else ()
    return (*(card.id for card in (*evening.closed, *evening.mended, *on_table)), *evening.aside.cards)


def _of_these_two(home: Home, names: tuple[str, str]) -> Iterator[_Gist]:
    """Yield the evenings of two people that can be read, newest first."""
    two = {name.casefold() for name in names}
    for path in evening_paths(home):
        gist = _gist(path, home.seal)
        if {name.casefold() for name in gist.entry.names} == two and not gist.entry.problem:
            yield gist


def _closed_folder(home: Home) -> tuple[EveningEntry, ...]:
    """Return an entry that says why the folder cannot be listed, if that is so."""
    error = why_closed(home)
    if error is None:
        return ()
    problem = Problem(home.saves, say("problem.save.folder", reason=reason(error)))
    return (EveningEntry(home.saves.name, home.saves, problem=problem),)
