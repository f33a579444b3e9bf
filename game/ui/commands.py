"""The palette of commands, for quick hands: it closes once, and searches only while it is open."""

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget
from textual.worker import Worker


class Commands(CommandPalette):
    """A palette that quick keys cannot break."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close once: a second quick Enter finds the palette closed."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def get_widget_at(self, x: int, y: int) -> tuple[Widget, Region]:
        """Return what is at a place; where a smaller window has nothing is beside the palette."""
        try:
            return super().get_widget_at(x, y)
        except NoWidget:
            return self, Region()

    def _gather_commands(self, search_value: str) -> Worker[None] | None:  # type: ignore[override]
        return super()._gather_commands(search_value) if self.is_active and self.is_mounted else None
