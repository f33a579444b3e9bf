"""The wardrobe: the colours that the app wears, right from its first frame."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from game.ui.themes import THEMES

if TYPE_CHECKING:
    from textual.theme import Theme

    from game.files.problems import Problem


class Wardrobe(App[None]):
    """An app that wears one of its own themes, or one of somebody's own, and is styled only once."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    def dress(self, theme: str) -> None:
        """Wear *theme*, or the usual one where that is unknown, from the first frame on.

        Setting it as one does later would read every style twice before anything is seen.
        """
        self.set_reactive(App.theme, theme if theme in self.available_themes else THEMES[0].name)
        is_dark = self.current_theme.dark
        self.set_class(is_dark, "-dark-mode", update=False)
        self.set_class(not is_dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme a quiet colour, also those that know of none."""
        return {"muted": self.current_theme.foreground or "#b0a8a0"}

    def get_default_screen(self) -> Screen[object]:
        """Return the first screen as it is for this window: classes that came later would style all again."""
        screen = super().get_default_screen()
        width, height = self.size
        screen.add_class(_fitting(self.HORIZONTAL_BREAKPOINTS, width), update=False)
        screen.add_class(_fitting(self.VERTICAL_BREAKPOINTS, height), update=False)
        return screen

    def _hang(self, folder: Path) -> "tuple[tuple[Theme, ...], tuple[Problem, ...]]":
        """Take in the themes of the house and of *folder*; return all, and what is wrong with others."""
        themes, unread = _own_themes(folder)
        for each in (*THEMES, *themes):
            self.register_theme(each)
        return (*THEMES, *themes), unread


def _own_themes(folder: Path) -> "tuple[tuple[Theme, ...], tuple[Problem, ...]]":
    if not folder.is_dir():
        return (), ()
    # Few have any, and nobody waits for what reads them.
    from game.ui.palette import own_themes

    return own_themes(folder)


def _fitting(points: Sequence[tuple[int, str]], length: int) -> str:
    """Return the class of the last of *points* that *length* reaches."""
    return [name for least, name in points if length >= least][-1]
