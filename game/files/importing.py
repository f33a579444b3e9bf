"""Decks out of what people have already: lists, tables, and the files of other programs.

Nothing is written by reading: what was read is the preview.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from game.engine.cards import Card, Cover, Deck
from game.files.decks.deckfile import read_deck, write_deck
from game.files.decks.deckmodel import TEXT_LETTERS
from game.files.decks.newdeck import id_of_title, shelve
from game.files.decks.schema import SCHEMA_LINE, lay_schema
from game.files.imports.anki import is_anki, read_anki
from game.files.imports.finds import Found, Unusable
from game.files.imports.hascard import is_hascard, read_hascard
from game.files.imports.lists import read_list
from game.files.imports.objects import is_json, read_objects
from game.files.imports.sieve import Sieve
from game.files.imports.source import read_text
from game.files.imports.tables import read_table
from game.files.markup import from_markdown
from game.files.paths import Home
from game.files.problems import Problem, Trouble
from game.words import say
from game.words.text import one_line, plain_text


class Form(StrEnum):
    """A way in which a file can hold cards."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    ANKI = "anki"
    JSON = "json"
    HASCARD = "hascard"
    DECK = "deck"


_READERS: dict[Form, Callable[[str], Found]] = {
    Form.TEXT: read_list,
    Form.MARKDOWN: partial(read_list, words=from_markdown),
    Form.CSV: read_table,
    Form.TSV: partial(read_table, separator="\t"),
    Form.ANKI: read_anki,
    Form.JSON: read_objects,
    Form.HASCARD: partial(read_hascard, words=from_markdown),
}
_ENDINGS = {
    ".csv": Form.CSV,
    ".tsv": Form.TSV,
    ".tab": Form.TSV,
    ".json": Form.JSON,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".toml": Form.DECK,
}


_FURTHER_IN = "\n    "


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file would give, line by line."""

    path: Path
    form: Form
    """How the file was read."""
    deck: Deck | None
    """The deck that it would be, or None when there is a problem."""
    taken: tuple[tuple[int, str], ...] = ()
    """The line and the text of each card, in the order of the deck."""
    left: tuple[tuple[int, str], ...] = ()
    """The lines that were not taken, or not whole, and why; line 0 stands for the rest of the file."""
    problems: tuple[Problem, ...] = ()


def read_foreign(path: Path, form: Form | None = None, title: str = "") -> Imported:
    """Return what can be taken from the file at *path*; whatever is wrong is in it, and nothing is raised.

    Without a *form* the file's ending and its content tell. The deck is called *title*, or as the file says.
    """
    known = form or _ENDINGS.get(path.suffix.casefold())
    if known is Form.DECK:
        return _deck(path, title)
    sieve = Sieve(path, id_of_title(one_line(title) or path.stem))
    try:
        text = read_text(path)
        known = form or _told_by(text, known)
        sieve.sift(_READERS[known](text))
    except Unusable as why:
        problem = Problem(path, str(why), why.line)
        return Imported(path, known or Form.TEXT, None, problems=(problem,))
    if not sieve.cards:
        nothing = Problem(path, say("exchange.file.nothing"))
        return Imported(path, known, None, left=sieve.left, problems=(nothing,))
    return Imported(path, known, _sifted(sieve, path, title), tuple(sieve.taken), sieve.left)


def import_deck(imported: Imported, home: Home, id: str = "") -> Path:
    """Write the deck of *imported* among the decks of *home*, called *id* or by its own, and return its path.

    Raise Taken when that id is not free, and Trouble when it cannot be one or there is no deck.
    """
    if imported.deck is None:
        raise Trouble("\n".join(map(str, imported.problems)))
    deck = _called(imported.deck, id or imported.deck.cover.id)
    path = shelve(home, deck.cover.id, lambda draft: write_deck(draft, deck, SCHEMA_LINE))
    lay_schema(home.decks)
    return path


def preview(imported: Imported) -> tuple[str, ...]:
    """Return what *imported* would give and what it would not, as lines for a person to read first."""
    name = plain_text(imported.path.name)
    lines = [say("exchange.read", name=name, form=say(f"exchange.form.{imported.form}"))]
    lines += map(str, imported.problems)
    if imported.deck:
        cards, cover = imported.deck.cards, imported.deck.cover
        lines.append(say("exchange.cards", count=len(cards), title=cover.title, id=cover.id))
        lines += (_taken(line, card) for (line, _), card in zip(imported.taken, cards, strict=True))
    if imported.left:
        lines.append(say("exchange.left"))
        lines += (_told(line, sentence) for line, sentence in imported.left)
    return tuple(lines)


def _told_by(text: str, ending: Form | None) -> Form:
    """Return how *text* is written; what its file's *ending* says holds unless the text says better."""
    lists = ending in (None, Form.MARKDOWN)
    if is_anki(text):
        return Form.ANKI
    if lists and is_hascard(text):
        return Form.HASCARD
    if ending is None and is_json(text):
        return Form.JSON
    return ending or Form.TEXT


def _sifted(sieve: Sieve, path: Path, title: str) -> Deck:
    name = one_line(title) or sieve.title or _name_of(path)
    deepest = max(card.depth for card in sieve.cards)
    cover = Cover(sieve.cards[0].deck, name[:TEXT_LETTERS], sieve.purpose, deepest=deepest)
    return Deck(cover, tuple(sieve.cards))


def _name_of(path: Path) -> str:
    words = one_line(re.sub("[_-]+", " ", path.stem))
    return words[:1].upper() + words[1:] or say("exchange.nameless")


def _deck(path: Path, title: str) -> Imported:
    """Return a deck file from elsewhere. Its notes stay behind: they are not checked as its cards are."""
    file = read_deck(path)
    if file.deck is None:
        return Imported(path, Form.DECK, None, problems=file.problems)
    cover = replace(file.deck.cover, title=one_line(title)[:TEXT_LETTERS] or file.deck.cover.title)
    taken = tuple((file.lines.get(card.id, 0), card.text) for card in file.deck.cards)
    left = ((0, say("exchange.left.notes")),)
    return Imported(path, Form.DECK, Deck(cover, file.deck.cards), taken, left)


def _called(deck: Deck, id: str) -> Deck:
    """Return *deck* under another *id*, which takes the old one's place in the ids of its cards."""
    moved = tuple(
        replace(card, deck=id, id=f"{id}-{card.id.removeprefix(f'{card.deck}-')}") for card in deck.cards
    )
    return Deck(replace(deck.cover, id=id), moved)


def _taken(line: int, card: Card) -> str:
    marks = [card.kind.value, say(f"depth.{card.depth}"), card.angle]
    if card.part:
        marks.insert(1, card.part.value)
    text = card.text.replace("\n", _FURTHER_IN)
    first = say("exchange.card", line=line, text=text, marks=", ".join(filter(None, marks)))
    more = [say("exchange.follow-up", text=each) for each in card.follow_ups]
    more += [say("exchange.alt", text=card.alt)] if card.alt else []
    return _FURTHER_IN.join((first, *more))


def _told(line: int, sentence: str) -> str:
    return (
        say("exchange.line", line=line, sentence=sentence)
        if line
        else say("exchange.rest", sentence=sentence)
    )
