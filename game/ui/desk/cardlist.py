"""The cards of one deck in a list, and beside it the one that stands out, as it will lie on the table."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from game.advice.kin import Kin
from game.files.decks.deckpage import DeckPage, Leaf
from game.files.decks.draft import Draft
from game.files.paths import Home
from game.ui.answer import HIDE
from game.ui.asking import Typing
from game.ui.card import depth_dots
from game.ui.desk import DESK
from game.ui.desk.cardform import CardForm
from game.ui.desk.pages import Pages
from game.ui.desk.preview import Preview, placed
from game.ui.desk.proof import Proof
from game.ui.desk.writing import MOST_LETTERS, Line
from game.ui.help import Help
from game.ui.keys import Keys
from game.ui.roll import Roll, Row
from game.ui.room import ROOMS
from game.ui.top import spread
from game.words import say
from game.words.help import WRITING
from game.words.text import plain_text

_ASKS = "▲ "
WIDEST = 132
"""Columns of the cards and what lies beside them: on a wide screen nothing stretches."""
_TITLE = 40
"""Letters of the deck's title above its cards."""
_FAR = 1_000_000
"""More cards than any deck has."""


class CardList(Pages):
    """Choose a card, search for one, move it, put it in twice or take it out."""

    AUTO_FOCUS = ""
    CSS_PATH = [ROOMS, DESK]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", say("key.help"), key_display="?"),
        Binding("a,n", "add", say("editor.key.add")),
        Binding("slash", "find", say("editor.key.find"), key_display="/"),
        Binding("u,ctrl+z", "undo", say("key.undo")),
        Binding("s,ctrl+s", "save", say("editor.key.save")),
        Binding("escape", "back", say("key.back")),
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("home", f"step({-_FAR})", show=False),
        Binding("end", f"step({_FAR})", show=False),
        Binding("enter,space", "take", show=False),
        Binding("d", "double", show=False),
        Binding("x,delete", "delete", show=False),
        Binding("K,shift+up", "shift(-1)", show=False),
        Binding("J,shift+down", "shift(1)", show=False),
        Binding("r,ctrl+y", "redo", show=False),
        Binding("t", "cover", show=False),
        Binding("q", "app.leave", show=False),
        Binding(HIDE, "hide", show=False),
    ]

    def __init__(self, draft: Draft, home: Home, news: str = "") -> None:
        super().__init__(draft, home)
        self._news = news
        self._proof = Proof(draft.path, draft.page)
        self._found: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="top", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="cards"):
                yield Line(id="find", placeholder=say("editor.find"))
                yield Roll(self._row, id="roll")
                yield Static(id="empty", markup=False, classes="muted")
                yield CardForm(id="form")
            yield Preview(id="preview")
        yield Static(id="note", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#find").display = False
        self._show(0)
        self._tell(self._news)
        self.call_after_refresh(self._meet_beside)

    def _meet_beside(self) -> None:
        """Find out which cards are alike while one looks at them."""
        self._beside(self._proof.meet, self._tell_kin)

    def _tell_kin(self, kin: Kin[Leaf]) -> None:
        self._proof = self._proof.with_kin(kin)
        self._show_card()

    def on_resize(self, event: events.Resize) -> None:
        self._show_top()

    # showing

    @property
    def _place(self) -> int:
        return self._found[self.query_one(Roll).place] if self._found else 0

    @property
    def _wanted(self) -> str:
        return self.query_one("#find", Input).value.strip()

    def _show(self, place: int) -> None:
        self._proof = self._proof.of(self._draft.page)
        self._found = self._proof.holding(self._wanted)
        self.query_one(Roll).show(len(self._found), self._found.index(place) if place in self._found else 0)
        self._show_card()

    def _show_card(self) -> None:
        """Show the card that stands out, what is wrong with it, and what is advised."""
        self._show_top()
        self._lay_out()
        preview, proof = self.query_one(Preview), self._proof
        if not self._found:
            words = say("editor.nothing-found" if proof.page.leaves else "editor.empty")
            self.query_one("#empty", Static).update(Content(words))
            preview.show(self._title, None)
            return preview.tell(proof.cover_faults, ())
        preview.show(self._title, proof.sketch(self._place))
        preview.tell((*proof.cover_faults, *proof.faults(self._place)), proof.advice(self._place))

    def _lay_out(self) -> None:
        """Show the list, or the form, or that there is nothing. A class on the room would cost far more."""
        self.query_one(Roll).display = bool(self._found) and not self._is_writing
        self.query_one("#empty").display = not self._found and not self._is_writing
        self.query_one(CardForm).display = self._is_writing
        self.query_one(Preview).set_class(self._is_writing, "-writing")

    @property
    def _is_writing(self) -> bool:
        """Whether a card's fields take the place of the list."""
        return False

    def _show_top(self) -> None:
        cards = len(self._draft.page.leaves)
        place = say("editor.place", place=self._place + 1, cards=cards) if self._found else ""
        if self._wanted:
            place = say("editor.found", found=len(self._found), cards=cards)
        saved = say("editor.saved" if self._draft.is_saved else "editor.unsaved")
        line = spread(self._title[:_TITLE], place, saved, self.size.width, WIDEST)
        self.query_one("#top", Static).update(Content(line))

    def _row(self, number: int) -> Row:
        place = self._found[number]
        card, asks = self._proof.sketch(place), self._proof.asks(place)
        return Row(placed(card.text), f"{_ASKS * asks}{card.kind} {depth_dots(card.depth)}", asks)

    def _tell(self, note: str, *, asks: bool = False) -> None:
        place = self.query_one("#note", Static)
        place.set_class(asks, "-trouble")
        place.update(Content(note))

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(Help(WRITING))

    # standing

    def action_step(self, by: int) -> None:
        """Stand further down or up."""
        self.query_one(Roll).step(by)

    def on_roll_stood(self, event: Roll.Stood) -> None:
        event.stop()
        self._show_card()

    def on_roll_taken(self, event: Roll.Taken) -> None:
        event.stop()
        self.action_take()

    # edits

    def action_double(self) -> None:
        """Put the same card below the one that stands out."""
        self._edit(self._draft.page.duplicate, 1)

    def action_delete(self) -> None:
        """Take the card out."""
        self._edit(self._draft.page.delete, 0, say("editor.done.deleted"))

    def action_shift(self, by: int) -> None:
        """Move the card up or down."""
        if self._wanted:
            return self._tell(say("editor.no.move"))
        if 0 <= self._place + by < len(self._found):
            self._edit(lambda place: self._draft.page.move(place, place + by), by)

    def _edit(self, edit: Callable[[int], DeckPage], by: int, note: str = "") -> None:
        """Edit the card that stands out, if there is one, and stand *by* cards further down."""
        place = self._place
        if self._found and self._do(lambda: edit(place)):
            self._show(min(place + by, len(self._draft.page.leaves) - 1))
            self._tell(note)

    def action_cover(self) -> None:
        """Ask for the deck's title, and then for what it is for."""
        self._ask_cover("title", lambda: self._ask_cover("purpose", lambda: None))

    def _ask_cover(self, key: str, then: Callable[[], None]) -> None:
        now = self._draft.page.cover.get(key)
        value = plain_text(now) if isinstance(now, str) else ""
        typing = Typing(say(f"editor.shelf.{key}"), letters=MOST_LETTERS, value=value)
        self.app.push_screen(typing, lambda line: self._take_cover(key, value, line, then))

    def _take_cover(self, key: str, before: str, line: str | None, then: Callable[[], None]) -> None:
        if line is None:
            return
        said = plain_text(line)
        if said != before and (said or key != "title"):
            self._do(lambda: self._draft.page.change_cover({key: said or None}))
            self._show(self._place)
        then()

    # searching

    @property
    def _is_finding(self) -> bool:
        return self.focused is not None and self.focused.id == "find"

    def action_find(self) -> None:
        """Search in the words of the cards."""
        line = self.query_one("#find", Input)
        line.display = True
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(self._place)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the cards that were found."""
        event.stop()
        self.set_focus(None)
        event.input.display = bool(self._wanted)

    def action_back(self) -> None:
        """Go back: from what was found to all cards, and from there to the shelf."""
        if self._wanted or self._is_finding:
            return self._show_all()
        super().action_back()

    def _show_all(self) -> None:
        """End the search, and stand at the same card among all."""
        place, line = self._place, self.query_one("#find", Input)
        self.set_focus(None)
        line.display = False
        with self.prevent(Input.Changed):
            line.value = ""
        self._show(place)
