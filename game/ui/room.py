"""A room: a screen that survives any window size and moves its choices by keys."""

from pathlib import Path
from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.types import CSSPathType
from textual.widgets import Static

from game.ui.answer import Answer, Answering
from game.ui.banner import Banner
from game.ui.choices import Choices
from game.words import say

SMALLEST = (30, 9)
"""Columns and rows below which a room shows one sentence and takes no key but those for leaving."""
WIDE = 64
"""Columns from which on a window is not narrow."""
ROOMS = Path(__file__).with_name("rooms.tcss")
"""How every room but home looks."""
KEYS: tuple[BindingType, ...] = (
    Binding("up,k", "step(-1)", show=False),
    Binding("down,j", "step(1)", show=False),
    Binding("enter,space", "take", show=False),
    *(Binding(str(n), f"take({n - 1})", show=False) for n in range(1, 10)),
)
"""The keys that move a list of choices."""
_LEAVING = ("ctrl+q", "ctrl+c")


class Room(Answering[Answer]):
    """A screen with at most one list of choices, moved by arrows, digits and Enter."""

    is_private = False
    """Whether only one of the two may see it: then nothing may be laid over it."""
    CSS_PATH: ClassVar[CSSPathType | None] = ROOMS
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high"), (40, "-tall")]

    _trouble = ""

    def troubled(self, trouble: str) -> Self:
        """Return the room with a banner that says why the last move is not kept, if that is so."""
        self._trouble = trouble
        return self

    def on_mount(self) -> None:
        if not self.is_attached:
            return  # a quick Escape has left it already
        self.mount(Static(say("screen.small"), id="small", markup=False))
        if self._trouble:
            self.mount(Banner(say("table.trouble", problem=self._trouble)))

    def on_resize(self, event: events.Resize) -> None:
        columns, rows = event.size
        self.set_class(columns < SMALLEST[0] or rows < SMALLEST[1], "-small")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key act before there is a room, or while the window is too small to see what it does."""
        return self.is_mounted and not self.has_class("-small")

    def holds_back(self) -> bool:
        """Return whether leaving the game has to wait, because this room has asked something first."""
        return False

    def action_step(self, by: int) -> None:
        """Move the choice that stands out; where there is none to choose from, read on."""
        open_choices = [choices for choices in self.query(Choices) if choices.is_open]
        for choices in open_choices:
            choices.step(by)
        if not open_choices:
            self._read_lines(by)

    def action_take(self, place: int | None = None) -> None:
        """Take the choice that stands out, or the one at *place*."""
        for choices in self.query(Choices):
            choices.take(place)
