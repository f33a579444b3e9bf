"""A question over the screen. It answers with what was taken or typed, and decides nothing itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from game.ui.answer import Answering
from game.ui.choices import Choices
from game.ui.quiet import Hidden
from game.ui.room import KEYS, ROOMS


class Overlay(Answering[str | None], ModalScreen[str | None]):
    """A question over a room. It answers once, and one can hide or leave from it as from anywhere."""

    CSS_PATH = ROOMS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
    ]

    def action_hide(self) -> None:
        """Hide everything behind a neutral screen."""
        self.app.push_screen(Hidden())


class Asking(Overlay):
    """Ask *question* with choices; Escape answers None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        Binding("h", "hide", show=False),
        Binding("q", "app.leave", show=False),
    ]

    def __init__(self, question: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._question = question
        self._options = options

    def compose(self) -> ComposeResult:
        with Vertical(id="asking"):
            yield Static(Content(self._question), id="question")
            yield Choices(self._options)

    def action_step(self, by: int) -> None:
        """Move the choice that stands out."""
        self.query_one(Choices).step(by)

    def action_take(self, place: int | None = None) -> None:
        """Take the choice that stands out, or the one at *place*."""
        self.query_one(Choices).take(place)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.dismiss(event.id)


class Typing(Overlay):
    """Ask *question* with a line to type; Enter answers it, Escape answers None."""

    def __init__(self, question: str, hint: str = "", letters: int = 280, value: str = "") -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint
        self._letters = letters

    def compose(self) -> ComposeResult:
        with Vertical(id="asking"):
            yield Static(Content(self._question), id="question")
            yield Input(self._value, max_length=self._letters, compact=True, select_on_focus=False)
            yield Static(Content(self._hint), classes="muted")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
