"""What becomes of what was found: a card that a deck file could hold, or a sentence that says why not."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from game.engine.cards import Card
from game.files.decks.deckcheck import card_problems, check
from game.files.decks.deckmodel import MOST_CARDS, MOST_FOLLOW_UPS, TEXT_LETTERS, CardModel, card_from
from game.files.decks.places import Places
from game.files.imports.finds import Find, Head, Left, Unusable
from game.words import say
from game.words.text import first_unsafe, plain_text

MOST_LEFT = 500
"""Sentences about what was left; nobody reads more at once."""
MOST_FINDS = 5 * MOST_CARDS
"""Things that are looked at in one file."""


class Sieve:
    """What has come through so far, and what has not."""

    def __init__(self, path: Path, deck: str) -> None:
        """Sift what is found in the file at *path* for a deck that will be called *deck*."""
        self.title, self.purpose = "", ""
        self.cards: list[Card] = []
        self.taken: list[tuple[int, str]] = []
        self._deck = deck
        self._places = Places(path, "", 0)
        self._left: list[tuple[int, str]] = []
        self._more = 0
        self._lines: dict[str, int] = {}

    @property
    def left(self) -> tuple[tuple[int, str], ...]:
        """What was not taken, or not whole, line by line; at the end how much more there was."""
        more = [(0, say("exchange.left.more", count=self._more))] if self._more else []
        return (*sorted(self._left, key=lambda left: left[0]), *more)

    def sift(self, found: Iterable[Find | Left | Head]) -> None:
        """Let what was *found* through, piece by piece; raise Unusable when there is no end to it."""
        for number, each in enumerate(found):
            if number == MOST_FINDS:
                raise _too_much()
            if isinstance(each, Left):
                self._leave(each.line, each.sentence)
            elif isinstance(each, Head):
                self._head(each)
            else:
                self._find(each)

    def _leave(self, line: int, sentence: str) -> None:
        if len(self._left) < MOST_LEFT:
            self._left.append((line, sentence))
        else:
            self._more += 1

    def _head(self, head: Head) -> None:
        title, purpose = (
            " ".join(self._plain(head.line, head.title).split()),
            self._plain(head.line, head.purpose),
        )
        if max(len(title), len(purpose)) > TEXT_LETTERS:
            self._leave(head.line, say("exchange.left.head", limit=TEXT_LETTERS))
        else:
            self.title, self.purpose = self.title or title, self.purpose or purpose

    def _find(self, find: Find) -> None:
        table = self._table(find)
        if not table.get("text"):
            self._leave(find.line, say("exchange.left.blank"))
            return
        checked = check(CardModel, table)
        problems = card_problems((checked,), self._deck, self._places)
        if told := " ".join(f"{each.key}: {each.sentence}" for each in problems):
            self._leave(find.line, told)
        elif checked.model:
            self._take(find.line, card_from(checked.model, self._deck))

    def _take(self, line: int, card: Card) -> None:
        if card.text in self._lines:
            self._leave(line, say("exchange.left.twin", line=self._lines[card.text]))
        elif len(self.cards) == MOST_CARDS:
            raise _too_much()
        else:
            self._lines[card.text] = line
            self.cards.append(card)
            self.taken.append((line, card.text))

    def _table(self, find: Find) -> dict[str, Any]:
        """Return the card as it was found, its texts plain, and with no more follow-ups than a card has."""
        table = {key: self._plain_value(find.line, value) for key, value in find.card.items()}
        table = {key: value for key, value in table.items() if value not in ("", [])}
        follow_ups = table.get("follow_ups", [])
        if isinstance(follow_ups, list) and len(follow_ups) > MOST_FOLLOW_UPS:
            self._leave(find.line, say("exchange.left.follow-ups", limit=MOST_FOLLOW_UPS))
            table["follow_ups"] = follow_ups[:MOST_FOLLOW_UPS]
        return table

    def _plain_value(self, line: int, value: Any) -> Any:
        if isinstance(value, list):
            plain = [self._plain(line, each) if isinstance(each, str) else each for each in value]
            return [each for each in plain if each not in ("", None)]
        return self._plain(line, value) if isinstance(value, str) else value

    def _plain(self, line: int, text: str) -> str:
        """Return *text* without anything that a terminal would obey, and say so where there was any."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if code := first_unsafe(text):
            self._leave(line, say("exchange.left.unsafe", code=code))
        return plain_text(text).strip()


def _too_much() -> Unusable:
    return Unusable(say("exchange.file.many", limit=MOST_CARDS))
