"""The door of plain mode: go on with an evening, begin a new one, or leave again."""

from collections.abc import Callable

from game.engine.account import look
from game.files.decks.shelf import read_shelf
from game.files.evenings.archive import OFFERED, find_evening, line_about, newest_unfinished
from game.files.evenings.keeper import AlreadyOpen
from game.files.evenings.savefile import read_save
from game.files.paths import Home, open_home
from game.plain.asking import Asking, Leaving
from game.plain.laying import Laid, lay_table
from game.plain.play import play_plain
from game.plain.reply import Taken, Wish, numbered
from game.sitting import Sitting, begin, resume
from game.words import say


def open_door(home: Home, asking: Asking, seed: int | None = None) -> bool:
    """Offer what can be played in *home*; return whether all that was played is kept.

    An evening that another window plays can be looked at, and then another can be chosen.
    """
    try:
        while True:
            try:
                reply = asking.choose(lambda: (say("home.line"),), numbered(_menu(home)))
                match reply:
                    case Taken("leave"):
                        return True
                    case Taken("new"):
                        return begin_plain(home, asking, Laid(), seed)
                    case Taken(evening):
                        return resume_plain(home, asking, evening, seed)
                    case Wish():
                        asking.news = (say("line.later"),)
            except AlreadyOpen as told:
                asking.news = (str(told),)
    except (Leaving, EOFError, KeyboardInterrupt):
        return True


def begin_plain(home: Home, asking: Asking, laid: Laid, seed: int | None = None) -> bool:
    """Begin an evening, asking for what *laid* leaves open; return whether all of it is kept.

    Raise HomeProblem, before anything is asked, when nothing could be kept in *home*.
    """
    open_home(home)
    try:
        laid = lay_table(asking, read_shelf(home), laid)
    except (Leaving, EOFError, KeyboardInterrupt):
        return True
    return _played(asking, lambda: begin(home, laid.names, laid.shape, laid.decks or (), seed, laid.away))


def resume_plain(home: Home, asking: Asking, evening: str, seed: int | None = None) -> bool:
    """Go on with *evening*, by its id; return whether all of it is kept.

    Raise UnknownEvening, BrokenSave or AlreadyOpen; what another window plays is shown before.
    """
    open_home(home)
    try:
        return _played(asking, lambda: resume(home, evening, seed))
    except AlreadyOpen:
        saved = read_save(find_evening(home, evening).path, home.seal)
        asking.voice.tell(say("look.only"), *look(saved.evening), saved.note)
        raise


def _played(asking: Asking, opened: Callable[[], Sitting]) -> bool:
    sitting = opened()
    try:
        return play_plain(sitting, asking)
    finally:
        sitting.leave()


def _menu(home: Home) -> tuple[tuple[str, str], ...]:
    entry = newest_unfinished(home, OFFERED)
    rest = (("new", say("home.new")), ("leave", say("home.leave")))
    if entry is None:
        return rest
    return ((entry.id, say("home.resume", evening=line_about(entry))), *rest)
