"""Other people's files, written down and read back."""

from pathlib import Path
from typing import Any

from game.engine.cards import Card
from game.files.importing import Form, Imported, read_foreign

Told = tuple[tuple[int, str], ...]
_PLAIN = Card("", "", "")


def imported(folder: Path, name: str, content: str | bytes, form: Form | None = None) -> Imported:
    """Write a file called *name* and return what is read from it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_foreign(path, form)


def said(card: Card) -> tuple[str, dict[str, Any]]:
    """Return the text of *card*, and whatever it says that a card need not say."""
    told = {name: getattr(card, name) for name in Card.__slots__ if name not in ("id", "deck", "text")}
    return card.text, {name: value for name, value in told.items() if value != getattr(_PLAIN, name)}


def cards(found: Imported) -> list[tuple[str, dict[str, Any]]]:
    """Return what is `said` by each card that was found."""
    return [said(card) for card in found.deck.cards] if found.deck else []


def problems(found: Imported) -> list[str]:
    return [str(problem) for problem in found.problems]
