"""A deck as a table for a spreadsheet, with all that its cards say."""

import csv
import re
from io import StringIO

from game.engine.cards import Card, Deck
from game.files.decks.deckmodel import MOST_FOLLOW_UPS

_FOLLOW_UPS = tuple(f"follow_up_{number}" for number in range(1, MOST_FOLLOW_UPS + 1))
_COLUMNS = ("text", "kind", "depth", "dim", "angle", *_FOLLOW_UPS, "alt", "needs", "step", "touch", "starter")
_FORMULA = re.compile(r"'*[=+@\t-]")
_MARK = "\ufeff"
"""Spreadsheets take the letters for those of another alphabet without it."""


def table(deck: Deck) -> str:
    """Return *deck* as CSV, a row for each card below a row of names.

    A cell that a spreadsheet would read as a formula has a quote in front, which an import takes away.
    """
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(_COLUMNS)
    rows.writerows([_inert(cell) for cell in _cells(card)] for card in deck.cards)
    return _MARK + written.getvalue()


def _cells(card: Card) -> tuple[str, ...]:
    blank = [""] * (MOST_FOLLOW_UPS - len(card.follow_ups))
    return (
        card.text,
        card.kind.value,
        str(card.depth),
        card.dim.value,
        card.angle,
        *card.follow_ups,
        *blank,
        card.alt,
        card.needs.value if card.needs else "",
        card.part.value if card.part else "",
        "true" if card.touch else "",
        "true" if card.starter else "",
    )


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
