"""The signpost: what the palette points to, from every room that both may see."""

from abc import abstractmethod
from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider

from game.words import say


class Signpost(App[None]):
    """An app whose palette offers a few ways, and none over what only one may see."""

    @abstractmethod
    def action_help(self) -> None:
        """Open the help."""

    @abstractmethod
    def action_leave(self) -> None:
        """Leave the game."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer help, colours and leaving; and no pictures of what two people say to each other."""
        yield SystemCommand(say("key.help"), say("palette.help"), self.action_help)
        yield SystemCommand(say("key.theme"), say("palette.theme"), self.action_change_theme)
        yield SystemCommand(say("key.leave"), say("palette.leave"), self.action_leave)

    def action_command_palette(self) -> None:
        """Open the palette, but never twice, and never over something that only one may see."""
        is_open = any(isinstance(screen, CommandPalette) for screen in self.screen_stack)
        if not is_open and not getattr(self.screen, "is_private", False):
            from game.ui.commands import Commands  # not needed for the first frame

            self.push_screen(Commands(id="--command-palette"))

    def search_themes(self) -> None:
        """Let the colours be chosen in the palette."""
        from game.ui.commands import Commands

        self.push_screen(Commands(providers=[ThemeProvider], placeholder=say("palette.theme")))
