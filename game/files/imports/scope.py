"""Under which headings a line stands: how deep, and in which corner of the subject."""

import re
from collections.abc import Iterable
from typing import Any

from game.engine.cards import DEEPEST
from game.words import say

_DEPTHS = frozenset(range(1, DEEPEST + 1))
_DASH = "[–—-]"
_NAMED = re.compile(
    rf"(?P<name>[^\W\d_]+)\s+(?P<number>\d{{1,3}})(?:\s*$|\s*[:.)]\s*|\s+{_DASH}\s+)(?P<rest>.*)"
)
_BARE = re.compile(rf"(?P<number>\d{{1,3}})(?:\s*$|\s*[:.)](?:\s+|$)|\s+{_DASH}\s+)(?P<rest>.*)")


class Scope:
    """The headings that are open above a line, as they come along.

    A heading is a depth when it is a number from 1 to 4, alone or before a name, or a depth's own name; any
    other is an angle. Where numbers go higher than 4 they count chapters, and none of them is a depth.
    """

    def __init__(self, headings: Iterable[str] = ()) -> None:
        """Take every heading that will come, to see whether their numbers can be depths."""
        numbers = {number for number, _ in map(_numbered, headings) if number is not None}
        self._has_depths = numbers <= _DEPTHS
        self._open: list[tuple[int, int, str]] = []

    def enter(self, level: int, heading: str) -> None:
        """Close every heading of this *level* and of the levels inside it, and open *heading*."""
        self.leave(level)
        depth, angle = self.marks_of(heading)
        self._open.append((level, depth, angle))

    def leave(self, level: int) -> None:
        """Close every heading of this *level* and of the levels inside it."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()

    def marks(self) -> dict[str, Any]:
        """Return what the open headings say of a card, by a deck file's keys; the innermost has its way."""
        depth = next((depth for _, depth, _ in reversed(self._open) if depth), 0)
        angle = next((angle for _, _, angle in reversed(self._open) if angle), "")
        return _said(depth, angle)

    def marks_under(self, heading: str) -> dict[str, Any]:
        """Return what *heading* alone says of a card."""
        return _said(*self.marks_of(heading))

    def is_too_deep(self, heading: str) -> bool:
        """Return whether *heading* would be a depth if there were fewer of them, as "Level 7" would."""
        return not self._has_depths and bool(_NAMED.fullmatch(heading)) and _numbered(heading)[0] is not None

    def marks_of(self, heading: str) -> tuple[int, str]:
        """Return the depth and the angle that *heading* names; 0 or nothing where it names none."""
        name = heading.strip().rstrip(":").rstrip()
        number, rest = _numbered(name)
        if number is None:
            depth = depth_of_word(name)
            return (depth, "") if depth else (0, name)
        if not self._has_depths or number not in _DEPTHS:
            return 0, name if _NAMED.fullmatch(name) else rest or name
        return number, "" if depth_of_word(rest) == number else rest


def depth_of_word(word: str) -> int:
    """Return the depth whose name is *word*, or 0."""
    names = {say(f"depth.{depth}"): depth for depth in _DEPTHS}
    return names.get(word.strip().casefold(), 0)


def _numbered(heading: str) -> tuple[int | None, str]:
    """Return the number that *heading* begins with, as in "2: Open" or "Level 2", and what follows it."""
    name = heading.strip().rstrip(":").rstrip()
    if found := _NAMED.fullmatch(name):
        if found["name"].casefold() not in say("exchange.words.depth").split(", "):
            return None, name
    elif not (found := _BARE.fullmatch(name)):
        return None, name
    return int(found["number"]), found["rest"].strip()


def _said(depth: int, angle: str) -> dict[str, Any]:
    return {**({"depth": depth} if depth else {}), **({"angle": angle} if angle else {})}
