"""The evenings so far: go on with one, look at it, go back in it, give it out, or take it away."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.files.evenings.archive import EveningEntry, list_evenings
from game.files.evenings.deleting import delete_evening, delete_question, gone_lines
from game.files.evenings.folder import is_evening, text_path
from game.files.evenings.restoring import find_state, restore, restored_line, state_line, states
from game.files.evenings.savefile import read_save
from game.files.exporting import export_evening
from game.files.paths import Home
from game.files.problems import Trouble
from game.files.seal import PLAIN
from game.ui.asking import Asking
from game.ui.keys import Keys
from game.ui.look import Look
from game.ui.roll import Roll, Row
from game.ui.room import Room
from game.words import say

_PAGE = 10


class EveningsRoom(Room[str | None]):
    """List the saved evenings, the newest first; a file that cannot be read is named and stops nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", say("key.go-on")),
        Binding("l", "look", say("key.look")),
        Binding("r", "restore", say("key.restore")),
        Binding("e", "export", say("key.export")),
        Binding("d", "delete", say("key.delete")),
        Binding("escape", "dismiss", say("key.back")),
        Binding("pageup", f"step(-{_PAGE})", show=False),
        Binding("pagedown", f"step({_PAGE})", show=False),
    ]

    def __init__(self, place: Home) -> None:
        super().__init__()
        self._place = place
        self._entries = list_evenings(place)

    def compose(self) -> ComposeResult:
        with Vertical(id="listing"):
            yield Static(id="question", markup=False)
            yield Roll(self._row, id="roll")
            yield Static(id="detail", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.call_after_refresh(self._show, 0)

    def _show(self, place: int) -> None:
        """Show the list, standing at *place*."""
        is_any = any(entry.problem is None for entry in self._entries)
        question = say("evenings.title" if is_any else "evenings.none")
        self.query_one("#question", Static).update(Content(question))
        self.query_one(Roll).show(len(self._entries), place)
        self._tell(self._about())
        self.refresh_bindings()

    def _row(self, place: int) -> Row:
        entry = self._entries[place]
        if entry.problem is not None:
            copied = is_evening(entry.path)
            return Row(entry.id, say("evenings.unread" if copied else "evenings.copy"), asks=True)
        first, second = entry.names
        key = "evenings.closed" if entry.closed else "evenings.open"
        note = say(key, played=entry.played, cards=entry.cards)
        return Row(say("evenings.row", id=entry.id, first=first, second=second), note, asks=bool(entry.note))

    @property
    def _standing(self) -> EveningEntry | None:
        place = self.query_one(Roll).place
        return self._entries[place] if place < len(self._entries) else None

    def _about(self) -> str:
        """Return what is wrong with the evening that stands out."""
        entry = self._standing
        return "" if entry is None else str(entry.problem) if entry.problem else entry.note

    def _tell(self, sentence: str) -> None:
        self.query_one("#detail", Static).update(Content(sentence))

    def on_roll_stood(self, event: Roll.Stood) -> None:
        event.stop()
        self._tell(self._about())
        self.refresh_bindings()

    def on_roll_taken(self, event: Roll.Taken) -> None:
        event.stop()
        self.action_take()

    def action_step(self, by: int) -> None:
        """Move the evening that stands out."""
        self.query_one(Roll).step(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only the keys that would do something with the evening that stands out."""
        if action in ("look", "export", "take", "restore", "delete") and self.is_mounted:
            entry = self._standing
            if entry is None or not is_evening(entry.path):
                return False
            if action in ("look", "export", "take") and entry.problem is not None:
                return False
        return super().check_action(action, parameters)

    # what may be done with one

    def action_take(self, place: int | None = None) -> None:
        """Go on with the evening that stands out."""
        if place is None and (entry := self._standing):
            self.dismiss(entry.id)

    def action_look(self) -> None:
        """Look at it without opening it."""
        if entry := self._standing:
            self.app.push_screen(Look(self._place, entry))

    def action_restore(self) -> None:
        """Ask which older state to go back to."""
        if not (entry := self._standing):
            return
        every = states(entry.path, self._place.seal)
        options = tuple((each.name, state_line(each)) for each in every if not each.problem)
        question = say("restore.ask" if options else "restore.alone")
        asking = Asking(question, (("", say("table.back")), *options))
        self.app.push_screen(asking, lambda name: self._try(lambda: self._go_back(entry, name or "")))

    def _go_back(self, entry: EveningEntry, name: str) -> tuple[str, ...]:
        if not name:
            return ()
        state = find_state(entry.path, name, self._place.seal)
        return (restored_line(entry.id, state, restore(self._place, entry.id, state)),)

    def action_export(self) -> None:
        """Write it down as text, beside the evening."""
        if entry := self._standing:
            self._try(lambda: self._give_out(entry))

    def _give_out(self, entry: EveningEntry) -> tuple[str, ...]:
        path = text_path(entry.path)
        export_evening(entry.id, read_save(entry.path, self._place.seal).evening, path)
        plain = () if self._place.seal is PLAIN else (say("private.given"),)
        return (say("give.written", path=path), *plain)

    def action_delete(self) -> None:
        """Ask whether to take it away; Enter keeps it."""
        if entry := self._standing:
            options = (("", say("delete.no")), ("delete", say("delete.yes")))
            asking = Asking(delete_question(entry), options)
            self.app.push_screen(asking, lambda yes: self._try(lambda: self._take_away(entry, yes or "")))

    def _take_away(self, entry: EveningEntry, yes: str) -> tuple[str, ...]:
        return gone_lines(entry.id, delete_evening(self._place, entry.id)) if yes else ()

    def _try(self, act: Callable[[], tuple[str, ...]]) -> None:
        """Do what was asked for, list the evenings anew, and say what it came to."""
        try:
            said = act()
        except Trouble as trouble:
            said = (str(trouble),)
        place = self.query_one(Roll).place
        self._entries = list_evenings(self._place)
        self._show(place)
        if said:
            self._tell("\n".join(said))
