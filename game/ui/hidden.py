"""The neutral screen to hide behind: it says nothing, and nothing can be opened over it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.words import say


class Hidden(Screen[None], inherit_bindings=False):
    """Say nothing, under a window title that says nothing. Enter or a click comes back; leaving leaves."""

    is_neutral = True
    """Whether no other key may act: whoever looks over a shoulder finds nothing to open."""
    DEFAULT_CSS = "Hidden { padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "come_back", show=False)]

    def compose(self) -> ComposeResult:
        yield Static(Content(say("screen.hidden")), classes="muted")

    def on_mount(self) -> None:
        driver = self.app._driver
        if driver is not None:
            driver.write("\x1b]0;\x07")

    def on_click(self, event: events.Click) -> None:
        """Come back, wherever the click is."""
        event.stop()
        self.action_come_back()

    def action_come_back(self) -> None:
        """Show again what was there."""
        if self.is_active:
            self.dismiss(None)
