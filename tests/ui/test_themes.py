"""Every text colour can be read on every surface it stands on."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from game.files.config import Config, read_config
from game.ui.app import TurnToward
from game.ui.choices import Choices
from game.ui.commands import Commands
from game.ui.themes import LINEN, THEMES
from tests.ui.stage import frame, play, press, until

TEXTS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
SURFACES = ("background", "surface", "panel")
READABLE = 4.5


def test_colours_of_ones_own_are_worn_while_other_settings_are_turned_and_until_others_are_chosen(
    tmp_path: Path,
) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "dusk.toml").write_text('dark = false\nprimary = "#880011"\n')
    (tmp_path / "themes" / "torn.toml").write_text("dark = 3\n")
    seen: list[str] = []
    worn: list[Theme] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "torn" in frame(app))
        seen.append(frame(app))
        seen.extend(theme.name for theme in app.themes)
        await until(pilot, lambda: not app._busy)
        app.screen.query_one("#menu", Choices).step(-2)
        await press(pilot, "enter", "3")
        await until(pilot, lambda: "one warmth for both" in frame(app))
        worn.append(app.current_theme)
        app.search_themes()
        await until(pilot, lambda: isinstance(app.screen, Commands))
        app.screen.query_one(Input).value = "nord"
        await press(pilot, "enter")
        await until(pilot, lambda: app.theme == "nord")
        await press(pilot, "3")
        await until(pilot, lambda: "Colours     nord" in frame(app))
        assert read_config(app.place.config)[0] == Config(theme="nord", welcomed=True)

    app = play(tmp_path, scene, start=None, theme="dusk")
    (dusk,) = worn

    assert (dusk.name, dusk.dark, dusk.primary, dusk.background) == (
        "dusk",
        False,
        "#880011",
        LINEN.background,
    )
    assert dusk.variables["muted"] == LINEN.variables["muted"]
    assert (app.theme, app.animation_level) == ("nord", "none"), "asked for, and never turned"
    assert seen[1:] == ["hearth", "linen", "contrast", "dusk"]
    assert "torn.toml:1: dark: found 3" in seen[0]


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
