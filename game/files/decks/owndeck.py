"""Decks of one's own: the deck of the two, a new one, and a copy of one that came with the game."""

from contextlib import suppress
from pathlib import Path

from game.engine.cards import Kind
from game.files.atomic import Unreadable, read_bounded, write_whole
from game.files.decks.deckfile import DECK_LIMIT
from game.files.decks.deckmodel import MOST_CARDS, TEXT_LETTERS
from game.files.decks.deckpage import DeckPage
from game.files.decks.draft import ChangedMeanwhile, open_draft
from game.files.decks.newdeck import Taken, id_of_title, make, shelve
from game.files.decks.shelf import read_shelf
from game.files.paths import Home, open_home
from game.files.problems import Trouble
from game.words import say
from game.words.text import one_line, plain_text

OURS = "ours"
"""The id of the deck that the cards go to which the two write at the table."""
_TRIES = 3
_MOST_NAMES = 99


def add_own_card(home: Home, text: str, kind: Kind = Kind.QUESTION, depth: int = 1) -> Path:
    """Add a card to the couple's own deck, which is made where there is none, and return its path.

    Raise Trouble when it cannot be: the text is empty, too long or there already, or nothing can be written.
    """
    said = plain_text(text).strip()
    if not said or len(said) > TEXT_LETTERS:
        raise Trouble(say("editor.add.long", limit=TEXT_LETTERS) if said else say("editor.add.blank"))
    card = {"kind": kind.value, "depth": depth, "text": said}
    plain = {"kind": Kind.QUESTION.value, "depth": 1}
    spoken = {key: value for key, value in card.items() if plain.get(key) != value}
    open_home(home)
    path = _ours(home)
    if not path.exists():
        with suppress(Taken):  # another window was faster, and made the same
            make(path, lambda fresh: write_whole(fresh, _empty(say("editor.ours")).encode()))
    return _with_card(path, spoken)


def new_own_deck(home: Home, title: str) -> Path:
    """Make a deck called *title*, still without a card; return its path, or raise Trouble."""
    name = one_line(title)
    if not name:
        raise Trouble(say("exchange.title"))
    stem, text = id_of_title(name), _empty(name).encode()
    for id in (stem, *(f"{stem}-{number}" for number in range(2, _MOST_NAMES))):
        try:
            return shelve(home, id, lambda fresh: write_whole(fresh, text))
        except Taken:
            continue
    raise Trouble(say("editor.crowded", path=stem))


def own_copy(home: Home, shipped: Path) -> Path:
    """Copy a deck that came with the game among one's own, where it takes the other's place; return its path.

    Raise Taken when a file of one's own has that name, and Trouble when it cannot be copied.
    """
    open_home(home)
    try:
        data = read_bounded(shipped, DECK_LIMIT)
    except Unreadable as error:
        raise Trouble(str(error)) from error
    path = home.decks / shipped.name
    make(path, lambda fresh: write_whole(fresh, data))
    return path


def is_own(home: Home, path: Path) -> bool:
    """Return whether the deck at *path* is one of the two's own, or of the folder that they play from."""
    return path.parent == home.decks


def came_along(home: Home, path: Path) -> bool:
    """Return whether the deck at *path* belongs to the game, and stays as it is.

    In a checkout the shipped decks are the folder's own, and git remembers what they were.
    """
    return home.shipped != home.decks and path.resolve().parent == home.shipped.resolve()


def _ours(home: Home) -> Path:
    """Return the file of the couple's own deck; they may have given it another name."""
    usual = home.decks / f"{OURS}.toml"
    if usual.exists():
        return usual
    own = (file for file in read_shelf(home).files if file.deck and is_own(home, file.path))
    return next((file.path for file in own if file.deck and file.deck.cover.id == OURS), usual)


def _empty(title: str) -> str:
    page = DeckPage("[deck]\n", ()).change_cover({"title": title})
    return page.text


def _with_card(path: Path, card: dict[str, str | int]) -> Path:
    for attempt in range(1, _TRIES + 1):
        draft = open_draft(path)
        if any(leaf.raw.get("text") == card["text"] for leaf in draft.page.leaves):
            raise Trouble(say("editor.add.twice"))
        if len(draft.page.leaves) >= MOST_CARDS:
            raise Trouble(say("problem.deck.many-cards", cards=len(draft.page.leaves) + 1, limit=MOST_CARDS))
        draft.do(draft.page.insert(len(draft.page.leaves), card))
        try:
            draft.save()
        except ChangedMeanwhile:
            if attempt == _TRIES:
                raise
        else:
            break
    return path
