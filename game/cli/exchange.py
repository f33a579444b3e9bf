"""`turn-toward deck import|export|new|schema`: decks that come in, go out, or begin."""

from pathlib import Path

from game.cli.naming import WrongUse, home_of, known_one
from game.cli.telling import narrate, tell
from game.cli.wish import Wish
from game.files.decks.newdeck import new_deck, why_no_id
from game.files.decks.schema import schema_text
from game.files.decks.shelf import read_shelf
from game.files.exporting import Paper, export_deck, exported, paper_of
from game.files.importing import Form, import_deck, preview, read_foreign
from game.files.paths import open_home
from game.words import say
from game.words.text import one_line


def run(arguments: Wish) -> bool:
    """Do what was asked for, and return whether no problem was found; nothing is ever written over."""
    match arguments.action:
        case "import":
            return _import(arguments)
        case "export":
            return _export(arguments)
        case "new":
            return _new(arguments)
        case _:
            tell(schema_text().rstrip("\n"))
            return True


def _import(arguments: Wish) -> bool:
    """Say line by line what is taken and what is not; write it unless it is a dry run."""
    _check_id(arguments.id)
    form = Form(known_one(arguments.form, Form)) if arguments.form else None
    found = read_foreign(Path(arguments.file), form, arguments.title)
    tell(*preview(found))
    if found.problems or not found.deck or arguments.dry_run:
        return not found.problems
    home = home_of(arguments)
    open_home(home)
    path = import_deck(found, home, arguments.id)
    narrate(say("cli.deck.written", path=path))
    return True


def _export(arguments: Wish) -> bool:
    """Write a deck to a new file, or tell it where no file is named."""
    deck = read_shelf(home_of(arguments)).find(arguments.deck)
    out = Path(arguments.out) if arguments.out else None
    named = Paper(known_one(arguments.paper, Paper)) if arguments.paper else None
    paper = named or (paper_of(out) if out else Paper.MARKDOWN)
    if paper is None:
        raise WrongUse(say("cli.deck.paper", known=", ".join(Paper)))
    if out is None:
        tell(exported(deck, paper).rstrip("\n"))
        return True
    export_deck(deck, out, paper)
    narrate(say("cli.deck.written", path=out))
    return True


def _new(arguments: Wish) -> bool:
    """Begin a deck file whose comments teach how to go on."""
    _check_id(arguments.id)
    if not one_line(arguments.title):
        raise WrongUse(say("exchange.title"))
    home = home_of(arguments)
    open_home(home)
    tell(str(new_deck(home, arguments.title, arguments.id)))
    return True


def _check_id(id: str) -> None:
    """Raise WrongUse, before anything is read or made, when no deck could be called *id*."""
    if id and (why := why_no_id(id)):
        raise WrongUse(why)
