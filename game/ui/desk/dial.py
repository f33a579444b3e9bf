"""A dial: one word out of a few, turned by the arrows, by its first letter or by a click."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_LEFT, _RIGHT = "‹ ", " ›"


class Dial(Static, can_focus=True):
    """Show the word that is set. Arrows and the space bar turn it, Enter goes on."""

    DEFAULT_CSS = """
    Dial { width: auto; height: 1; color: $foreground; }
    Dial:focus { color: $primary; text-style: bold; }
    Dial:hover { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        Binding("enter", "go_on", show=False),
    ]

    class Turned(Message):
        """Another word is set."""

    class Passed(Message):
        """Enter was pressed: it is right as it is."""

    def __init__(self, options: Sequence[tuple[str, str]], id: str) -> None:
        super().__init__(id=id, markup=False)
        self._options = tuple(options)
        self._place = 0

    @property
    def value(self) -> str:
        """What is set, by its id."""
        return self._options[self._place][0]

    def on_mount(self) -> None:
        self._draw()

    def put(self, value: str) -> None:
        """Set *value*, if it is one of the words, without telling anybody."""
        ids = [id for id, _ in self._options]
        self._place = ids.index(value) if value in ids else 0
        self._draw()

    def action_turn(self, by: int) -> None:
        """Set the word *by* places further on, round the ends."""
        self._place = (self._place + by) % len(self._options)
        self._draw()
        self.post_message(self.Turned())

    def action_go_on(self) -> None:
        """Leave it as it is."""
        self.post_message(self.Passed())

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_turn(-1 if event.x < len(_LEFT) else 1)

    def on_key(self, event: events.Key) -> None:
        """Letters belong to the dial and to nothing behind it: each goes to the next word that begins so."""
        letter = event.character
        if not letter or not letter.isprintable() or letter == " ":
            return
        event.stop()
        event.prevent_default()
        count = len(self._options)
        for by in range(1, count + 1):
            if self._options[(self._place + by) % count][1].casefold().startswith(letter.casefold()):
                self.action_turn(by)
                return

    def _draw(self) -> None:
        self.update(Content(f"{_LEFT}{self._options[self._place][1]}{_RIGHT}"))
