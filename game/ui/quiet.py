"""Quiet rooms: a pause, a breath, and a neutral screen to hide behind."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from game.ui.room import Room
from game.words import say

BREATH = 60
"""Seconds of a breath."""
_IN_AND_OUT = 4


class Paused(Room[str | None]):
    """Rest. Enter comes back, a time may be named, Escape goes home and stays paused."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "go", show=False)]

    def __init__(self, back: str) -> None:
        super().__init__()
        self._back = back

    def compose(self) -> ComposeResult:
        with Vertical(id="quiet"):
            words = say("care.paused.back", back=self._back) if self._back else say("care.paused")
            yield Static(Content(words), id="whose")
            yield Static(Content(say("care.paused.long")), classes="muted")
            yield Input(placeholder=say("screen.paused.time"), max_length=40, compact=True)
            yield Static(Content(say("screen.paused.keys")), classes="muted")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_go(self) -> None:
        """Go home; the pause stays."""
        self.dismiss(None)


class Breath(Room[None]):
    """A minute in which there is nothing to do. Any key ends it."""

    def compose(self) -> ComposeResult:
        with Vertical(id="quiet"):
            yield Static(Content(say("care.breath")), id="whose")
            yield Static(id="breathing", markup=False, classes="muted")

    def on_mount(self) -> None:
        self._passed = 0
        self._tick()
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        if self._passed >= BREATH:
            self.dismiss(None)
            return
        breathing_in = self._passed // _IN_AND_OUT % 2 == 0
        step = self._passed % _IN_AND_OUT + 1
        size = step if breathing_in else _IN_AND_OUT + 1 - step
        self.query_one("#breathing", Static).update(Content("·  " * size))
        self._passed += 1

    def on_key(self, event: events.Key) -> None:
        """Any key ends it, and does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss(None)


class Hidden(Room[None]):
    """A screen that says nothing, under a window title that says nothing. Enter comes back."""

    def compose(self) -> ComposeResult:
        yield Static(Content(say("screen.hidden")), classes="muted")

    def on_mount(self) -> None:
        driver = self.app._driver
        if driver is not None:
            driver.write("\x1b]0;\x07")

    def action_take(self, place: int | None = None) -> None:
        """Come back."""
        if place is None:
            self.dismiss(None)
