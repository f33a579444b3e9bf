"""Themes of somebody's own, made of the colours in their files."""

from pathlib import Path

from textual.theme import Theme

from game.files.problems import Problem
from game.files.themefile import COLOURS, Palette, read_palettes
from game.ui.themes import HEARTH, LINEN


def own_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[Problem, ...]]:
    """Return the themes in *folder*, and all that is wrong with its other files."""
    palettes, problems = read_palettes(folder)
    return tuple(map(theme_of, palettes)), problems


def theme_of(palette: Palette) -> Theme:
    """Return a theme of somebody's own; the colours it leaves out are those of hearth or of linen."""
    lender = HEARTH if palette.dark else LINEN
    lent = {name: getattr(lender, name) for name in COLOURS if name != "muted"}
    colours = {**lent, **palette.colours}
    muted = colours.pop("muted", lender.variables["muted"])
    return Theme(
        name=palette.name,
        dark=palette.dark,
        panel=colours["surface"],
        variables={"muted": muted},
        **colours,
    )
