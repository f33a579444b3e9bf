"""A stage for screen tests: the app in a home of its own, and what it shows as text."""

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from game.files.config import Config, write_config
from game.files.paths import find_home, open_home
from game.ui.app import TurnToward
from game.ui.start import Start
from game.ui.table import TableRoom

Scene = Callable[[TurnToward, Pilot[None]], Awaitable[None]]
USUAL, SMALL, LARGE = (80, 24), (40, 12), (200, 60)
SIZES = (USUAL, SMALL, LARGE)
ANA_AND_BEN = Start(names=("Ana", "Ben"), decks=("tea-time",), shape="tea", seed=4)
_TEXT = re.compile(r'<text [^>]*x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>')
_CELL, _LINE = 12.2, 24.4


class Lingering(Static):
    """A part of a room that is the last to go, when what the room has done beside may find nothing else."""

    def __init__(self, leaving: threading.Event) -> None:
        super().__init__()
        self._leaving = leaving

    async def on_unmount(self) -> None:
        self._leaving.set()
        await asyncio.sleep(0.2)


def play(
    folder: Path,
    scene: Scene,
    *,
    start: Start | None = ANA_AND_BEN,
    size: tuple[int, int] = USUAL,
    welcomed: bool = True,
    theme: str = "",
) -> TurnToward:
    """Run *scene* on the app with a home in *folder*; return the app as it was left."""
    place = find_home(folder)
    open_home(place)
    if welcomed:
        write_config(place.config, Config(welcomed=True))
    app = TurnToward(place, start=start, motion="none", theme=theme)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            if start is not None and welcomed:
                await until(pilot, lambda: app.screen is not app.screen_stack[0])
            await pilot.pause()
            await scene(app, pilot)

    asyncio.run(run())
    return app


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until *condition* holds; raise TimeoutError when it does not within ten seconds."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)
            await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* one by one, each seen through to its frame."""
    for key in keys:
        pilot.app.simulate_key(key)
        # Once for the key, once for what it brought about.
        await pilot.pause(0)
        await pilot.pause(0)


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* faster than any of them is seen through, as a paste or a slow machine does."""
    for key in keys:
        pilot.app.simulate_key(key)
    for _ in range(4):
        await pilot.pause(0)


def table_room(app: TurnToward) -> TableRoom:
    """Return the table room on the stack."""
    return next(screen for screen in app.screen_stack if isinstance(screen, TableRoom))


def on_top(app: App[None]) -> type[Screen[object]]:
    """Return what kind of screen one sees."""
    return type(app.screen)


def frame(app: App[None]) -> str:
    """Return what the screen shows, as lines of text without the spaces at their ends."""
    rows: dict[int, dict[int, str]] = {}
    for x, y, text in _TEXT.findall(app.export_screenshot(title=" ", simplify=True)):
        if not text.strip():
            continue
        row = round((float(y) - 20) / _LINE)
        rows.setdefault(row, {})[round(float(x) / _CELL)] = unescape(text).replace("\xa0", " ")
    height = app.size.height
    return "\n".join(_line(rows.get(row, {})) for row in range(height)).rstrip("\n") + "\n"


def _line(pieces: dict[int, str]) -> str:
    line = ""
    for column, piece in sorted(pieces.items()):
        line = line.ljust(column) + piece
    return line.rstrip()
