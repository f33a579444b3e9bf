"""A problem with a file: where it is, what was found, and what would be right."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.words import first_said, say
from game.words.text import plain_text

SHOWN = 40
"""Letters of a found value that are shown."""
_HUGE = 10**18


class Trouble(ValueError):
    """Something that stops one thing and nothing else. The message is a sentence for the two at the table."""


class SaveProblem(Trouble):
    """An evening that could not be saved: where, and why."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file. A line that is not known for sure is None."""

    path: Path
    sentence: str
    line: int | None = None
    key: str = ""

    def __str__(self) -> str:
        place = plain_text(self.path.name) + (f":{self.line}" if self.line else "")
        return ": ".join(part for part in (place, self.key, self.sentence) if part)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that is spelled most like *word*, or None when none is close."""
    # difflib is needed only when something is wrong, and start-up does without it.
    from difflib import get_close_matches

    close = get_close_matches(word[: 2 * SHOWN], list(known), n=1)
    return close[0] if close else None


def shortened(text: str) -> str:
    """Return *text* fit to show inside a sentence: no codes, one line, at most SHOWN letters."""
    line = " ".join(plain_text(text[: 8 * SHOWN]).split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def found(value: object) -> str:
    """Return a value from a TOML file in a reader's words."""
    if isinstance(value, str):
        return say("problem.found.text", text=shortened(value))
    if isinstance(value, bool):
        return say("problem.found.true" if value else "problem.found.false")
    if isinstance(value, int | float):
        return say("problem.found.huge") if abs(value) >= _HUGE else str(value)
    if isinstance(value, list | dict):
        return say("problem.found.list" if isinstance(value, list) else "problem.found.table")
    return say("problem.found.date")


def reason(error: OSError) -> str:
    """Return why the system refused, in words that fit inside a sentence."""
    code = errno.errorcode.get(error.errno or 0, str(error.errno))
    key = first_said(f"problem.os.{code}")
    return say(key) if key else say("problem.os.other", code=code)


def save_problem(path: Path, error: OSError) -> SaveProblem:
    """Return what to say when the system did not let something be saved at *path*."""
    return SaveProblem(say("problem.save.keep", path=plain_text(str(path)), reason=reason(error)))
