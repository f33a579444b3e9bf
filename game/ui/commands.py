"""The palette of commands, for hands that are quicker than it is: it closes once, and searches only while it is open."""

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.worker import Worker


class Commands(CommandPalette):
    """A palette that quick keys cannot break."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close once: a second quick Enter finds the palette closed."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def _gather_commands(self, search_value: str) -> Worker[None] | None:  # type: ignore[override]
        return super()._gather_commands(search_value) if self.is_active and self.is_mounted else None
