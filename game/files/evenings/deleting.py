"""Taking an evening away for good: every state and text of it, and no file that somebody else has made."""

from dataclasses import dataclass
from pathlib import Path

from game.files.atomic import forget
from game.files.evenings.archive import EveningEntry
from game.files.evenings.folder import evening_path, is_own, leftovers_of, lock_path, text_path
from game.files.evenings.keeper import lock_evening
from game.files.paths import Home
from game.files.problems import SaveProblem, reason
from game.files.seal import sealed_path
from game.words import say
from game.words.text import plain_text


@dataclass(frozen=True, slots=True)
class Gone:
    """What became of the files of an evening."""

    files: int
    """Files that were removed."""
    left: tuple[Path, ...] = ()
    """Files that bear its name and that the game has not made, so they are still there."""


def delete_evening(home: Home, id: str) -> Gone:
    """Remove the evening *id* with all its generations, and what was written down beside it, for good.

    Raise AlreadyOpen when another window has it, and SaveProblem when something could not be removed.
    """
    path, lock = evening_path(home, id), lock_evening(home, id)
    try:
        every = [each for each in leftovers_of(path) if each != lock_path(home, id)]
        own = [each for each in every if is_own(each, id)]
        # The newest state goes last: until then the evening is in the list, and can be deleted again.
        for each in sorted(own, key=lambda each: each == path):
            _forget(each)
    finally:
        lock.release()
    _forget(lock_path(home, id))
    return Gone(len(own), tuple(each for each in every if each not in own))


def delete_question(entry: EveningEntry) -> str:
    """Return the question that stands before an evening is deleted."""
    key = "delete.ask" if all(entry.names) else "delete.ask.unread"
    ask = say(key, id=entry.id, first=entry.names[0], second=entry.names[1])
    text = text_path(entry.path)
    there = next((each for each in (text, sealed_path(text)) if each.exists()), None)
    return f"{ask} {say('delete.ask.text', name=there.name)}" if there else ask


def gone_lines(id: str, gone: Gone) -> tuple[str, ...]:
    """Return what to say once the evening *id* is deleted."""
    names = ", ".join(plain_text(path.name) for path in gone.left)
    left = (say("delete.left", names=names),) if names else ()
    done = say("delete.done.one" if gone.files == 1 else "delete.done", id=id, files=gone.files)
    return (done, *left)


def _forget(path: Path) -> None:
    try:
        forget(path)
    except OSError as error:
        raise SaveProblem(say("delete.refused", path=plain_text(str(path)), reason=reason(error))) from error
