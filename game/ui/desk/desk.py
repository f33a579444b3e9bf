"""The desk: a deck is taken from the shelf and opened for writing, and put back again."""

import asyncio
from pathlib import Path

from textual.app import App

from game.files.decks.draft import Draft, open_draft
from game.files.decks.owndeck import came_along, new_own_deck, own_copy
from game.files.decks.pen import OpenElsewhere, pen_of
from game.files.decks.shelf import read_shelf
from game.files.paths import Home
from game.files.problems import Trouble
from game.ui.asking import Asking, Typing
from game.ui.desk.bookshelf import NEW, Bookshelf
from game.ui.desk.editor import Editor
from game.words import say
from game.words.text import plain_text


async def sit_down(app: App[None], home: Home, deck: Path | None = None, opened: Draft | None = None) -> None:
    """Let decks be chosen and written on, at first *deck*, maybe *opened*, until somebody goes back."""
    news = ""
    while True:
        if deck is not None:
            deck, news = await write_on(app, home, deck, opened)
            opened = None
        shelf = await asyncio.to_thread(read_shelf, home)
        deck = await app.push_screen_wait(Bookshelf(home, shelf, deck, news))
        if deck is None:
            return
        news = ""


async def write_on(
    app: App[None], home: Home, deck: Path, opened: Draft | None = None
) -> tuple[Path | None, str]:
    """Write on *deck*, or a new one; return which it was in the end, and what there is to say."""
    try:
        path = await (_begun(app, home) if deck == NEW else _own(app, home, deck))
        if path is not None:
            is_copy = path != deck and deck != NEW
            draft = opened if opened and not is_copy else await _read(path)
            await _open(app, home, draft, say("editor.copied", path=plain_text(str(path))) if is_copy else "")
    except OpenElsewhere as elsewhere:
        return deck, str(elsewhere)
    except Trouble as trouble:
        return deck, str(trouble)
    return path or deck, ""


async def _begun(app: App[None], home: Home) -> Path | None:
    """Return a new deck, or None when it gets no name."""
    title = await app.push_screen_wait(Typing(say("editor.shelf.title")))
    return await asyncio.to_thread(new_own_deck, home, title) if title else None


async def _own(app: App[None], home: Home, deck: Path) -> Path | None:
    """Return *deck*, or a copy of it where it belongs to the game, or None when none is wanted."""
    if not came_along(home, deck):
        return deck
    shipped = await _read(deck)
    choices = (("copy", say("editor.copy.make")), ("back", say("table.back")))
    answer = await app.push_screen_wait(Asking(say("editor.copy", title=_title(shipped)), choices))
    return await asyncio.to_thread(own_copy, home, deck) if answer == "copy" else None


async def _open(app: App[None], home: Home, draft: Draft, news: str) -> None:
    """Open the editor on *draft*, with what an earlier time has left unsaved if that is wanted.

    Raise OpenElsewhere while another window has it open: what is not saved there is not left over.
    """
    with pen_of(draft.path):
        if (unsaved := draft.unsaved()) is not None:
            choices = (("take", say("editor.left-over.take")), ("drop", say("editor.left-over.drop")))
            asking = Asking(say("editor.left-over", title=_title(draft)), choices)
            answer = await app.push_screen_wait(asking)
            if answer is None:
                return
            if answer == "take":
                draft.recover(unsaved)
                news = say("editor.recovered")
            else:
                draft.let_go()
        await app.push_screen_wait(Editor(draft, home, news))


async def _read(path: Path) -> Draft:
    """Return the deck at *path*; where it is broken, the Trouble says which file is to be mended."""
    try:
        return await asyncio.to_thread(open_draft, path)
    except Trouble as trouble:
        raise Trouble(say("editor.shelf.shut", problem=trouble, path=plain_text(str(path)))) from trouble


def _title(draft: Draft) -> str:
    """Return what the deck is called, as far as that is known."""
    title = draft.page.cover.get("title")
    return plain_text(title if isinstance(title, str) else draft.path.stem)
