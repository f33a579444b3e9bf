"""Every screen as text, at three sizes. Written anew only with TURN_TOWARD_GOLDEN=write."""

import os
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from game.files.evenings.keeper import Keeper
from game.ui.app import TurnToward
from game.ui.closing import Closing
from game.ui.desk.bookshelf import Bookshelf
from game.ui.desk.editor import Editor
from game.ui.evenings import EveningsRoom
from game.ui.home import menu
from game.ui.start import Start
from tests.files.invention import closed
from tests.ui.stage import SIZES, Scene, frame, play, press, until
from tests.ui.walks import WALKS

FRAMES = Path(__file__).parent / "frames"
TODAY = re.compile(r"\d{4}-\d\d-\d\d")
QUIET = Start(names=("Ana", "Ben"), decks=("values",), shape="standard", seed=9)


async def home(app: TurnToward, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "A new evening" in frame(app))


async def names(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "enter")
    await until(pilot, lambda: "Who is at the table?" in frame(app))


async def shape(app: TurnToward, pilot: Pilot[None]) -> None:
    await names(app, pilot)
    await press(pilot, *"Ana", "enter", *"Ben", "enter")
    await until(pilot, lambda: "What kind of evening?" in frame(app))


async def decks(app: TurnToward, pilot: Pilot[None]) -> None:
    await shape(app, pilot)
    await press(pilot, "enter")
    await until(pilot, lambda: "pick a deck" in frame(app))


async def welcome(app: TurnToward, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "Before you begin" in frame(app))


async def as_it_stands(app: TurnToward, pilot: Pilot[None]) -> None:
    await pilot.pause()


async def ceiling(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "enter")


async def giving_back(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "enter")


async def paused(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "p")


async def less_deep(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, *("enter",) * 4, "d")


async def help_page(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "question_mark")


async def hidden(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "h")


async def breath(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "b")


async def from_the_menu(app: TurnToward, pilot: Pilot[None], id: str) -> None:
    place = next(n for n, (each, _) in enumerate(menu("an evening")[1:]) if each == id)
    await press(pilot, *("up",) * (len(menu("")) - place), "enter")


async def settings(app: TurnToward, pilot: Pilot[None]) -> None:
    await home(app, pilot)
    await from_the_menu(app, pilot, "settings")
    await until(pilot, lambda: "Colours" in frame(app))


async def evenings(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "escape")
    await until(pilot, lambda: "Go on" in frame(app))
    await from_the_menu(app, pilot, "evenings")
    await until(pilot, lambda: "newest first" in frame(app))


async def closing(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "enter", "c")
    while not isinstance(app.screen, Closing):
        await press(pilot, "enter")


async def several(app: TurnToward, pilot: Pilot[None]) -> None:
    for n, cards in enumerate((12, 3, 1), start=1):
        keeper = Keeper(app.place, f"2026-11-2{n}-1")
        keeper.keep(closed().when_closed(cards) if cards < 12 else closed())
        keeper.close()
    (app.place.saves / "2026-11-22-1 (Ana's conflicted copy).toml").write_text("theirs")
    app.push_screen(EveningsRoom(app.place))
    await until(pilot, lambda: "Your evenings" in frame(app))


async def looking(app: TurnToward, pilot: Pilot[None]) -> None:
    await several(app, pilot)
    await press(pilot, "j", "l")


async def shelf(app: TurnToward, pilot: Pilot[None]) -> None:
    """Lay two decks on the shelf, one of them broken, and stand at it."""
    (app.place.decks / "walks.toml").write_text(WALKS + "depth = 7\n", encoding="utf-8")
    (app.place.decks / "broken.toml").write_text('[deck]\ntitle = "x"\n[[card]]\ntxet = "Where?"\n')
    await press(pilot, "3")
    await until(pilot, lambda: isinstance(app.screen, Bookshelf))
    await press(pilot, "down")


async def cards(app: TurnToward, pilot: Pilot[None]) -> None:
    await shelf(app, pilot)
    await press(pilot, "down", "enter")
    await until(pilot, lambda: isinstance(app.screen, Editor))
    await press(pilot, "end")


async def writing(app: TurnToward, pilot: Pilot[None]) -> None:
    await cards(app, pilot)
    await press(pilot, "home", "enter", *" Why?", "ctrl+s")
    await until(pilot, lambda: "mended" in str(app.screen.query_one("#note", Static).content))


async def unsaved(app: TurnToward, pilot: Pilot[None]) -> None:
    await cards(app, pilot)
    await press(pilot, "x", "escape")


async def own_card(app: TurnToward, pilot: Pilot[None]) -> None:
    await press(pilot, "a", *"Which door was always open?", "tab", "right")


SCREENS: dict[str, tuple[Scene, dict[str, object]]] = {
    "home": (home, {"start": None}),
    "welcome": (welcome, {"welcomed": False}),
    "names": (names, {"start": None}),
    "shape": (shape, {"start": None}),
    "decks": (decks, {"start": None}),
    "curtain": (as_it_stands, {"start": QUIET}),
    "ceiling": (ceiling, {"start": QUIET}),
    "less-deep": (less_deep, {"start": QUIET}),
    "table": (as_it_stands, {}),
    "giving-back": (giving_back, {}),
    "paused": (paused, {}),
    "help": (help_page, {}),
    "hidden": (hidden, {}),
    "breath": (breath, {}),
    "settings": (settings, {"start": None}),
    "evenings": (evenings, {}),
    "closing": (closing, {}),
    "several": (several, {"start": None}),
    "looking": (looking, {"start": None}),
    "shelf": (shelf, {"start": None}),
    "cards": (cards, {"start": None}),
    "writing": (writing, {"start": None}),
    "unsaved": (unsaved, {"start": None}),
    "own-card": (own_card, {}),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(screen: str, size: tuple[int, int], tmp_path: Path) -> None:
    scene, setting = SCREENS[screen]
    seen: list[str] = []

    async def look(app: TurnToward, pilot: Pilot[None]) -> None:
        await scene(app, pilot)
        await pilot.pause()
        seen.append(TODAY.sub("2026-01-31", frame(app)))

    play(tmp_path, look, size=size, **setting)  # type: ignore[arg-type]

    golden = FRAMES / f"{screen}-{size[0]}x{size[1]}.txt"
    if os.environ.get("TURN_TOWARD_GOLDEN") == "write":
        golden.write_text(seen[0], encoding="utf-8")
    assert seen[0] == golden.read_text(encoding="utf-8")
