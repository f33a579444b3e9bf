"""The felt: what lies on the table where both may see it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.engine.scene import Scene
from game.ui.card import CardFace
from game.ui.choices import Choices
from game.ui.softbar import SoftBar
from game.words import say

Options = tuple[tuple[str, str], ...]


class Felt(VerticalScroll, can_focus=False):
    """The card, what both have told, the question, what may help, the choices, and the soft time."""

    def __init__(self) -> None:
        super().__init__(id="felt")
        self._written: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield CardFace(id="card")
        yield Static(id="revealed", markup=False)
        yield Static(id="question", markup=False)
        yield Static(id="offers", markup=False, classes="muted")
        yield Choices(id="choices")
        yield SoftBar(id="soft")

    def show(self, shown: Scene, told: str, options: Options) -> None:
        """Show one stop, from its top: the scene, what both have *told* behind the curtain, and *options*."""
        self.query_one(CardFace).show(shown)
        self._write("revealed", told)
        # The other way is as good as the card, so that no window is too small for it.
        equal = say("offer.do.alt", alt=shown.alt)
        asked = (shown.question, *(f"  · {each}" for each in shown.follow_ups))
        self._write("question", "\n".join((*asked, *(each for each in shown.offers if each == equal))))
        self._write("offers", "\n".join(each for each in shown.offers if each != equal))
        self.query_one(Choices).show(options)
        self.query_one(SoftBar).start(shown.soft)
        self.scroll_home(animate=False)

    def rest(self) -> None:
        """Let the soft time stand still."""
        self.query_one(SoftBar).stop()

    def _write(self, place: str, text: str) -> None:
        """Write *text* in *place*, unless it stands there already: every writing lays the room out anew."""
        if self._written.get(place) == text:
            return
        self._written[place] = text
        part = self.query_one(f"#{place}", Static)
        part.set_class(not text, "-empty")
        part.update(Content(text))
