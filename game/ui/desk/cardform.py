"""The form of one card: its words, what kind it is, how deep, and what stands beside it."""

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from game.engine.cards import DEEPEST, Card, Dimension, Kind, Part
from game.files.decks.deckmodel import MOST_FOLLOW_UPS
from game.files.decks.statement import Value
from game.ui.card import depth_line
from game.ui.desk.dial import Dial
from game.ui.desk.writing import Line, Words
from game.words import say
from game.words.text import plain_text

_ASKS = tuple(f"follow-{n}" for n in range(MOST_FOLLOW_UPS))


class Done(Static, can_focus=True):
    """The end of a form."""

    BINDINGS = [("enter,space", "finish")]

    class Finished(Message):
        """It is as it should be."""

    def __init__(self, words: str) -> None:
        super().__init__(Content(words), id="done", markup=False)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_finish()

    def action_finish(self) -> None:
        """It is as it should be."""
        self.post_message(self.Finished())


class CardForm(VerticalScroll, can_focus=False):
    """Show a card in fields, and tell what has been changed in them."""

    class Written(Message):
        """Something is not as it was."""

    class Visited(Message):
        """Another field is being written in."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._before: dict[str, Value | None] = {}
        self._more: tuple[str, ...] = ()
        """Follow-ups beyond those that there are fields for: too many, and not to be lost by that."""

    def compose(self) -> ComposeResult:
        yield Words(id="text")
        yield form_row("kind", Dial([(kind, kind.value) for kind in Kind], id="kind"))
        yield form_row("step", Dial([(part, part.value) for part in Part], id="step"))
        yield form_row("depth", Dial([(str(n), depth_line(n)) for n in range(1, DEEPEST + 1)], id="depth"))
        yield form_row("dim", Dial([(dim, say(f"dim.{dim}")) for dim in Dimension], id="dim"))
        for id in _ASKS:
            yield form_row(id, Line(id=id))
        yield form_row("alt", Line(id="alt"))
        for id in ("touch", "starter"):
            yield form_row(id, Dial([("", say("editor.form.no")), ("yes", say("editor.form.yes"))], id=id))
        yield Done(say("editor.form.done"))

    def load(self, card: Card) -> None:
        """Show *card*; what it says now is what later changes are told against."""
        with self.prevent(TextArea.Changed, Input.Changed):
            self.query_one(Words).put(plain_text(card.text))
            asks = (*card.follow_ups, *("",) * MOST_FOLLOW_UPS)
            self._more = card.follow_ups[MOST_FOLLOW_UPS:]
            for id, text in zip((*_ASKS, "alt"), (*asks[:MOST_FOLLOW_UPS], card.alt), strict=True):
                self.query_one(f"#{id}", Line).value = plain_text(text)
        marks = {"touch": card.touch, "starter": card.starter}
        dials = {"kind": card.kind, "step": card.part or Part.NAME, "depth": str(card.depth), "dim": card.dim}
        for id, value in {**dials, **{id: "yes" * mark for id, mark in marks.items()}}.items():
            self.query_one(f"#{id}", Dial).put(value)
        self._show_step()
        self._before = {**self._values(), "step": card.part}

    def begin(self) -> None:
        """Stand in the first field, behind its words."""
        words = self.query_one(Words)
        words.focus()
        words.move_cursor(words.document.end)

    def changes(self) -> dict[str, Value | None]:
        """Return what has changed since this was asked last, by key; None for what is there no longer."""
        now = self._values()
        changed = {key: value for key, value in now.items() if value != self._before.get(key)}
        self._before = now
        return changed

    @property
    def card(self) -> Card:
        """The card as it stands in the fields."""
        values = self._values()
        asks: Any = values["follow_ups"] or ()
        return Card(
            "",
            "",
            text=str(values["text"]),
            kind=Kind(str(values["kind"])),
            depth=int(str(values["depth"])),
            follow_ups=tuple(asks),
            alt=str(values["alt"] or ""),
        )

    def _values(self) -> dict[str, Value | None]:
        def set_to(id: str) -> str:
            return self.query_one(f"#{id}", Dial).value

        def typed(id: str) -> str:
            return plain_text(self.query_one(f"#{id}", Line).value).strip()

        kind = set_to("kind")
        return {
            "kind": kind,
            "step": set_to("step") if kind == Kind.REPAIR else None,
            "depth": int(set_to("depth")),
            "dim": set_to("dim"),
            "text": plain_text(self.query_one(Words).text).strip(),
            "follow_ups": [text for text in (*map(typed, _ASKS), *self._more) if text] or None,
            "alt": typed("alt") or None,
            "touch": bool(set_to("touch")) or None,
            "starter": bool(set_to("starter")) or None,
        }

    def _show_step(self) -> None:
        """Only the cards of an apology have a step."""
        self.query_one("#row-step").display = self.query_one("#kind", Dial).value == Kind.REPAIR

    # what happens in the fields

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.post_message(self.Visited(event.widget.id or ""))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Written())

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Written())

    def on_dial_turned(self, event: Dial.Turned) -> None:
        event.stop()
        self._show_step()
        self.post_message(self.Written())

    def on_dial_passed(self, event: Dial.Passed) -> None:
        event.stop()
        self.screen.focus_next()

    def on_words_passed(self, event: Words.Passed) -> None:
        event.stop()
        self.screen.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()


def form_row(name: str, field: Dial | Line) -> Horizontal:
    """Return *field* with its label before it."""
    label = Static(Content(say(f"editor.form.{name}")), markup=False, classes="label")
    return Horizontal(label, field, id=f"row-{name}", classes="row")
