"""A question over the screen. It answers with what was taken or typed, and decides nothing itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from game.ui.answer import CLOSE, HIDE, PAUSE, Answering, Handed
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.room import KEYS, ROOMS
from game.ui.typed import Typed
from game.words import say


def _key(key: str, action: str, word: str) -> Binding:
    return Binding(key, action, say(word), key_display=key.upper())


class Overlay(Answering[str | None], ModalScreen[str | None]):
    """A question over a room. It answers once, and one can hide or leave from it as from anywhere."""

    CSS_PATH = ROOMS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", say("key.back")),
        _key(HIDE, "hide", "key.hide"),
        _key(PAUSE, "hand('pause')", "key.pause"),
        _key(CLOSE, "hand('close')", "key.close"),
    ]
    is_over_table = False
    """Whether there is an evening below that may be paused or closed from here."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to pause and to close only over a table."""
        return (action != "hand" or self.is_over_table) and super().check_action(action, parameters)

    def action_hand(self, action: str) -> None:
        """Answer nothing, and let the table do *action*."""
        self.dismiss(Handed(action, self._typed))

    @property
    def _typed(self) -> str:
        """What has been typed so far."""
        return ""


class Asking(Overlay):
    """Ask *question* with choices, standing at first on the one called *standing*; Escape answers None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        Binding("h", "hide", show=False),
        Binding("q", "app.leave", show=False),
    ]

    def __init__(
        self, question: str, options: tuple[tuple[str, str], ...], standing: str | None = None
    ) -> None:
        super().__init__()
        self._question = question
        self._options = options
        self._standing = standing

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="asking", can_focus=False):
            yield Static(Content(self._question), id="question")
            yield Choices(self._options, standing=self._standing)
        yield Keys()

    def action_step(self, by: int) -> None:
        """Move the choice that stands out; where there is nothing to choose, read on."""
        choices = self.query_one(Choices)
        choices.step(by) if choices.is_open else self._read_lines(by)

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
        with VerticalScroll(id="asking", can_focus=False):
            yield Static(Content(self._question), id="question")
            yield Typed(self._value, max_length=self._letters, compact=True, select_on_focus=False)
            yield Static(Content(self._hint), classes="muted")
        yield Keys()

    @property
    def _typed(self) -> str:
        return self.query_one(Typed).value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
