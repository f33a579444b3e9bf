"""What the two agree on before the first card, question by question."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.files.decks.shelf import Shelf
from game.ui.room import Room
from game.words import say

Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """What was agreed: who plays, what kind of evening, and the chosen decks, none meaning all that fit."""

    names: Names = ("", "")
    shape: str = ""
    decks: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    """Decks that one of the two would rather not see tonight."""


Answered = tuple[int, Laid]
"""How many rooms further it goes from here, and what has been agreed so far, also by one who goes back."""
_BACK, _ON = -1, 1


class Laying(Room[Answered]):
    """One question on the way to the table. Going back loses nothing of what has been said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(self, laid: Laid) -> None:
        super().__init__()
        self._laid = laid

    @property
    def shelf_left(self) -> Shelf | None:
        """The decks as somebody has left them who wrote on them here."""
        return None

    def action_back(self) -> None:
        """Go back to the question before."""
        self.dismiss((_BACK, self._laid))

    def _go_on(self) -> None:
        self.dismiss((_ON, self._laid))
