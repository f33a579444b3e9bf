"""The editor: a deck's cards, and the fields of the one that is being written."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer

from game.files.decks.deckpage import Leaf
from game.files.decks.draft import Draft
from game.files.paths import Home
from game.ui.desk.cardform import CardForm, Done
from game.ui.desk.cardlist import CardList
from game.ui.desk.preview import Preview
from game.words import say

_PAUSE = 0.25
"""Seconds without a key after which what is being typed becomes a step, and is checked."""
_IN_FORM = ("field", "take_back", "do_again", "keep", "finish", "guide")
_WHILE_FINDING = ("step", "back", "guide")


class Editor(CardList, inherit_bindings=False):
    """Write on a card, or begin a new one. Letters show at once, and are checked when the typing rests."""

    # One key does one thing among the cards and another in a field, so all of them stand in one list.
    BINDINGS: ClassVar[list[BindingType]] = [
        # In a field a question mark is a question mark, also when it is clicked among the keys below.
        Binding("f1", "guide", say("key.help")),
        Binding("question_mark", "guide", show=False),
        *CardList.BINDINGS,
        Binding("ctrl+s", "keep", say("editor.key.save")),
        Binding("ctrl+z", "take_back", say("key.undo")),
        Binding("escape", "finish", say("editor.key.done")),
        Binding("ctrl+y", "do_again", show=False),
        Binding("up,shift+tab", "field(-1)", show=False),
        Binding("down,tab", "field(1)", show=False),
    ]

    def __init__(self, draft: Draft, home: Home, news: str = "") -> None:
        super().__init__(draft, home, news)
        self._shown: Leaf | None = None
        """The card in the form, if one is being written."""
        self._is_fresh = False
        self._visits = 0
        self._field = ""
        self._pause: Timer | None = None

    @property
    def _is_writing(self) -> bool:
        return self._shown is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let each key act where it is meant: on the cards, in the search line, or in a card's fields."""
        if not super().check_action(action, parameters):
            return False
        if action == "hide":
            return True
        if self._is_writing:
            return action in _IN_FORM
        return action in _WHILE_FINDING if self._is_finding else action not in _IN_FORM

    def _show(self, place: int) -> None:
        """Show the page, and a form anew that stands open; one whose card is elsewhere closes."""
        leaves = self._draft.page.leaves
        stays = place == self._place and len(leaves) == len(self._proof.page.leaves)
        if self._is_writing and not stays:
            self._close()
        super()._show(place)
        if self._is_writing and leaves[place] is not self._shown:
            self._load()

    # in and out

    def action_take(self, place: int | None = None) -> None:
        """Write on the card that stands out."""
        if self._found:
            self._open(is_fresh=False)

    def action_add(self) -> None:
        """Begin a new card below the one that stands out."""
        self._show_all()
        place = self._place + 1 if self._found else 0
        # The card and its first words are one step: taken back, both are gone.
        if self._do(lambda: self._draft.page.insert(place, {"text": ""}), f"{self._visits + 1}-text"):
            self._show(place)
            self._open(is_fresh=True)

    def action_finish(self) -> None:
        """Go back to the cards. A new one without words is none."""
        self._absorb()
        place = self._place
        is_blank = self._is_fresh and not self._proof.sketch(place).text
        self._close()
        if is_blank and self._do(lambda: self._draft.page.delete(place), f"{self._visits}-text"):
            place = max(0, place - 1)
        self._show(place)

    def _open(self, *, is_fresh: bool) -> None:
        self._visits += 1
        self._is_fresh, self._field = is_fresh, "text"
        self._tell("")
        self._load()
        self._lay_out()
        self.query_one(CardForm).begin()
        self.refresh_bindings()

    def _load(self) -> None:
        self._shown = self._draft.page.leaves[self._place]
        self.query_one(CardForm).load(self._proof.sketch(self._place))

    def _close(self) -> None:
        self._shown = None
        self.set_focus(None)
        self._lay_out()
        self.refresh_bindings()

    # typing

    def on_card_form_written(self, event: CardForm.Written) -> None:
        event.stop()
        self.query_one(Preview).show(self._title, self.query_one(CardForm).card)
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._absorb)

    def on_card_form_visited(self, event: CardForm.Visited) -> None:
        event.stop()
        self._absorb()
        self._field = event.field

    def on_done_finished(self, event: Done.Finished) -> None:
        event.stop()
        self.action_finish()

    def _absorb(self) -> None:
        """Make a step of what has been typed since the last one; all that is typed in a field is one."""
        if not self._is_writing:
            return
        if self._pause:
            self._pause.stop()
        place, changes = self._place, self.query_one(CardForm).changes()
        visit = f"{self._visits}-{self._field}"
        if changes and self._do(lambda: self._draft.page.change(place, changes), visit):
            self._shown = self._draft.page.leaves[place]
            self._proof = self._proof.of(self._draft.page)
            self._show_card()

    def action_field(self, by: int) -> None:
        """Go to the next field, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    # the same keys' work, from within a field

    def action_guide(self) -> None:
        """Open the help."""
        self.action_help()

    def action_keep(self) -> None:
        """Save, and go on writing."""
        self.action_save()

    def action_take_back(self) -> None:
        """Take back what was done last."""
        self.action_undo()

    def action_do_again(self) -> None:
        """Do again what was taken back."""
        self.action_redo()
