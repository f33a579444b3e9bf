"""What is wrong with a deck file: every line of it, and where the file is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.files.decks.deckfile import DeckFile
from game.files.problems import shortened
from game.ui.keys import Keys
from game.ui.room import Room
from game.words import say
from game.words.text import plain_text


class ProblemsRoom(Room[None]):
    """Show all that is wrong with *file*, which is somebody's text, as nothing but text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", say("key.back")),
        Binding("enter,space", "dismiss", show=False),
    ]

    def __init__(self, file: DeckFile) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        path = self._file.path
        with VerticalScroll(id="pages"):
            yield Static(Content(say("shelf.title", file=shortened(path.name))), id="whose")
            yield Static(Content("\n".join(map(str, self._file.problems))), classes="problem")
            yield Static(Content("\n" + say("shelf.mend", path=plain_text(str(path)))), classes="muted")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#pages").focus()
