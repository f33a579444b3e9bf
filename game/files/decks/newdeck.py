"""Files that are new: made whole or not at all, and never in the place of another."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import tomli_w
from pydantic import TypeAdapter, ValidationError

from game.files.atomic import FRESH, name_also, sync_folder, write_whole
from game.files.decks.deckmodel import ID_LETTERS, DeckId, id_of_name
from game.files.decks.schema import SCHEMA_LINE, lay_schema
from game.files.decks.shelf import read_shelf
from game.files.paths import Home, open_home
from game.files.problems import Trouble, found, reason, shortened
from game.words import say
from game.words.text import one_line, plain_text

NAMELESS = "deck"
"""The id of a deck whose name has no letter or digit for one."""
_CHECK = TypeAdapter(DeckId)
Write = Callable[[Path], None]


class Taken(Trouble):
    """A name that something else has already. The message tells one that is free."""


def new_deck(home: Home, title: str, id: str = "") -> Path:
    """Write a first deck called *title*, with notes that teach the format, and return its path.

    Its *id* is made from the title unless given. Raise Trouble when that cannot be, and Taken when it is.
    """
    name = one_line(title)
    if not name:
        raise Trouble(say("exchange.title"))
    head = tomli_w.dumps({"title": name}).strip()
    text = say("exchange.new", schema=SCHEMA_LINE, title=head)
    path = shelve(home, id or id_of_title(name), lambda draft: write_whole(draft, text.encode()))
    lay_schema(home.decks)
    return path


def shelve(home: Home, id: str, write: Write) -> Path:
    """Let *write* make the file of a deck called *id* among the decks of *home*, and return its path.

    Raise Taken when a deck, shipped or own, has that id, and Trouble when it cannot be one or a write fails.
    """
    why = why_no_id(id)
    if why:
        raise Trouble(why)
    open_home(home)
    taken = _taken(home)
    if id in taken:
        raise Taken(say("exchange.taken", id=id, free=_free(id, taken)))
    path = home.decks / f"{id}.toml"
    make(path, write)
    return path


def make(path: Path, write: Write) -> None:
    """Let *write* make a new file at *path*; raise Taken when that is there, and Trouble when it fails."""
    draft = path.with_name(f".{path.name[:ID_LETTERS]}.{os.urandom(4).hex()}{FRESH}")
    try:
        write(draft)
        name_also(draft, path)
        sync_folder(path.parent)
    except FileExistsError as error:
        raise Taken(say("exchange.exists", path=plain_text(str(path)))) from error
    except FileNotFoundError as error:
        place, folder = plain_text(str(path)), plain_text(str(path.parent))
        raise Trouble(say("exchange.write.folder", path=place, folder=folder)) from error
    except OSError as error:
        raise Trouble(say("exchange.write", path=plain_text(str(path)), reason=reason(error))) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def id_of_title(title: str) -> str:
    """Return an id for a deck called *title*: its letters without their accents."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode()
    id = id_of_name(plain) or NAMELESS
    return id if not why_no_id(id) else f"{id}-{NAMELESS}"


def why_no_id(id: str) -> str:
    """Return the sentence that says why a deck cannot have this *id*, or nothing when it can."""
    try:
        _CHECK.validate_python(id)
    except ValidationError as error:
        kind = error.errors(include_input=False, include_url=False)[0]["type"]
        key = {"reserved": "problem.key.reserved"}.get(kind, "problem.key.deck-id")
        return say("exchange.id", sentence=say(key, found=found(shortened(id))))
    return ""


def _taken(home: Home) -> set[str]:
    """Return every id that a deck has, and every file name, of which some systems know only small letters."""
    ids = {file.deck.cover.id for file in read_shelf(home).files if file.deck}
    folders = {home.decks, home.shipped}
    return ids | {path.stem.casefold() for folder in folders for path in folder.glob("*.toml")}


def _free(id: str, taken: set[str]) -> str:
    """Return the nearest id that is not *taken*: the same with the next number behind it."""
    stem, number = re.sub(r"-\d{1,4}$", "", id), 2
    while (free := f"{stem[: ID_LETTERS - 5].rstrip('-')}-{number}") in taken:
        number += 1
    return free
