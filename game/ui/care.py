"""The keys of care, from every step: lighter, less deep, put away, sorry, keep a line, count for fun.

Each asks its question over the table and hands the answer to the table; the rules decide.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.engine.moves import Lower, Sorry
from game.engine.rules import why_not
from game.table import Table
from game.ui.asking import Asking, Typing
from game.ui.card import depth_line
from game.ui.room import Room
from game.words import say


class Care(Room[None]):
    """A room with a table in it, and the keys of care."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "lighten", show=False),
        Binding("d", "lower", show=False),
        Binding("v", "veto", show=False),
        Binding("m", "sorry", show=False),
        Binding("g", "duel", show=False),
    ]

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def _do(self, move: Callable[[], object]) -> None:
        """Make a move and show what it came to, or the sentence that says why not."""
        raise NotImplementedError

    def _show_note(self) -> None:
        """Show what the table has to say."""
        raise NotImplementedError

    def action_lower(self) -> None:
        """Ask how deep tonight may still go, and lower it."""
        evening = self._table.evening
        levels = tuple(n for n in range(evening.ceiling - 1, 0, -1) if why_not(evening, Lower(n)) is None)
        if not levels:
            self._table.note = why_not(evening, Lower(evening.ceiling)) or ""
            return self._show_note()
        options = tuple((str(n), depth_line(n)) for n in levels)
        self.app.push_screen(Asking(say("table.lower"), options), self._lowered)

    def _lowered(self, level: str | None) -> None:
        if level:
            self._do(lambda: self._table.lower(int(level)))

    def action_lighten(self) -> None:
        """Let the listener choose where the next light card comes from."""
        evening = self._table.evening
        light = self._table.light_decks
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id in light)
        listener = evening.name(1 - evening.turn)
        options = (("", say("table.any-deck")), *covers)
        self.app.push_screen(Asking(say("table.lighten", listener=listener), options), self._lightened)

    def _lightened(self, deck: str | None) -> None:
        if deck is not None:
            self._do(lambda: self._table.lighten(deck))

    def action_veto(self) -> None:
        """Ask which deck to put away for tonight."""
        evening = self._table.evening
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id not in evening.vetoed)
        self.app.push_screen(Asking(say("table.veto"), covers), self._vetoed)

    def _vetoed(self, deck: str | None) -> None:
        if deck:
            self._do(lambda: self._table.veto(deck))

    def action_sorry(self) -> None:
        """Ask who would like to say sorry; nobody can be asked to."""
        evening = self._table.evening
        if reason := why_not(evening, Sorry(0)):
            self._table.note = reason
            return self._show_note()
        options = (("", say("table.nobody")), *((str(n), evening.name(n)) for n in (0, 1)))
        self.app.push_screen(Asking(say("table.sorry"), options), self._is_sorry)

    def _is_sorry(self, player: str | None) -> None:
        if player:
            self._do(lambda: self._table.sorry(int(player)))

    def action_keep(self) -> None:
        """Type a line that both want to keep."""
        self.app.push_screen(Typing(say("table.keep-type"), say("offer.keeping")), self._typed)

    def _typed(self, text: str | None) -> None:
        if text:
            options = (("", say("table.keep-no")), ("keep", say("table.keep-yes")))
            self.app.push_screen(
                Asking(say("table.keep-both", text=text), options), lambda yes: self._kept(yes, text)
            )

    def _kept(self, yes: str | None, text: str) -> None:
        week = self._table.evening.at.step == "week"
        if yes:
            self._do(lambda: self._table.keep_line("week" if week else "sentence", text))

    def action_duel(self) -> None:
        """Begin the friendly count, or say how it stands."""
        if self._table.duel is None:
            options = (("", say("table.duel-no")), ("duel", say("table.duel-yes")))
            self.app.push_screen(Asking(say("table.duel"), options), self._duelling)
            return
        first, second = self._table.evening.setting.names
        one, two = self._table.duel
        self._table.note = say("table.duel-count", first=first, one=one, second=second, two=two)
        self._show_note()

    def _duelling(self, yes: str | None) -> None:
        if yes:
            self._table.start_duel()
            self.action_duel()
