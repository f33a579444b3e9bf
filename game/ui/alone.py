"""A table where one of the two may be asked alone: what goes behind the curtain and comes from there."""

from collections.abc import Callable

from game.engine.rulebook import Asks
from game.engine.scene import Scene, about_alone, asked_alone
from game.ui.card import depth_line
from game.ui.curtain import ANSWER, HANDED, Alone, Curtain, Drawn
from game.ui.safe import Safe
from game.words import say

_CHOSEN = (Asks.CEILING, Asks.VOTE, Asks.NOTHING)
"""What is answered by a choice; the rest is typed."""
_UNSEEN = ("swap", "never")
"""What one may do with a card that only they have seen, without a trace."""


class AskedAlone(Safe):
    """A room with a table that may stand behind the curtain."""

    _aside = ""
    """What just happened behind the curtain: for the one who is alone there, and for nobody else."""
    _unseen_saves = 0
    """Saves that are told to nobody: their number would say how often one of the two has swapped alone."""

    def _draw_curtain(self, shown: Scene) -> None:
        """Ask the one who is alone now."""
        player, evening = self._table.alone, self._table.evening
        assert player is not None, "the curtain is for one of the two"
        options = shown.choices if shown.asks in _CHOSEN else ()
        alone = Alone(
            name=evening.name(player),
            other=evening.name(1 - player),
            question=shown.question,
            asks=shown.asks,
            options=(*options, ("swap", say("table.swap"))) if self._is_look else options,
            card=asked_alone(evening, player) if shown.text else "",
            border=f"{shown.deck} · {depth_line(shown.depth)}" if shown.text else "",
            offers=shown.offers,
            seconds=shown.soft if shown.asks is Asks.VOTE else 0,
            aside=self._aside,
            note=self._table.note,
            about=about_alone(shown),
            acting=self._acting,
        )
        self._aside = ""
        self.app.push_screen(Curtain(alone).troubled(self._table.trouble), self._drawn)

    @property
    def _is_look(self) -> bool:
        """Whether one of the two looks at a card before the other does."""
        step = self._table.evening.step
        return step is not None and step.hidden and step.asks is Asks.NOTHING

    @property
    def _acting(self) -> frozenset[str]:
        """What the keys of the table are for that would do something now."""
        return frozenset(action for action in HANDED.values() if self.check_action(action, ()))

    def _drawn(self, drawn: Drawn | None) -> None:
        """Take what came from behind the curtain: an answer for the table, or a key."""
        what, value = drawn or ("", "")
        if what != ANSWER:
            self._do_action(HANDED.get(value, ""))
        elif self._is_look:
            self._looked(value)
        else:
            self._do(lambda: self._table.answer(value))

    def _looked(self, choice: str) -> None:
        """Show the card to both, or do without it; the partner reads nothing of a card they did not see."""
        match choice:
            case "swap":
                self._unseen(self._table.swap)
            case "never":
                self._unseen(self._sitting.never_again)
            case _:
                self._do(lambda: self._table.choose(choice))

    def _unseen(self, swap: Callable[[], object]) -> None:
        before = self._sitting.keeper.saved
        swap()
        self._unseen_saves += self._sitting.keeper.saved - before
        self._aside, self._table.note = self._table.note, ""
        self._show()
        self._aside = ""

    def _do_action(self, action: str) -> None:
        """Do what a key of the table is for; a swap at the look stays between one and the card."""
        if action in _UNSEEN and self._is_look:
            self._looked(action)
        elif action:
            getattr(self, f"action_{action}")()
        else:
            self._show()
