"""Which of the two faces is shown, and how the screens are opened."""

import gc
import os
import sys

from game.cli.naming import known_one
from game.cli.telling import narrate
from game.cli.wish import Wish
from game.files.paths import Home
from game.words import say

_ESCAPE = "25"
"""Milliseconds in which the rest of a key that begins with Escape comes; a slow line may ask for more."""
TYPE_CHECKING = False
if TYPE_CHECKING:
    from game.ui.start import Start


def wants_lines(arguments: Wish) -> bool:
    """Return whether to speak in lines: when asked to, and wherever screens would hang or be garbled."""
    is_terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return bool(arguments.plain) or not is_terminal or os.environ.get("TERM") == "dumb"


def see_to_theme(home: Home, arguments: Wish) -> None:
    """Raise WrongUse for colours that are none, also where lines have no use for them."""
    if arguments.theme and wants_lines(arguments):
        from game.ui.app import TurnToward  # lines do without it wherever no colours are named

        known_one(arguments.theme, TurnToward(home).available_themes)


def on_screens(home: Home, arguments: Wish, start: "Start | None") -> bool:
    """Open the screens of *home*, and return whether all that was played is kept."""
    if not os.environ.get("NO_COLOR", "unset"):
        del os.environ["NO_COLOR"]  # Textual takes an empty one for a wish
    os.environ.setdefault("ESCDELAY", _ESCAPE)
    hurry()
    # The command line without screens does without Textual.
    from game.ui.app import TurnToward

    app = TurnToward(home, motion=arguments.motion or "", start=start)
    if arguments.theme:
        app.dress(known_one(arguments.theme, app.available_themes))
    app.leave_on_signals()
    app.run()
    unsaved = (say("line.left.unsaved", problem=app.unsaved),) if app.unsaved else ()
    narrate(*app.moved, *unsaved)
    return not (app.return_code or unsaved)


def hurry() -> None:
    """Do without what only delays the first frame: the collector until then, and for good what nets need."""
    gc.disable()
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]  # asyncio knows how to be without it
