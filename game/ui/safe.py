"""What the table does when a move cannot be kept: a banner, and a key to keep the evening elsewhere."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.files.problems import Trouble
from game.sitting import Sitting
from game.ui.asking import Asking, Typing
from game.ui.banner import Banner
from game.ui.care import Care
from game.words import say

_LONGEST = 1000
"""Letters in the name of a folder."""


class Safe(Care):
    """A room with a table whose evening is kept after every move."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "elsewhere", say("key.elsewhere"))]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting.table, sitting.home)
        self._sitting = sitting

    def _show_trouble(self) -> None:
        trouble = self._table.trouble
        self.query_one(Banner).show(say("table.trouble.key", problem=trouble) if trouble else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another folder only where this one fails."""
        if action == "elsewhere" and not self._table.trouble:
            return False
        return super().check_action(action, parameters)

    def action_elsewhere(self) -> None:
        """Ask for a folder, and keep the evening there from now on."""
        typing = Typing(say("elsewhere.ask"), say("elsewhere.hint"), _LONGEST)
        self._ask(typing, self._keep_in)

    def _keep_in(self, folder: str) -> None:
        """Keep the evening in *folder*, and say where it is, or why it cannot be; Enter goes on."""
        try:
            said = self._sitting.keep_elsewhere(folder)
        except Trouble as trouble:
            said = str(trouble)
        self.app.push_screen(Asking(said, (("", say("elsewhere.on")),)), lambda _: self._show())
