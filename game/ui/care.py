"""The keys of care, from every step: lighter, less deep, put away, sorry, keep a line, write a card, count.

Each asks its question over the table and hands the answer to the table; the rules decide.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.engine.duel import duel_line, why_no_duel
from game.engine.moves import Lower, Sorry, What
from game.engine.rulebook import kept_at
from game.engine.rules import why_not
from game.files.paths import Home
from game.table import Table
from game.ui.answer import Handed
from game.ui.asking import Asking, Overlay, Typing
from game.ui.card import depth_line
from game.ui.desk.owncard import OwnCard
from game.ui.room import Room
from game.words import say

_ANY = "*"
"""Stands for any deck: an empty answer is no answer."""
_OWN = "own card"
"""What words are for that were begun on a card of one's own."""


class Care(Room[None]):
    """A room with a table in it, and the keys of care."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "lower", show=False),
        Binding("v", "veto", show=False),
        Binding("g", "duel", show=False),
        Binding("a", "own_card", show=False),
    ]

    def __init__(self, table: Table, home: Home) -> None:
        super().__init__()
        self._table = table
        self._home = home
        self._begun: dict[str, str] = {}
        """Words that somebody was typing when a key of care was pressed, by what they were for."""

    def _do(self, move: Callable[[], object]) -> None:
        """Make a move and show what it came to, or the sentence that says why not."""
        raise NotImplementedError

    def _show(self) -> None:
        """Show where the evening stands."""
        raise NotImplementedError

    def _do_action(self, action: str) -> None:
        """Do what a key of the table is for."""
        raise NotImplementedError

    def _ask(self, asking: Overlay, then: Callable[[str], None], begun: str = "") -> None:
        """Ask, and go on with what was answered; without an answer all stands as it was.

        What has been typed when a key of care interrupts is kept as *begun*, for the next time.
        """
        asking.is_over_table = True

        def go_on(answer: str | None) -> None:
            if isinstance(answer, Handed):
                self._begun[begun] = answer.typed
                self._do_action(answer)
            elif answer:
                then(answer)
            else:
                self._show()

        self.app.push_screen(asking, go_on)

    def _tell(self, note: str) -> None:
        """Show *note* where the evening stands."""
        self._table.note = note
        self._show()

    def action_lower(self) -> None:
        """Ask how deep tonight may still go, and lower it."""
        evening = self._table.evening
        levels = tuple(n for n in range(evening.ceiling - 1, 0, -1) if why_not(evening, Lower(n)) is None)
        if not levels:
            return self._tell(why_not(evening, Lower(evening.ceiling)) or "")
        options = tuple((str(n), depth_line(n)) for n in levels)
        asking = Asking(say("table.lower"), (("", say("table.back")), *options))
        self._ask(asking, lambda level: self._do(lambda: self._table.lower(int(level))))

    def action_lighten(self) -> None:
        """Let the listener choose where the next light card comes from."""
        evening, light = self._table.evening, self._table.light_decks
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id in light)
        question = say("table.lighten", listener=evening.name(1 - evening.turn))
        asking = Asking(question, ((_ANY, say("table.any-deck")), *covers, ("", say("table.back"))))
        self._ask(asking, lambda deck: self._do(lambda: self._table.lighten(deck.removeprefix(_ANY))))

    def action_veto(self) -> None:
        """Ask which deck to put away for tonight."""
        evening = self._table.evening
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id not in evening.vetoed)
        asking = Asking(say("table.veto"), (("", say("table.back")), *covers))
        self._ask(asking, lambda deck: self._do(lambda: self._table.veto(deck)))

    def action_sorry(self) -> None:
        """Ask who would like to say sorry; nobody can be asked to."""
        evening = self._table.evening
        if reason := why_not(evening, Sorry(0)):
            return self._tell(reason)
        names = tuple((str(player), evening.name(player)) for player in (0, 1))
        asking = Asking(say("table.sorry"), (("", say("table.nobody")), *names))
        self._ask(asking, lambda player: self._do(lambda: self._table.sorry(int(player))))

    def action_keep(self) -> None:
        """Type a line, and keep it if both say so."""
        what = self._kept_as()
        begun = self._begun.pop(what, "")
        typing = Typing(say(f"table.keep-type.{what}"), say("offer.keeping"), value=begun)
        self._ask(typing, self._ask_both, what)

    def _ask_both(self, text: str) -> None:
        options = (("", say("table.keep-no")), ("keep", say("table.keep-yes")))
        asking = Asking(say("table.keep-both", text=text), options)
        self._ask(asking, lambda _: self._do(lambda: self._table.keep_line(self._kept_as(), text)))

    def _kept_as(self) -> What:
        return kept_at(self._table.evening.at.step)

    def action_own_card(self) -> None:
        """Write a card for the couple's own deck; the evening waits at this very step."""
        card = OwnCard(self._home, self._begun.pop(_OWN, ""))
        self._ask(card, self._tell, _OWN)

    def action_duel(self) -> None:
        """Begin the friendly count, or say how it stands, or why there is none here."""
        evening, count = self._table.evening, self._table.duel
        if words := duel_line(evening, count) or why_no_duel(evening):
            return self._tell(words)
        asking = Asking(say("table.duel"), (("", say("table.duel-no")), ("duel", say("table.duel-yes"))))
        self._ask(asking, lambda _: self._start_duel())

    def _start_duel(self) -> None:
        self._do(self._table.start_duel)
        self._tell(duel_line(self._table.evening, self._table.duel) or self._table.note)
