"""The sky as a picture in characters: five constellations, twelve stars each."""

from collections.abc import Mapping
from types import MappingProxyType

from game.engine.cards import Dimension
from game.engine.scoring import STARS, Sky, turned
from game.words import say

LIT, UNLIT = "✦", "·"
_WIDTH, _HEIGHT = 14, 6
_PLACES: Mapping[Dimension, tuple[tuple[int, int], ...]] = MappingProxyType(
    {
        # a house with a steady floor
        Dimension.TRUST: (
            (6, 0), (4, 1), (8, 1), (2, 2), (10, 2), (2, 3), (10, 3), (2, 4), (4, 5), (6, 5), (8, 5), (10, 4),
        ),
        # two pillars of one height
        Dimension.RESPECT: (
            (3, 0), (9, 0), (3, 1), (9, 1), (3, 2), (9, 2), (3, 3), (9, 3), (3, 4), (9, 4), (5, 5), (7, 5),
        ),
        # two circles that share a side
        Dimension.EMPATHY: (
            (3, 1), (1, 2), (1, 3), (3, 4), (6, 2), (6, 3), (9, 1), (11, 2), (11, 3), (9, 4), (6, 0), (6, 5),
        ),
        # a bridge
        Dimension.COMMUNICATION: (
            (0, 4), (2, 3), (4, 2), (6, 1), (8, 2), (10, 3), (12, 4), (0, 5), (4, 4), (6, 3), (8, 4), (12, 5),
        ),
        # a fire in a bowl
        Dimension.FRIENDSHIP: (
            (6, 0), (5, 1), (7, 2), (4, 2), (6, 3), (2, 3), (10, 3), (3, 4), (9, 4), (5, 5), (7, 5), (8, 1),
        ),
    }
)  # fmt: skip
"""Where the stars of each constellation stand, in columns and rows, in the order they are lit."""


def constellations(sky: Sky) -> tuple[str, ...]:
    """Return *sky* as lines of equal length, the five side by side with their names below."""
    _, current = turned(sky)
    blocks = [_drawn(dim, current.stars(dim)) for dim in Dimension]
    rows = ["  ".join(block[row] for block in blocks) for row in range(_HEIGHT)]
    names = "  ".join(say(f"dim.{dim}").center(_WIDTH) for dim in Dimension)
    return (*rows, names)


def star_lines(sky: Sky) -> tuple[str, ...]:
    """Return *sky* in words, one constellation a line, for narrow windows and screen readers."""
    _, current = turned(sky)
    return tuple(
        say("closing.stars", dimension=say(f"dim.{d}"), lit=current.stars(d), stars=STARS) for d in Dimension
    )


def _drawn(dim: Dimension, lit: int) -> tuple[str, ...]:
    rows = [[" "] * _WIDTH for _ in range(_HEIGHT)]
    for n, (column, row) in enumerate(_PLACES[dim]):
        rows[row][column] = LIT if n < lit else UNLIT
    return tuple("".join(row) for row in rows)
