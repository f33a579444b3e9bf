"""Lines to type on: what is typed is only text, and Enter and the keys of care are told below."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from game.words import say


class Typed(Input):
    """A line. Enter is done with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", say("key.done"))]

    def _on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted, as one line."""
        event.text = " ".join(event.text.split())


class Secret(Typed):
    """A line that nothing can copy; it is masked where one asks for that."""

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""


class Masked(Widget):
    """Where something secret is typed, which whoever types may look at."""

    def action_peek(self) -> None:
        """Show what was typed, or mask it again."""
        for line in self.query(Secret):
            line.password = not line.password


class Figure(Secret):
    """A masked line for a number from 0 to 10. Letters mean nothing in it, and are told to others."""

    class Lettered(Message):
        """A key was pressed that no number is written with."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(password=True, restrict=r"10|[0-9]?", compact=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take digits only."""
        return character is not None and character.isdecimal()

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            self.post_message(self.Lettered(event.key))
