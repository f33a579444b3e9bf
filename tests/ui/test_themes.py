"""Every text colour can be read on every surface it stands on."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from game.files.config import Config, read_config
from game.ui.app import TurnToward
from game.ui.choices import Choices
from game.ui.commands import Commands
from game.ui.themes import LINEN, THEMES
from tests.ui.stage import frame, play, press, until

TEXTS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
SURFACES = ("background", "surface", "panel")
READABLE = 4.5


def test_colours_of_ones_own_can_be_worn_turned_to_and_are_lent_what_they_leave_out(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "dusk.toml").write_text('dark = false\nprimary = "#880011"\n')
    (tmp_path / "themes" / "torn.toml").write_text("dark = 3\n")
    seen: list[str] = []

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "torn" in frame(app))
        seen.append(frame(app))
        seen.extend(theme.name for theme in app.themes)

    app = play(tmp_path, scene, start=None, theme="dusk")
    worn = app.current_theme

    assert (worn.name, worn.dark, worn.primary, worn.background) == (
        "dusk",
        False,
        "#880011",
        LINEN.background,
    )
    assert worn.variables["muted"] == LINEN.variables["muted"]
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


def test_colours_that_are_chosen_in_the_palette_are_kept_and_the_settings_tell_them(tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: not app._busy)
        app.search_themes()
        await until(pilot, lambda: isinstance(app.screen, Commands))
        await press(pilot, *"nord", "enter")
        await until(pilot, lambda: app.theme == "nord")
        assert read_config(app.place.config)[0].theme == "nord"
        await to_settings(app, pilot)
        assert "Colours     nord" in frame(app)
        await press(pilot, "1")
        await until(pilot, lambda: "Colours     hearth" in frame(app))

    app = play(tmp_path, scene, start=None)

    assert (app.theme, read_config(app.place.config)[0].theme) == ("hearth", "hearth")


def test_what_was_asked_for_on_the_command_line_outlasts_the_turning_of_another_setting(
    tmp_path: Path,
) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await to_settings(app, pilot)
        await press(pilot, "3")
        await until(pilot, lambda: "one warmth for both" in frame(app))

    app = play(tmp_path, scene, start=None, theme="linen")

    assert (app.theme, app.animation_level) == ("linen", "none")
    assert read_config(app.place.config)[0] == Config(score="hearth", welcomed=True)


async def to_settings(app: TurnToward, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: not app._busy)
    app.screen.query_one("#menu", Choices).step(-2)
    await press(pilot, "enter")
    await until(pilot, lambda: "Motion" in frame(app))


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
