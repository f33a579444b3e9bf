"""The answer of a screen: given once, and only while the screen is what one sees."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class Answering(Screen[Answer]):
    """A screen that is asked something. Every room, overlay and curtain is one."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, and be gone. Whoever is behind another screen, or gone already, has nothing to say."""
        # Textual calls a screen current that shows behind another one, and pops whichever is on top.
        return super().dismiss(result) if self.is_active else AwaitComplete()
