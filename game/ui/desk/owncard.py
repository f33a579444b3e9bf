"""A card of one's own, written at the table in ten seconds: words, and kind and depth if one likes."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.engine.cards import AT_THE_TABLE, DEEPEST, Kind
from game.files.decks.owndeck import add_own_card
from game.files.paths import Home
from game.files.problems import Trouble
from game.ui.asking import Asking, Overlay
from game.ui.card import depth_line
from game.ui.desk.cardform import Done, form_row
from game.ui.desk.dial import Dial
from game.ui.desk.writing import Words
from game.ui.keys import Keys
from game.words import say


class OwnCard(Overlay):
    """Write a card. Enter keeps it in the couple's own deck and answers with the sentence that says so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", say("editor.key.save")),
        Binding("escape", "back", say("key.back")),
    ]

    def __init__(self, home: Home, begun: str = "") -> None:
        super().__init__()
        self._home = home
        self._begun = begun

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="asking", can_focus=False):
            yield Static(Content(say("editor.add.title")), id="question")
            yield Words(id="text")
            yield form_row("kind", Dial([(kind, kind.value) for kind in AT_THE_TABLE], id="kind"))
            depths = [(str(n), depth_line(n)) for n in range(1, DEEPEST + 1)]
            yield form_row("depth", Dial(depths, id="depth"))
            yield Done(say("editor.add.keep"))
            yield Static(id="refused", markup=False, classes="problem")
            yield Static(Content(say("editor.add.keys")), classes="muted")
        yield Keys()

    @property
    def _typed(self) -> str:
        return self.query_one(Words).text

    def on_mount(self) -> None:
        self.query_one(Words).put(self._begun)
        self.query_one("#kind", Dial).put(Kind.QUESTION)

    def on_words_passed(self, event: Words.Passed) -> None:
        event.stop()
        self.action_keep()

    def on_dial_passed(self, event: Dial.Passed) -> None:
        event.stop()
        self.action_keep()

    def on_done_finished(self, event: Done.Finished) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the card. Where that fails it is said why, and the words stay."""
        kind, depth = (self.query_one(f"#{id}", Dial).value for id in ("kind", "depth"))
        try:
            add_own_card(self._home, self.query_one(Words).text, Kind(kind), int(depth))
        except Trouble as trouble:
            self.query_one("#refused", Static).update(Content(str(trouble)))
            return
        self.dismiss(say("editor.add.kept"))

    def action_back(self) -> None:
        """Go back without a card; words that are there already are not dropped by one key."""
        if not self.query_one(Words).text.strip():
            self.dismiss(None)
            return
        options = (("", say("editor.add.drop.no")), ("drop", say("editor.add.drop.yes")))
        self.app.push_screen(Asking(say("editor.add.drop"), options), self._drop)

    def _drop(self, answer: str | None) -> None:
        if answer:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """The arrows also go from field to field."""
        if event.key in ("up", "down"):
            event.stop()
            self.focus_next() if event.key == "down" else self.focus_previous()
