"""The pen of a deck: one window at a time writes on it, and no other takes what that has not saved."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from game.files.problems import Trouble
from game.words import say
from game.words.text import plain_text


class OpenElsewhere(Trouble):
    """A deck that another window writes on."""


@contextmanager
def pen_of(path: Path) -> Iterator[None]:
    """Hold the pen of the deck at *path*, which a crash lets go; raise OpenElsewhere when another has it.

    Where no file can be locked beside the deck, each window writes as if it were alone.
    """
    pen = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, mode=0o600, thread_local=False)
    try:
        pen.acquire()
    except Timeout as error:
        raise OpenElsewhere(say("editor.open-elsewhere", path=plain_text(path.name))) from error
    except (OSError, NotImplementedError):
        pass  # mostly a folder that takes no unsaved copy either, so that there is nothing to mix up
    try:
        yield
    finally:
        with suppress(OSError):
            pen.release()
