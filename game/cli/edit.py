"""`turn-toward deck edit`: write on a deck, on the screens or in a text editor of one's own."""

from pathlib import Path

from game.cli.deck import file_named, is_path
from game.cli.discretion import be_discreet
from game.cli.face import hurry, on_screens, wants_lines
from game.cli.naming import WrongUse, home_of
from game.cli.telling import narrate, tell
from game.cli.wish import Wish
from game.files.decks.deckfile import read_deck
from game.files.decks.draft import open_draft
from game.files.decks.owndeck import came_along, own_copy
from game.files.decks.shelf import read_shelf
from game.files.paths import Home
from game.files.problems import Trouble
from game.words import say


def run(arguments: Wish) -> bool:
    """Open the deck that is named, or say which file it is where there are no screens.

    Raise UnknownDeck or WrongUse for a name that is none, and Trouble for a file that cannot be opened.
    """
    home = home_of(arguments)
    path = _named(home, arguments.deck) if arguments.deck else None
    if wants_lines(arguments):
        return _tell(home, path)
    hurry()
    draft = open_draft(path) if path else None
    be_discreet(home)
    # Imported with the screens: lines do without them.
    from game.ui.start import Start

    return on_screens(home, arguments, Start(writing=True, deck=path, draft=draft))


def _named(home: Home, name: str) -> Path:
    """Return the file of the deck called *name*, whatever is wrong with it, as long as it is there."""
    if not is_path(name):
        return file_named(read_shelf(home), name).path.absolute()
    path = Path(name).absolute()
    if not path.is_file():
        raise Trouble(str(read_deck(path).problems[0]))
    return path


def _tell(home: Home, path: Path | None) -> bool:
    """Tell which file to open; a deck that came with the game is copied first."""
    if path is None:
        raise WrongUse(say("cli.edit.which", folder=home.decks))
    if came_along(home, path):
        path = own_copy(home, path)
        narrate(say("editor.copied", path=path))
    tell(str(path))
    narrate(say("cli.edit", path=path))
    return True
