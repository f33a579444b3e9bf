"""Decks and evenings for elsewhere: a list to read, a table for a spreadsheet, a page to print."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from game.engine.cards import Deck
from game.engine.state import Evening
from game.files.atomic import write_whole
from game.files.decks.newdeck import make
from game.files.exports.evening import evening_markdown
from game.files.exports.markdown import markdown
from game.files.exports.page import page
from game.files.exports.table import table


class Paper(StrEnum):
    """What a deck can go out as."""

    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"


_WRITERS: dict[Paper, Callable[[Deck], str]] = {
    Paper.MARKDOWN: markdown,
    Paper.CSV: table,
    Paper.HTML: page,
}
_ENDINGS = {".md": Paper.MARKDOWN, ".csv": Paper.CSV, ".html": Paper.HTML}


def exported(deck: Deck, paper: Paper) -> str:
    """Return the text of *deck* as a file of that kind, to be written as UTF-8."""
    return _WRITERS[paper](deck)


def paper_of(path: Path) -> Paper | None:
    """Return what the ending of *path* asks for, or None when it is another one."""
    return _ENDINGS.get(path.suffix.casefold())


def export_deck(deck: Deck, path: Path, paper: Paper) -> None:
    """Write *deck* to the new file *path*; raise Taken when it is there already, Trouble when it fails."""
    text = exported(deck, paper)
    make(path, lambda draft: write_whole(draft, text.encode()))


def export_evening(id: str, evening: Evening, path: Path) -> None:
    """Write the *evening* called *id* to the new file *path*, for nobody else to read.

    Raise Taken when it is there already, and Trouble when it fails.
    """
    text = evening_markdown(id, evening)
    make(path, lambda draft: write_whole(draft, text.encode()))
