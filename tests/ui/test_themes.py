"""Every text colour can be read on every surface it stands on."""

import pytest
from textual.color import Color
from textual.theme import Theme

from game.ui.themes import THEMES

TEXTS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
SURFACES = ("background", "surface", "panel")
READABLE = 4.5


def luminance(color: Color) -> float:
    """Return the relative luminance by the accessibility guidelines' formula."""
    parts = (part / 255 for part in color.rgb)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, surface: str) -> float:
    light, dark = sorted((luminance(Color.parse(text)), luminance(Color.parse(surface))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_colours(theme: Theme) -> dict[str, str]:
    return {name: getattr(theme, name) for name in TEXTS} | {"muted": theme.variables["muted"]}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_surface(theme: Theme) -> None:
    pairs = {
        (name, surface): contrast(colour, getattr(theme, surface))
        for name, colour in text_colours(theme).items()
        for surface in SURFACES
    }

    assert {pair: ratio for pair, ratio in pairs.items() if ratio < READABLE} == {}
