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
        self._card, self._choices, self._soft = CardFace(id="card"), Choices(id="choices"), SoftBar(id="soft")
        self._revealed = Static(id="revealed", markup=False)
        self._question = Static(id="question", markup=False)
        self._offers = Static(id="offers", markup=False, classes="muted")
        self._written: dict[Static, str] = {}

    def compose(self) -> ComposeResult:
        yield from (self._card, self._revealed, self._question, self._offers, self._choices, self._soft)

    def show(self, shown: Scene, told: str, options: Options) -> None:
        """Show one stop, from its top: the scene, what both have *told* behind the curtain, and *options*."""
        self._card.show(shown)
        self._write(self._revealed, told)
        # The other way is as good as the card, so that no window is too small for it.
        equal = say("offer.do.alt", alt=shown.alt)
        asked = (shown.question, *(f"  · {each}" for each in shown.follow_ups))
        self._write(self._question, "\n".join((*asked, *(each for each in shown.offers if each == equal))))
        self._write(self._offers, "\n".join(each for each in shown.offers if each != equal))
        self._choices.show(options)
        self._soft.start(shown.soft)
        if self.scroll_y:
            self.scroll_home(animate=False)

    def rest(self) -> None:
        """Let the soft time stand still."""
        self._soft.stop()

    def _write(self, part: Static, text: str) -> None:
        """Write *text* in *part*, unless it stands there already: every writing lays the room out anew."""
        if self._written.get(part) == text:
            return
        self._written[part] = text
        part.set_class(not text, "-empty")
        part.update(Content(text))
