"""Discretion: what breaks, or is left behind, tells nothing of what the two say to each other."""

import os
import sys
from functools import partial
from types import TracebackType

from game.words import say

TYPE_CHECKING = False  # typing would take longer to load than all that --help needs
if TYPE_CHECKING:
    from game.files.paths import Home

_TELLTALE = ("TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_LOG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT")
"""With these Textual writes every key to a file, or takes pictures, for people who write programs."""


def tell_crashes(home: "Home | None" = None) -> None:
    """Let a crash say one kind sentence and where it was, with a report in *home* once that is known.

    Python's own printer shows messages, and others the values of names; either may be what somebody said.
    """
    sys.excepthook = partial(_tell, home)


def be_discreet(home: "Home") -> None:
    """Leave no trace of an evening in *home* but its save: no traceback, no log, no core file."""
    import logging  # only an evening needs these
    import threading

    from game.files.locks.locksmith import leave_no_core

    tell_crashes(home)
    threading.excepthook = lambda broken: _tell(home, broken.exc_type, broken.exc_value, None)
    sys.unraisablehook = lambda _: None  # what cannot be raised shows what it was doing it to
    logging.getLogger("asyncio").addHandler(logging.NullHandler())
    for name in _TELLTALE:
        os.environ.pop(name, None)
    leave_no_core()


def _tell(
    home: "Home | None", kind: type[BaseException], error: BaseException | None, _: TracebackType | None
) -> None:
    from game.cli.telling import narrate
    from game.files.crash import crash_lines

    narrate("", *crash_lines(home, error) if error else (say("crash.nowhere", kind=kind.__name__),))
