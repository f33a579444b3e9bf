"""The app: home as its own first screen, everything else after the first frame."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.files.config import Change, change_config, change_to, read_config
from game.files.paths import Home as Place
from game.files.paths import HomeProblem, open_home
from game.ui.choices import Choices
from game.ui.home import Home
from game.ui.keys import Keys
from game.ui.latch import Latch
from game.ui.leaving import Leaving
from game.ui.room import KEYS, Room
from game.ui.signpost import Signpost
from game.ui.start import Start
from game.ui.wardrobe import Wardrobe
from game.words import say

if TYPE_CHECKING:
    from game.sitting import Sitting


class TurnToward(Leaving, Signpost, Wardrobe, Latch):
    """The whole game on screens."""

    CSS_PATH = "house.tcss"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        Binding("pageup", "read_on(-1)", show=False),
        Binding("pagedown", "read_on(1)", show=False),
        Binding("question_mark", "help", say("key.help"), key_display="?"),
        Binding("f1", "help", say("key.help"), key_display="F1"),
        Binding("q", "leave", say("key.leave")),
        Binding("ctrl+q,ctrl+c", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(
        self, place: Place, *, theme: str = "", motion: str = "", start: Start | None = None
    ) -> None:
        super().__init__(place)
        self.themes, self._unread = self._hang(place.themes)
        self.config, self._problems = read_config(place.config)
        self.dress(theme or self.config.theme)
        self.animation_level = "none" if (motion or self.config.motion) == "none" else "basic"
        self._start = start
        self._busy = True
        self._sitting: Sitting | None = None
        self._lost = ""
        """Why the last move of an evening that was left could not be kept."""
        self.moved: tuple[str, ...] = ()
        """Where evenings are kept that could not be kept in their home."""

    def compose(self) -> ComposeResult:
        yield Home(id="home")
        yield Keys()

    def on_mount(self) -> None:
        if self.is_left_early():
            return
        self.call_after_refresh(lambda: self._run(self._wake()))

    @property
    def unsaved(self) -> str:
        """Why the last move of an evening could not be kept, or empty."""
        return (self._sitting.table.trouble if self._sitting else "") or self._lost

    def _run(self, errand: Coroutine[None, None, None]) -> None:
        """Do one thing at a time, so that a second quick Enter at home opens no second game."""
        self._busy = True
        self._finish(errand)

    @work
    async def _finish(self, errand: Coroutine[None, None, None]) -> None:
        try:
            await errand
        finally:
            self._busy = False

    async def _wake(self) -> None:
        """After the first frame: begin what was asked for, or see what there is to go on with."""
        gc.freeze()
        gc.enable()
        start, self._start = self._start, None
        if start is not None and start.writing:
            await self._write(start)
            start = None
        else:
            await self._look_round()
        if not await self._opened():
            return
        if start is not None and start.resume is not None:
            await self._go_on(start.resume, start.seed)
        elif start is not None:
            await self._begin(start)

    async def _look_round(self, news: str = "") -> None:
        """See what there is to go on with, and say *news* or else what is wrong with the config."""
        self.config, self._problems = read_config(self.place.config)
        from game.ui.unfinished import newest  # not needed for the first frame

        self._unfinished, line = await asyncio.to_thread(newest, self.place)
        unusable = await asyncio.to_thread(self._why_unusable)
        problems = "\n".join(str(problem) for problem in (*unusable, *self._problems, *self._unread))
        self.query_one(Home).show(line, news or problems)

    def _why_unusable(self) -> tuple[HomeProblem, ...]:
        """Return why nothing can be kept in a home that is there; one that is not is made by an evening."""
        try:
            if self.place.root.exists():
                open_home(self.place)
        except HomeProblem as problem:
            return (problem,)
        return ()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Go where the menu points."""
        if self._busy:
            return
        match event.id:
            case "resume":
                self._run(self._resume(self._unfinished))
            case "new":
                self._run(self._begin(Start()))
            case "evenings":
                self._run(self._evenings())
            case "decks":
                self._run(self._write(Start()))
            case "help":
                self.action_help()
            case "settings":
                self._run(self._settings())
            case "leave":
                self.action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the menu move only while home is what one sees, and nothing but leaving where one hides."""
        if getattr(self.screen, "is_neutral", False):
            return action in ("leave", "suspend_process")
        return action not in ("step", "take", "read_on") or (len(self.screen_stack) == 1 and not self._busy)

    def action_step(self, by: int) -> None:
        """Move the choice that stands out."""
        self.query_one(Choices).step(by)

    def action_take(self, place: int | None = None) -> None:
        """Take the choice that stands out, or the one at *place*."""
        self.query_one(Choices).take(place)

    def action_read_on(self, by: int) -> None:
        """Read on at home, where the news are long."""
        self.query_one(Home).read_on(by)

    # evenings

    async def _evenings(self) -> None:
        from game.ui.evenings import EveningsRoom  # not needed for the first frame

        if not await self._opened():
            return
        if chosen := await self.push_screen_wait(EveningsRoom(self.place)):
            await self._resume(chosen)

    async def _write(self, start: Start) -> None:
        """Open the shelf for those who write decks, at the deck of *start* if there is one."""
        from game.ui.desk.desk import sit_down

        await sit_down(self, self.place, start.deck, start.draft)
        await self._look_round()

    async def _begin(self, start: Start) -> None:
        """Ask what *start* leaves open, and lay the table."""
        from game.files.problems import Trouble
        from game.sitting import begin
        from game.ui.laying import lay_table

        try:
            await asyncio.to_thread(open_home, self.place)
            await self._welcome()
            if not await self._opened():
                return
            laid = await lay_table(self, self.place, start)
        except Trouble as trouble:
            self.query_one(Home).tell(str(trouble))
            return
        if laid is None:
            return
        await self._sit(lambda: begin(self.place, laid.names, laid.shape, laid.decks, start.seed, laid.away))

    async def _go_on(self, evening: str, seed: int | None) -> None:
        """Resume the *evening* that is named, or else the newest of all that are not over."""
        from game.ui.unfinished import newest

        if named := evening or (await asyncio.to_thread(newest, self.place, None))[0]:
            await self._resume(named, seed)
        else:
            self.query_one(Home).tell(say("cli.no-evening"))

    async def _resume(self, evening: str, seed: int | None = None) -> None:
        from game.sitting import resume

        await self._welcome()
        await self._sit(lambda: resume(self.place, evening, seed), evening)

    async def _sit(self, opened: Callable[[], "Sitting"], evening: str = "") -> None:
        """Play at the table that *opened* gives, look on where another window plays, or say why not."""
        from game.files.evenings.keeper import AlreadyOpen
        from game.files.problems import Trouble
        from game.ui.table import TableRoom

        try:
            sitting = await asyncio.to_thread(opened)
        except AlreadyOpen as trouble:
            await self._look(evening, str(trouble))
            return
        except Trouble as trouble:
            self.query_one(Home).tell(str(trouble))
            return
        self._sitting = sitting
        try:
            await self.push_screen_wait(TableRoom(sitting))
        finally:
            self._left(sitting)
        await self._look_round()
        if sitting.table.trouble:
            self.query_one(Home).tell(say("line.left.unsaved", problem=sitting.table.trouble))

    def _left(self, sitting: "Sitting") -> None:
        """Let an evening go, and remember what is to be said about it on the way out."""
        sitting.leave()
        self._lost = sitting.table.trouble or self._lost
        self.moved += (sitting.moved,) if sitting.moved else ()

    async def _look(self, evening: str, why: str) -> None:
        """Show where an evening stands that another window plays."""
        from game.files.evenings.archive import find_evening
        from game.ui.look import Look

        entry = await asyncio.to_thread(find_evening, self.place, evening)
        await self.push_screen_wait(Look(self.place, entry, why))
        self.query_one(Home).tell(why)

    async def _welcome(self) -> None:
        """Say once what this game is not."""
        if self.config.welcomed:
            return
        from game.ui.help import Welcome

        await self.push_screen_wait(Welcome())
        self._set(lambda config: replace(config, welcomed=True))

    # settings and leaving

    def action_help(self) -> None:
        """Open the help."""
        from game.ui.help import Help

        self.push_screen(Help())

    async def _settings(self) -> None:
        from game.ui.settings import changed, next_config

        names, turned, before = tuple(theme.name for theme in self.themes), None, self.config
        while config := await next_config(self, before, names, self._lock_line, self._turn_lock, turned):
            turned = changed(before, config) or "lock"
            # What the command line asked for holds until it is turned.
            if turned == "theme":
                self.theme = config.theme
            if turned == "motion":
                self.animation_level = "none" if config.motion == "none" else "basic"
            self._set(change_to(before, config))
            before = self.config

    def watch_theme(self, theme: str) -> None:
        """Keep other colours, wherever they were chosen."""
        self._set(lambda config: replace(config, theme=theme))

    def _set(self, change: Change) -> None:
        """Make *change* and keep it; one that cannot be kept holds until the end and is told."""
        try:
            self.config = change_config(self.place.config, change)
        except OSError as error:
            from game.files.problems import reason

            self.config = change(self.config)
            self.query_one(Home).tell(say("problem.config.keep", reason=reason(error)))

    def action_leave(self) -> None:
        """Leave at once. Everything is kept already; what waits to be saved asks first."""
        if not any(screen.holds_back() for screen in self.screen_stack if isinstance(screen, Room)):
            self.exit()
