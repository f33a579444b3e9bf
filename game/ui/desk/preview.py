"""A card as it will lie on the table, and below it what there is to say about it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.advice.rule import Advice, Severity
from game.engine.cards import Card
from game.files.decks.pagecheck import Fault
from game.ui.card import CardFace, depth_line
from game.words import say
from game.words.text import plain_text

_PARTNER = "{partner}"
_FAULT, _ERROR, _WARNING = "▲", "●", "○"


class Preview(VerticalScroll, can_focus=False):
    """The card, its follow-ups, what keeps it from being played, and what a careful reader would say."""

    def compose(self) -> ComposeResult:
        yield CardFace(id="card")
        yield Static(id="beside", markup=False, classes="muted")
        yield Static(id="faults", markup=False, classes="problem")
        yield Static(id="advice", markup=False)

    def show(self, title: str, card: Card | None) -> None:
        """Show *card* of the deck called *title*, or that there is none."""
        face = self.query_one(CardFace)
        face.set_class(card is None, "-empty")
        if card is not None:
            face.face(plain_text(title), placed(card.text), depth_line(card.depth))
        self._fill("beside", beside(card) if card else "")

    def tell(self, faults: Sequence[Fault], advice: Sequence[Advice]) -> None:
        """Say what is wrong with the card, and what is advised."""
        self._fill("faults", "\n".join(map(fault_line, faults)))
        self._fill("advice", "\n\n".join(map(advice_line, advice)))

    def _fill(self, id: str, text: str) -> None:
        part = self.query_one(f"#{id}", Static)
        part.set_class(not text, "-empty")
        part.update(Content(text))


def placed(text: str) -> str:
    """Return *text* with words for the partner, whose name only an evening knows."""
    return plain_text(text).replace(_PARTNER, say("editor.partner"))


def beside(card: Card) -> str:
    """Return the follow-ups and the equal version of *card*, a line for each."""
    lines = [f"· {placed(each)}" for each in card.follow_ups if each]
    return "\n".join((*lines, *((say("editor.alt", alt=placed(card.alt)),) if card.alt else ())))


def fault_line(fault: Fault) -> str:
    """Return what is wrong, marked by more than its colour."""
    key, sentence = fault
    return plain_text(f"{_FAULT} {key}: {sentence}" if key else f"{_FAULT} {sentence}")


def advice_line(advice: Advice) -> str:
    """Return one piece of advice; a full mark for what holds always, a hollow one for what may be so."""
    mark = _ERROR if advice.severity is Severity.ERROR else _WARNING
    return plain_text(f"{mark} {advice.found}: {advice.why} {advice.better}")
