"""A look at an evening that one does not play: where it stands, and nothing that one sees alone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.engine.account import look
from game.files.evenings.archive import EveningEntry
from game.files.evenings.savefile import BrokenSave, read_save
from game.files.paths import Home
from game.ui.keys import Keys
from game.ui.room import Room
from game.words import say


class Look(Room[None]):
    """Show one evening, read anew whenever one likes; it is not opened, so nothing of it can change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "again", say("key.again")),
        Binding("escape", "dismiss", say("key.back")),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("down,j,space", "scroll(1)", show=False),
    ]

    def __init__(self, place: Home, entry: EveningEntry, why: str = "") -> None:
        super().__init__()
        self._place = place
        self._entry = entry
        self._why = why

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="looking", can_focus=False):
            yield Static(Content(self._why), id="why", classes="problem" if self._why else "-empty")
            yield Static(Content(say("look.only")), classes="muted")
            yield Static(Content(self._seen()), id="seen")
        yield Keys()

    def _seen(self) -> str:
        try:
            saved = read_save(self._entry.path, self._place.seal)
        except BrokenSave as broken:
            return str(broken.problem)
        return "\n\n".join(filter(None, (*look(saved.evening), saved.note)))

    def action_again(self) -> None:
        """Read the evening anew."""
        self.query_one("#seen", Static).update(Content(self._seen()))

    def action_scroll(self, by: int) -> None:
        """Move up or down."""
        self.query_one("#looking", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_take(self, place: int | None = None) -> None:
        """Enter goes back."""
        if place is None:
            self.dismiss(None)
