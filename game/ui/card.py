"""The card on the table, as a picture in characters."""

from textual.content import Content
from textual.widgets import Static

from game.engine.cards import DEEPEST
from game.engine.scene import Scene
from game.words import say

_FULL, _EMPTY = "●", "○"
_DEAL = 0.15
"""Seconds that a new card takes to come up."""


class CardFace(Static):
    """One card: its deck and depth on the border, its words inside."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._dealt = ("", "")

    def show(self, scene: Scene) -> None:
        """Show the card of *scene*, or nothing in a rite."""
        self.set_class(not scene.text, "-empty")
        if not scene.text:
            return
        if (scene.deck, scene.text) == self._dealt:
            return
        self._dealt = (scene.deck, scene.text)
        if self.app.animation_level != "none":
            self.styles.opacity = 0.0
            self.styles.animate("opacity", 1.0, duration=_DEAL)
        self.face(scene.deck, scene.text, " · ".join(filter(None, (scene.needs, depth_line(scene.depth)))))

    def face(self, title: str, text: str, foot: str) -> None:
        """Show *text*, with *title* and *foot* on the border."""
        self.border_title = Content(f" {title} ")
        self.border_subtitle = Content(f" {foot} ")
        self.update(Content(text))


def depth_line(depth: int) -> str:
    """Return a depth in a word and in dots: never by colour alone."""
    return f"{say(f'depth.{depth}')} {depth_dots(depth)}"


def depth_dots(depth: int) -> str:
    """Return a depth in dots alone, one for each that there is."""
    return _FULL * depth + _EMPTY * (DEEPEST - depth)
