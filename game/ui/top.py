"""The line above the table: which card it is, who acts, what is lit, and that it is safe."""

from rich.cells import cell_len

from game.engine.scene import Scene
from game.ui.card import depth_line
from game.words import say

WIDEST = 84
"""Columns of the line: on a wide screen nothing stretches."""
_LEAST, _EDGES = 20, 4


def place_line(shown: Scene, place: int, cards: int, small: bool) -> str:
    """Return which card this is; in a *small* window, where it has no border, its depth too."""
    if not shown.text:
        return ""
    line = say("table.place", place=place, cards=cards)
    return f"{line}  {depth_line(shown.depth)}" if small else line


def spread(left: str, middle: str, right: str, columns: int, widest: int = WIDEST) -> str:
    """Return the three with room between them; the *middle* gives way where there is none."""
    width = max(_LEAST, min(widest, columns) - _EDGES)
    ends = cell_len(left) + cell_len(right)
    middle = middle if ends + cell_len(middle) + _EDGES <= width else ""
    gap = width - ends - cell_len(middle)
    return f"{left}{' ' * max(1, gap // 2)}{middle}{' ' * max(1, gap - gap // 2)}{right}"
