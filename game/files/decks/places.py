"""Where in a deck file each thing stands, for the one who has to mend it. Looked up only when asked."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from game.files.lines import Block, blocks, entries
from game.files.problems import Problem, shortened
from game.words import say

COVER, CARD = "deck", "card"
"""The two tables of a deck file."""


class Places:
    """The lines of one deck file. Card 0 is the cover, cards count from 1."""

    def __init__(self, path: Path, text: str, cards: int) -> None:
        """Take the *text* of the file at *path*, which has so many *cards*."""
        self._path = path
        self._text = text
        self._count = cards

    def line(self, card: int, key: str = "") -> int | None:
        """Return the line of a *key*, or without one of the header; None where it is not certain."""
        return (self._cards[card - 1] if card else self._cover).get(key)

    def problem(self, sentence: str, key: str = "", card: int = 0) -> Problem:
        """Return a problem at its key's line, else the header's, else told by the number of the card."""
        line = self.line(card, key) or self.line(card)
        number = say("problem.card", number=card) if card and line is None else ""
        return Problem(self._path, sentence, line, ", ".join(filter(None, (number, shortened(key)))))

    def problem_at_large(self, sentence: str, key: str = "") -> Problem:
        """Return a problem that belongs neither to the cover nor to a card."""
        return Problem(self._path, sentence, self._top.get(key), shortened(key))

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return blocks(self._text)

    @cached_property
    def _top(self) -> Mapping[str, int]:
        """The first line of each table and of each key above all tables."""
        tables = {block.name.split(".")[0]: block.line for block in reversed(self._blocks[1:])}
        return {**tables, **self._blocks[0].keys}

    @cached_property
    def _cover(self) -> Mapping[str, int]:
        return next(({"": each.line, **each.keys} for each in self._blocks if each.name == COVER), {})

    @cached_property
    def _cards(self) -> tuple[Mapping[str, int], ...]:
        """Cards that are written in another way than as [[card]] have no certain lines."""
        found = entries(self._blocks, CARD)
        return found if len(found) == self._count else ({},) * self._count
