"""The curtain: everything that only one of the two may see.

It is opaque, says whose eyes it is for, and opens only by that person's Enter. What is typed is masked,
is handed on as the answer and is cleared before the curtain falls again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from game.engine.rulebook import Asks
from game.ui.choices import Choices
from game.ui.room import Room
from game.words import say

ANSWER, KEY = "answer", "key"
HANDED: Mapping[str, str] = MappingProxyType(
    {
        "s": "swap",
        "x": "never",
        "u": "undo",
        "r": "redo",
        "p": "pause",
        "b": "breath",
        "l": "lighten",
        "d": "lower",
        "v": "veto",
        "m": "sorry",
        "c": "close",
        "w": "elsewhere",
        "h": "hide",
        "question_mark": "help",
        "f1": "help",
        "escape": "home",
    }
)
"""The table's keys that the curtain hands on, and what they do there."""
Drawn = tuple[str, str]
"""What the curtain comes back with: an answer, or a key that the table is to obey."""


class Secret(Input):
    """A masked line that nothing can copy."""

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""


class Curtain(Room[Drawn]):
    """Ask one player alone: choices where there are *options*, a masked line otherwise."""

    is_private = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "peek", say("key.peek")),
        Binding("escape", "fall", show=False),
        *(Binding(key, f"hand('{key}')", show=False) for key in HANDED if key != "escape"),
    ]

    def __init__(
        self,
        name: str,
        other: str,
        question: str,
        asks: Asks,
        options: tuple[tuple[str, str], ...],
        seconds: int = 0,
    ) -> None:
        super().__init__()
        self._name = name
        self._other = other
        self._question = question
        self._asks = asks
        self._standing = options[0][0] if options else ""
        # A digit that is pressed is the depth that is meant.
        self._options = tuple(sorted(options)) if asks is Asks.CEILING else options
        self._seconds = seconds
        self._is_open = False

    def compose(self) -> ComposeResult:
        with Vertical(id="curtain"):
            yield Static(Content(say("care.curtain", name=self._name)), id="whose")
            yield Static(Content(say(f"care.curtain.about.{self._asks}")), classes="about")
            yield Static(
                Content(say("care.curtain.how", name=self._name, other=self._other)), classes="muted"
            )
            yield Static(Content(say("care.curtain.keys")), classes="muted keys")

    def action_take(self, place: int | None = None) -> None:
        """Open the curtain by Enter, and then take a choice."""
        if self._is_open:
            super().action_take(place)
        elif place is None:
            self._open()

    def _open(self) -> None:
        self._is_open = True
        inside = self.query_one("#curtain", Vertical)
        inside.query(Static).remove()
        inside.mount(Static(Content(self._question), id="question"))
        if self._asks in (Asks.NUMBER, Asks.WORDS):
            number = self._asks is Asks.NUMBER
            line = Secret(
                password=True, restrict=r"10|[0-9]?" if number else None, max_length=280, compact=True
            )
            inside.mount(line, Static(Content(say("screen.masked")), classes="muted"))
            line.focus()
        else:
            inside.mount(Choices(self._options, standing=self._standing))
        if self._seconds:
            self.set_timer(self._seconds, self._silence)

    def _silence(self) -> None:
        """No answer is the quiet answer, which is the first choice."""
        if self._standing:
            self._hand_over(ANSWER, self._standing)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self._hand_over(ANSWER, event.id)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        value, event.input.value = event.value, ""
        self._hand_over(ANSWER, value)

    def action_peek(self) -> None:
        """Show what was typed, or mask it again."""
        for line in self.query(Secret):
            line.password = not line.password

    def action_fall(self) -> None:
        """Let the curtain fall without an answer: to the closed curtain, or back to the table's home."""
        if self._is_open:
            self._hand_over(KEY, "again")
        else:
            self._hand_over(KEY, "escape")

    def action_hand(self, key: str) -> None:
        """Hand a key of the table on."""
        self._hand_over(KEY, key)

    def _hand_over(self, what: str, value: str) -> None:
        self.dismiss((what, value))
