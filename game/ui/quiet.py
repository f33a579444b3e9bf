"""Quiet rooms: a pause and a breath."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from game.ui.answer import CLOSE, HIDE, Handed
from game.ui.keys import Keys
from game.ui.room import Room
from game.ui.typed import Typed
from game.words import say

BREATH = 60
"""Seconds of a breath."""
_IN_AND_OUT = 4
_THROUGH = ("h", "q", HIDE)
"""The keys that do what they do everywhere, also while one breathes."""


class Paused(Room[str | None]):
    """Rest. Enter comes back, a time may be named, Escape goes home and stays paused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go", say("key.home")),
        Binding(HIDE, "hide", say("key.hide"), key_display=HIDE.upper()),
        Binding(CLOSE, "hand('close')", say("key.close"), key_display=CLOSE.upper()),
    ]

    def __init__(self, back: str) -> None:
        super().__init__()
        self._back = back

    def compose(self) -> ComposeResult:
        with Vertical(id="quiet"):
            words = say("care.paused.back", back=self._back) if self._back else say("care.paused")
            yield Static(Content(words), id="whose")
            yield Static(Content(say("care.paused.long")), classes="muted")
            yield Typed(placeholder=say("screen.paused.time"), max_length=40, compact=True)
            yield Static(Content(say("screen.paused.keys")), classes="muted")
        yield Keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_go(self) -> None:
        """Go home; the pause stays."""
        self.dismiss(None)

    def action_hand(self, action: str) -> None:
        """Come back, and let the table do *action*."""
        self.dismiss(Handed(action))


class Breath(Room[None]):
    """A minute in which there is nothing to do. Any key or click ends it, but for hiding and leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "hide", show=False)]

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
        """Any key ends it, and does nothing else; but one can hide and leave from everywhere."""
        if event.key in _THROUGH:
            return
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_click(self) -> None:
        """A click ends it as well."""
        self.dismiss(None)
