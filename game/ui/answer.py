"""The answer of a screen: given once, and only while the screen is what one sees."""

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from game.ui.hidden import Hidden
from game.words import say

Answer = TypeVar("Answer")
CARE = HIDE, PAUSE, CLOSE = ("f7", "f8", "f9")
"""The keys of care that no line takes for a letter. F10 is left to the windows that open their menu by it."""


class Handed(str):
    """What the table is to do instead of an answer: a key of care was pressed over it."""

    typed: str

    def __new__(cls, action: str, typed: str = "") -> "Handed":
        """Hand *action* on, with what was *typed* so far, so that it is there when one comes back."""
        handed = super().__new__(cls, action)
        handed.typed = typed
        return handed


class Answering(Screen[Answer]):
    """A screen that is asked something. Every room, overlay and curtain is one; one can hide from each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(HIDE, "hide", say("key.hide"), show=False, key_display=HIDE.upper()),
        Binding("pageup", "read_on(-1)", show=False),
        Binding("pagedown", "read_on(1)", show=False),
    ]

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, and be gone. Whoever is behind another screen, or gone already, has nothing to say."""
        # Textual calls a screen current that shows behind another one, and pops whichever is on top.
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_hide(self) -> None:
        """Hide everything behind a neutral screen."""
        self.app.push_screen(Hidden())

    def action_read_on(self, by: int) -> None:
        """Go *by* windows further down in what is longer than its place."""
        if part := self._longer_part:
            part.scroll_relative(y=by * max(1, part.size.height - 1), animate=False)

    def _read_lines(self, by: int) -> None:
        """Go *by* lines further down."""
        if part := self._longer_part:
            part.scroll_relative(y=by, animate=False)

    @property
    def _longer_part(self) -> Widget | None:
        """The part of the screen that is longer than its place, if there is one."""
        return next(
            (each for each in self.query(Widget) if each.max_scroll_y > 0 and each.is_scrollable), None
        )
