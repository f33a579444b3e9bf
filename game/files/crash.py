"""A crash told without a word of what was said: which error, where in the code, and nothing that it held.

Not even the message of an error is told: it may repeat what somebody typed.
"""

import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from game import __version__
from game.files.atomic import write_whole
from game.files.paths import Home
from game.files.problems import reason
from game.words import say
from game.words.text import plain_text

NAME = "crash.txt"
"""The report of the newest crash, among the evenings: no folder is more private."""
_MOST_CAUSES, _MOST_FRAMES = 10, 200


def crash_lines(home: Home | None, error: BaseException) -> tuple[str, ...]:
    """Return what is said to the two about *error*, and put a report among the evenings of *home*."""
    return (say("crash.kept"), _place(error), *((_reported(home, error),) if home else ()))


def report(error: BaseException) -> str:
    """Return where in the code *error* came about, without a value, a message or a line of code."""
    system = f"{platform.system()} {platform.machine()}"
    versions = say("crash.versions", version=__version__, python=platform.python_version(), system=system)
    told = (line for cause in _causes(error) for line in (say("crash.because"), *_trace(cause)))
    return "\n".join((say("crash.about"), versions, "", *list(told)[1:], ""))


def _reported(home: Home, error: BaseException) -> str:
    path = home.saves / NAME
    try:
        write_whole(path, report(error).encode())
    except OSError as why:
        return say("crash.no-report", reason=reason(why))
    return say("crash.report", path=plain_text(str(path)))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield *error* and what it came from; Textual keeps that of a worker in `error`."""
    cause: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if cause is None:
            return
        yield cause
        inner = getattr(cause, "error", None)
        cause = inner if isinstance(inner, BaseException) else cause.__cause__ or cause.__context__


def _frames(error: BaseException) -> list[tuple[str, int, str]]:
    """Return module, line and function of each frame, the innermost last."""
    return [
        (_module(frame.f_globals.get("__name__"), frame.f_code.co_filename), line, frame.f_code.co_name)
        for frame, line in walk_tb(error.__traceback__)
    ][-_MOST_FRAMES:]


def _module(name: object, file: str) -> str:
    return name if isinstance(name, str) and name in sys.modules else Path(file).stem


def _place(error: BaseException) -> str:
    """Return which error it was in the end, and the last line of ours on the way there."""
    causes = list(_causes(error))
    kind = type(causes[-1]).__name__
    ours = (frame for cause in causes for frame in reversed(_frames(cause)) if frame[0].startswith("game."))
    module, line, _ = next(ours, ("", 0, ""))
    return say("crash.place" if module else "crash.nowhere", kind=kind, line=line, module=module)


def _trace(error: BaseException) -> Iterator[str]:
    yield say("crash.nowhere", kind=type(error).__name__)
    for module, line, function in _frames(error):
        yield say("crash.frame", module=module, line=line, function=function)
