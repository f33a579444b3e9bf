"""What a rule is and what advice is: a row of data with a check, and what that check found on a card.

Decks come from strangers, so every check looks at a bounded piece of text, and no pattern can run away on it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from game.engine.cards import Card, Cover, Deck

LONGEST_READ = 400
"""Characters of one text that are looked at: more than three times what a card may have."""
FOLLOW_UPS_READ = 8
FINDINGS_NAMED = 3
LONGEST_FINDING = 60

CardCheck: TypeAlias = re.Pattern[str] | Callable[[Card, Cover], str | None]
"""A pattern is looked for in every text of a card; a predicate returns the words it found, or None."""


class Severity(StrEnum):
    """How sure a rule is: an error holds for everybody, a warning asks the writer to look again."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of advice. Rules about whole decks and about pairs of cards are rows as well."""

    id: str
    severity: Severity
    why: str
    better: str
    language: str
    """The language of the decks it holds for, or "any"."""

    def holds_for(self, cover: Cover) -> bool:
        """Return whether decks in the language of *cover* follow this rule."""
        return self.language in ("any", cover.language.split("-")[0].lower())


@dataclass(frozen=True, slots=True)
class CardRule(Rule):
    """A rule that one card alone can keep or break."""

    check: CardCheck

    def find(self, card: Card, cover: Cover) -> str | None:
        """Return the words of *card* that the rule is about, or None."""
        if not self.holds_for(cover):
            return None
        if isinstance(self.check, re.Pattern):
            return found(*(match.group() for text in texts(card) for match in self.check.finditer(text)))
        return self.check(card, cover)


@dataclass(frozen=True, slots=True)
class DeckRule(Rule):
    """A rule that only a whole deck can keep or break."""

    check: Callable[[Deck], str | None]

    def find(self, deck: Deck) -> str | None:
        """Return what the rule noticed about *deck*, or None."""
        return self.check(deck) if self.holds_for(deck.cover) else None


@dataclass(frozen=True, slots=True)
class Advice:
    """What one rule has to say about one card, or about a whole deck when *card* is empty."""

    card: str
    deck: str
    rule: str
    severity: Severity
    found: str
    why: str
    better: str


def advice_on(rule: Rule, deck: Cover, words: str, card: str = "") -> Advice:
    """Return what *rule* says about the *words* it found."""
    return Advice(card, deck.id, rule.id, rule.severity, words, rule.why, rule.better)


def texts(card: Card) -> tuple[str, ...]:
    """Return every text of *card* that people read at the table, each cut to a bounded length."""
    read = (card.text, *card.follow_ups[:FOLLOW_UPS_READ], card.alt)
    return tuple(text[:LONGEST_READ] for text in read if text)


def first_text(card: Card) -> str:
    """Return the bounded text of *card* itself."""
    return card.text[:LONGEST_READ]


def found(*pieces: str) -> str | None:
    """Join the first few different *pieces* into one short phrase; return None when there are none."""
    named = [_short(piece) for piece in dict.fromkeys(pieces) if piece]
    return ", ".join(named[:FINDINGS_NAMED]) or None


def words(alternatives: str) -> re.Pattern[str]:
    """Compile *alternatives* into a pattern of whole words that ignores capitals."""
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _short(piece: str) -> str:
    return piece if len(piece) <= LONGEST_FINDING else piece[: LONGEST_FINDING - 4].rstrip() + " ..."
