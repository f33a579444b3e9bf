"""What one types a card into: lines and a few words, with nothing in them that a terminal would obey."""

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, TextArea

from game.files.decks.deckmodel import TEXT_LETTERS
from game.ui.answer import HIDE
from game.words.text import plain_text

MOST_LETTERS = 2 * TEXT_LETTERS
"""Letters that are taken in; a card has at most half of them, and what is too much can still be cut."""


class Line(Input):
    """One line. Coming to it selects nothing, so that no letter takes the place of all that stands there."""

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(
            value,
            id=id,
            placeholder=placeholder,
            max_length=MOST_LETTERS,
            compact=True,
            select_on_focus=False,
        )

    def _on_paste(self, event: events.Paste) -> None:
        event.text = " ".join(plain_text(event.text[:MOST_LETTERS]).split())


class Words(TextArea):
    """A few lines. Enter goes on to what comes next; ctrl+j begins a new line."""

    # Otherwise F7 marks all the words, in plain sight.
    BINDINGS = [Binding("ctrl+j", "new_line", show=False), Binding(HIDE, "screen.hide", show=False)]

    class Passed(Message):
        """Enter was pressed: the words are there."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False, show_line_numbers=False)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = plain_text(event.text)[: max(0, MOST_LETTERS - len(self.text))]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Passed())

    def put(self, text: str) -> None:
        """Show *text*; what was typed before is no longer taken back here."""
        if self.text == text:
            self.history.clear()
        else:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_undo(self) -> None:
        """Take back what was typed here; when nothing is left of it, whoever is behind takes back more."""
        before = self.text
        super().action_undo()
        if self.text == before:
            raise SkipAction

    def action_redo(self) -> None:
        """Do again what was taken back here, or let whoever is behind do so."""
        before = self.text
        super().action_redo()
        if self.text == before:
            raise SkipAction
