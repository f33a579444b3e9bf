"""The shelf: every deck that two people have, those that came with the game and their own."""

from dataclasses import dataclass
from pathlib import Path

from game.engine.cards import Deck
from game.files.decks.deckfile import DeckFile, read_deck
from game.files.paths import Home
from game.files.problems import Problem, Trouble, nearest, reason, shortened
from game.words import say


class UnknownDeck(Trouble):
    """A name that no deck that can be played, or more than one, begins with."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every deck file that was found, own ones first; an own deck hides a shipped one of the same id."""

    files: tuple[DeckFile, ...]
    shadowed: tuple[str, ...] = ()
    """Ids of shipped decks that an own deck hides."""
    elsewhere: tuple[Problem, ...] = ()
    """What is wrong with a folder rather than a file."""

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks that can be played, by their ids."""
        return tuple(sorted((file.deck for file in self.files if file.deck), key=lambda deck: deck.cover.id))

    @property
    def broken(self) -> tuple[DeckFile, ...]:
        """The files that no deck can be played from, as they stand on the shelf."""
        return tuple(file for file in self.files if file.problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, file by file."""
        return (*self.elsewhere, *(problem for file in self.files for problem in file.problems))

    def find(self, beginning: str) -> Deck:
        """Return the deck whose id is, or alone begins with, *beginning*; else raise UnknownDeck."""
        decks = {deck.cover.id: deck for deck in self.decks}
        id = beginning.casefold()
        fitting = [id] if id in decks else [each for each in decks if id and each.startswith(id)]
        if len(fitting) == 1:
            return decks[fitting[0]]
        raise UnknownDeck(self._why_not(shortened(beginning), fitting))

    def _why_not(self, name: str, several: list[str]) -> str:
        if several:
            return say("problem.shelf.several", found=name, several=", ".join(several))
        broken = (file for file in self.files if name and not file.deck and file.path.stem.startswith(name))
        if file := next(broken, None):
            return say("problem.shelf.broken", found=name, problem=file.problems[0])
        near = nearest(name, (deck.cover.id for deck in self.decks))
        return say("problem.shelf.unknown.near" if near else "problem.shelf.unknown", found=name, near=near)


def read_shelf(home: Home) -> Shelf:
    """Return every deck of *home*; a deck with problems never stops the others."""
    own, own_problems = _read_folder(home.decks)
    if home.shipped == home.decks:
        return Shelf(own, (), own_problems)
    shipped, shipped_problems = _read_folder(home.shipped)
    own_ids = {file.deck.cover.id for file in own if file.deck}
    shadowed = tuple(file.deck.cover.id for file in shipped if file.deck and file.deck.cover.id in own_ids)
    kept = tuple(file for file in shipped if not (file.deck and file.deck.cover.id in own_ids))
    return Shelf((*own, *kept), shadowed, (*own_problems, *shipped_problems))


def _read_folder(folder: Path) -> tuple[tuple[DeckFile, ...], tuple[Problem, ...]]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != ".")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (Problem(folder, say("problem.shelf.folder", reason=reason(error))),)
    return _each_once(tuple(read_deck(path) for path in paths)), ()


def _each_once(files: tuple[DeckFile, ...]) -> tuple[DeckFile, ...]:
    """Return *files* with a problem in place of every deck whose id an earlier file has."""
    first: dict[str, DeckFile] = {}
    for file in files:
        if file.deck:
            first.setdefault(file.deck.cover.id, file)
    return tuple(_or_twin(file, first) for file in files)


def _or_twin(file: DeckFile, first: dict[str, DeckFile]) -> DeckFile:
    if not file.deck or first[file.deck.cover.id] is file:
        return file
    id = file.deck.cover.id
    sentence = say("problem.shelf.twice", deck=id, other=shortened(first[id].path.name))
    return DeckFile(file.path, None, (Problem(file.path, sentence),))
