"""What a reader of another program's file comes upon, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Find:
    """A card as the file has it: the line it starts on, and what is said of it by a deck file's keys."""

    line: int
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Left:
    """Something that is not taken, or not whole: the line, and a sentence that says why."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the file says about the deck as a whole. An empty text says nothing."""

    line: int
    title: str = ""
    purpose: str = ""


Found: TypeAlias = Iterator[Find | Left | Head]


class Unusable(ValueError):
    """A file that nothing can be taken from. The message is a sentence that says why."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line
