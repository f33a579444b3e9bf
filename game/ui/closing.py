"""The closing room: tonight's lights, the sky so far, and what the two keep."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.engine.closing import closing_lines
from game.engine.picture import constellations
from game.sitting import Sitting
from game.ui.room import Room
from game.words import say

UNDO, HOME = "undo", "home"


class Closing(Room[str]):
    """Show what the evening lit; answer UNDO or HOME."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "home", say("key.home")),
        Binding("u", "undo", say("key.undo")),
        Binding("q", "app.leave", say("key.leave")),
        Binding("escape", "home", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        evening, hearth = self._sitting.table.evening, self._sitting.score == "hearth"
        with VerticalScroll(id="closing", can_focus=False):
            yield Static(Content(say("closing.title")), id="whose")
            if not hearth:
                yield Static(Content("\n".join(constellations(self._sitting.sky))), id="sky")
            for line in closing_lines(evening, self._sitting.sky, hearth):
                yield Static(Content(line), classes="line")
            yield Static(Content(say("care.closing")), classes="muted")
        yield Footer(show_command_palette=False)

    def action_take(self, place: int | None = None) -> None:
        """Enter goes home."""
        if place is None:
            self.action_home()

    def action_undo(self) -> None:
        """Be at the table again, one move back."""
        self.dismiss(UNDO)

    def action_home(self) -> None:
        """Go home."""
        self.dismiss(HOME)
