"""The curtain: everything that only one of the two may see.

It is opaque, says whose eyes it is for, and opens only by that person's Enter. What is typed is masked,
is handed on as the answer and is cleared before the curtain falls again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.engine.rulebook import Asks
from game.ui.answer import CLOSE, HIDE, PAUSE
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.room import Room
from game.ui.typed import Figure, Masked, Secret
from game.words import say

ANSWER, KEY = "answer", "key"
HANDED: Mapping[str, str] = MappingProxyType(
    {
        "question_mark": "help",
        "p": "pause",
        "h": "hide",
        "c": "close",
        "s": "swap",
        "u": "undo",
        "f1": "help",
        HIDE: "hide",
        PAUSE: "pause",
        CLOSE: "close",
        "x": "never",
        "r": "redo",
        "b": "breath",
        "l": "lighten",
        "d": "lower",
        "v": "veto",
        "m": "sorry",
        "w": "elsewhere",
        "escape": "home",
    }
)
"""The table's keys that the curtain hands on, and what they do there."""
_TOLD = ("help", "pause", "hide", "close", "swap", "undo")
"""What the line at the foot tells of, where it would do something."""
_SHOWN = {"question_mark": "?", **{key: key.upper() for key in ("f1", HIDE, PAUSE, CLOSE)}}
REST = 0.5
"""Seconds after the curtain has changed in which Enter does nothing: nobody looks or answers by mistake."""
_LETTERS = 280
"""Letters that an answer in words has room for."""
Drawn = tuple[str, str]
"""What the curtain comes back with: an answer, or a key that the table is to obey."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What one of the two is asked behind the curtain, in words."""

    name: str
    other: str
    question: str
    asks: Asks
    about: str
    """What both may know of it while the curtain is closed."""
    options: tuple[tuple[str, str], ...] = ()
    card: str = ""
    """The card as only this one sees it, and what stands on its border."""
    border: str = ""
    offers: tuple[str, ...] = ()
    seconds: int = 0
    """After so many the quiet answer is given; 0 waits for ever."""
    aside: str = ""
    """What just happened, told to this one alone."""
    note: str = ""
    """What just happened, for both to know."""
    acting: frozenset[str] = frozenset()
    """What the table would do now, of all that its keys are for."""


def _handing(key: str) -> Binding:
    action = HANDED[key]
    word = say(f"key.{action}") if action in _TOLD else ""
    return Binding(key, f"hand('{key}')", word, show=bool(word), key_display=_SHOWN.get(key))


class Curtain(Room[Drawn], Masked):
    """Ask one player alone: choices where there are some, a masked line otherwise."""

    is_private = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", say("key.look")),
        Binding("enter", "take", show=False),
        Binding("ctrl+t", "peek", say("key.peek")),
        *(_handing(key) for key in HANDED if key != "escape"),
        Binding("escape", "fall", say("key.back")),
        Binding("escape", "hand('escape')", show=False),
    ]

    def __init__(self, alone: Alone) -> None:
        super().__init__()
        self._alone = alone
        # A digit that is pressed is the depth that is meant.
        self._options = tuple(sorted(alone.options)) if alone.asks is Asks.CEILING else alone.options
        self._is_open = False
        self._changed = monotonic()

    def compose(self) -> ComposeResult:
        alone = self._alone
        with Vertical(id="curtain"):
            if self._is_typed:
                # Nobody looks away from a card that both may read.
                yield from self._card()
            yield Static(Content(say("care.curtain", name=alone.name)), id="whose")
            yield Static(Content(alone.about), classes="about")
            how = say("care.curtain.how", name=alone.name, other=alone.other)
            yield Static(Content(how), classes="muted")
            if alone.note:
                yield Static(Content(alone.note), id="told")
        yield Keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act, and be shown, only where it does something at this curtain."""
        match action, parameters:
            case "open", _:
                acts = not self._is_open
            case "fall", _:
                acts = self._is_open
            case "peek", _:
                acts = self._is_open and self._is_typed
            case "hand", (str(key),):
                acts = HANDED[key] in self._alone.acting
            case _:
                acts = True
        return acts and super().check_action(action, parameters)

    @property
    def _is_typed(self) -> bool:
        return self._alone.asks in (Asks.NUMBER, Asks.WORDS)

    def action_take(self, place: int | None = None) -> None:
        """Open the curtain, and then take a choice; not by an Enter that was meant for something else."""
        if place is None and self._is_unread:
            return
        if self._is_open:
            super().action_take(place)
        elif place is None:
            self._open()

    @property
    def _is_unread(self) -> bool:
        """Whether nobody can have read yet what stands here now."""
        return monotonic() - self._changed < REST

    def action_open(self) -> None:
        """Look, by the line at the foot."""
        self.action_take()

    def _open(self) -> None:
        """Show what is for this one only."""
        self._is_open, self._changed = True, monotonic()
        inside = self.query_one("#curtain", Vertical)
        inside.query(Static).remove()
        inside.mount_all(self._inside())
        for line in inside.query(Secret):
            line.focus()
        if self._alone.seconds:
            self.set_timer(self._alone.seconds, self._silence)
        self.refresh_bindings()

    def _inside(self) -> Iterator[Widget]:
        alone = self._alone
        if alone.aside:
            yield Static(Content(alone.aside), classes="about")
        yield from self._card()
        yield Static(Content(alone.question), id="question")
        if self._is_typed:
            is_number = alone.asks is Asks.NUMBER
            yield Figure() if is_number else Secret(password=True, max_length=_LETTERS, compact=True)
            yield Static(Content(say("screen.masked")), classes="muted")
        else:
            yield Choices(self._options, standing=alone.options[0][0] if alone.options else None)
        if alone.offers:
            yield Static(Content("\n".join(alone.offers)), classes="muted offers")

    def _card(self) -> Iterator[Widget]:
        if self._alone.card:
            yield Static(Content(self._alone.border), classes="muted")
            yield Static(Content(self._alone.card), classes="card")

    def _silence(self) -> None:
        """No answer is the quiet answer, which is the first choice."""
        if self._alone.options:
            self._hand_over(ANSWER, self._alone.options[0][0])

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self._hand_over(ANSWER, event.id)

    def on_input_submitted(self, event: Secret.Submitted) -> None:
        event.stop()
        if not event.value and self._is_unread:
            return
        value, event.input.value = event.value, ""
        self._hand_over(ANSWER, value)

    async def on_figure_lettered(self, event: Figure.Lettered) -> None:
        """A letter is no number: it is the key that it is everywhere."""
        event.stop()
        await self.run_action("app.leave" if event.key == "q" else f"hand({event.key!r})")

    def action_fall(self) -> None:
        """Let the curtain fall without an answer, and stand closed again."""
        self._hand_over(KEY, "again")

    def action_hand(self, key: str) -> None:
        """Hand a key of the table on."""
        self._hand_over(KEY, key)

    def _hand_over(self, what: str, value: str) -> None:
        self.dismiss((what, value))
