"""The bookshelf: every deck that there is, to write on; one that is not played lies beside its problems."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.engine.laying import size_line
from game.files.decks.deckfile import DeckFile
from game.files.decks.owndeck import came_along
from game.files.decks.shelf import Shelf
from game.files.paths import Home
from game.ui.desk import DESK
from game.ui.keys import Keys
from game.ui.roll import Roll, Row
from game.ui.room import ROOMS, Room
from game.words import say
from game.words.text import plain_text

NEW = Path()
"""Stands for a deck that is not there yet."""
_TOLD = 50
"""Problems of one deck that are told here; nobody mends more at once."""


class Bookshelf(Room[Path | None]):
    """Choose a deck, or begin one."""

    CSS_PATH = [ROOMS, DESK]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", say("key.help"), key_display="?"),
        Binding("f1", "app.help", say("key.help"), key_display="F1"),
        Binding("n", "begin", say("editor.shelf.new")),
        Binding("escape", "dismiss", say("key.back")),
        Binding("q", "app.leave", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("pagedown", "step(10)", show=False),
    ]

    def __init__(self, home: Home, shelf: Shelf, standing: Path | None = None, news: str = "") -> None:
        super().__init__()
        self._home = home
        self._files = _in_order(home, shelf)
        self._standing = standing
        self._news = news
        self._elsewhere = "\n".join(map(str, shelf.elsewhere))

    def compose(self) -> ComposeResult:
        yield Static(Content(say("editor.shelf")), id="question")
        with Horizontal(id="desk"):
            yield Roll(self._row, id="roll")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="what", markup=False)
                yield Static(id="faults", markup=False, classes="problem")
        yield Static(id="note", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        paths = [NEW, *(file.path for file in self._files)]
        place = paths.index(self._standing) if self._standing in paths else 0
        self.query_one(Roll).show(len(paths), place)
        self._show_about(place)
        here = say("editor.shelf.here") if self._home.shipped == self._home.decks else ""
        note = self.query_one("#note", Static)
        note.set_class(bool(self._news or self._elsewhere), "-trouble")
        note.update(Content(self._news or self._elsewhere or here))

    def _row(self, place: int) -> Row:
        if place == 0:
            return Row(say("editor.shelf.new"))
        file = self._files[place - 1]
        if file.deck is None:
            return Row(file.path.stem, say("editor.shelf.broken"), asks=True)
        size, is_checkout = size_line(file.deck), self._home.shipped == self._home.decks
        is_theirs = not is_checkout and not came_along(self._home, file.path)
        return Row(file.deck.cover.title, say("editor.shelf.own", cards=size) if is_theirs else size)

    def _show_about(self, place: int) -> None:
        """Say what the deck that stands out is for, or what is wrong with it."""
        file = self._files[place - 1] if place else None
        what, faults = say("editor.shelf.new.about"), ""
        if file is not None and file.deck:
            what = file.deck.cover.purpose
        elif file is not None:
            what = say("editor.shelf.broken.about")
            faults = "\n".join(map(str, file.problems[:_TOLD]))
        self.query_one("#what", Static).update(Content(plain_text(what)))
        self.query_one("#faults", Static).update(Content(plain_text(faults)))

    def on_roll_stood(self, event: Roll.Stood) -> None:
        event.stop()
        self._show_about(event.place)

    def on_roll_taken(self, event: Roll.Taken) -> None:
        event.stop()
        self.action_take()

    def action_step(self, by: int) -> None:
        """Stand further down or up."""
        self.query_one(Roll).step(by)

    def action_take(self, place: int | None = None) -> None:
        """Open the deck that stands out, or the one with the digit that was pressed."""
        standing = self.query_one(Roll).place if place is None else place
        if 0 <= standing <= len(self._files):
            self.dismiss(self._files[standing - 1].path if standing else NEW)

    def action_begin(self) -> None:
        """Begin a new deck."""
        self.dismiss(NEW)


def _in_order(home: Home, shelf: Shelf) -> Sequence[DeckFile]:
    """Return the decks as one looks for them: one's own first, and among them by title."""
    return sorted(shelf.files, key=lambda file: (came_along(home, file.path), _name(file)))


def _name(file: DeckFile) -> str:
    return (file.deck.cover.title if file.deck else file.path.stem).casefold()
