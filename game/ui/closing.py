"""The closing room: tonight's lights, the sky so far, and what the two keep."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.engine.closing import closing_lines
from game.engine.picture import LIT, UNLIT, constellations, star_lines
from game.sitting import Sitting
from game.ui.keys import Keys
from game.ui.room import Room
from game.words import say

_SKY = 80
"""Columns of a window that has room for the picture of the sky."""
UNDO, HOME, ELSEWHERE = "undo", "home", "elsewhere"


def sky(sitting: Sitting) -> Content:
    """Return the picture of the sky, with its lit stars brighter than those to come."""
    picture = "\n".join(constellations(sitting.sky))
    return Content.from_markup(
        picture.replace(LIT, f"[b $accent]{LIT}[/]").replace(UNLIT, f"[$muted]{UNLIT}[/]")
    )


class Closing(Room[str]):
    """Show what the evening lit; answer UNDO, HOME or, where it could not be kept, ELSEWHERE."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "home", say("key.home")),
        Binding("u", "undo", say("key.undo")),
        Binding("q", "app.leave", say("key.leave")),
        Binding("w", "elsewhere", say("key.elsewhere")),
        Binding("h", "hide", show=False),
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
                yield Static(sky(self._sitting), id="sky")
                yield Static(Content("\n".join(star_lines(self._sitting.sky))), id="stars")
            for line in closing_lines(evening, self._sitting.sky, hearth, self._sitting.shelf):
                yield Static(Content(line), classes="line")
            yield Static(Content(say("care.closing")), classes="muted")
            if trouble := self._sitting.table.trouble:
                yield Static(Content(say("closing.trouble", problem=trouble)), classes="problem")
        yield Keys()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the sky in words where its picture would be cut off."""
        super().on_resize(event)
        self.set_class(event.size.width < _SKY, "-cramped")

    def action_take(self, place: int | None = None) -> None:
        """Enter goes home."""
        if place is None:
            self.action_home()

    def action_undo(self) -> None:
        """Be at the table again, one move back."""
        self.dismiss(UNDO)

    def action_elsewhere(self) -> None:
        """Be at the table again, which keeps the evening elsewhere."""
        if self._sitting.table.trouble:
            self.dismiss(ELSEWHERE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another folder only where this one fails."""
        if action == "elsewhere" and not self._sitting.table.trouble:
            return False
        return super().check_action(action, parameters)

    def action_home(self) -> None:
        """Go home."""
        self.dismiss(HOME)
