"""The evenings so far: go on with one, or look at how one closed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.files.evenings import EveningEntry, list_evenings
from game.files.paths import Home
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.room import Room
from game.words import say


class EveningsRoom(Room[str | None]):
    """List the saved evenings, the newest first; a file that cannot be read is named and stops nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", say("key.back"))]

    def __init__(self, place: Home) -> None:
        super().__init__()
        self._entries = list_evenings(place)

    def compose(self) -> ComposeResult:
        readable = tuple(entry for entry in self._entries if entry.problem is None)
        with Vertical(id="listing"):
            yield Static(Content(say("evenings.title" if readable else "evenings.none")), id="question")
            with VerticalScroll(id="list", can_focus=False):
                yield Choices((entry.id, evening_line(entry)) for entry in readable)
                for problem in (entry.problem for entry in self._entries if entry.problem):
                    yield Static(Content(str(problem)), classes="problem")
        yield Keys()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.dismiss(event.id)


def evening_line(entry: EveningEntry) -> str:
    """Return a saved evening as one line."""
    key = "evening.closed" if entry.closed else "evening.open"
    first, second = entry.names
    return say(key, id=entry.id, first=first, second=second, played=entry.played, cards=entry.cards)
