"""The table room: one card, one question, its choices; whatever can be pressed is asked of the rules."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.engine.moves import Close, Lower, Sorry
from game.engine.picture import LIT
from game.engine.plan import shape_of
from game.engine.rulebook import Asks
from game.engine.rules import IllegalMove, may_swap, why_not
from game.engine.scene import Scene, asked_alone, scene
from game.sitting import Sitting
from game.ui.asking import Asking, Typing
from game.ui.card import CardFace, depth_line
from game.ui.choices import Choices
from game.ui.closing import UNDO, Closing
from game.ui.curtain import ANSWER, Curtain, Drawn
from game.ui.help import Help
from game.ui.quiet import Breath, Hidden, Paused
from game.ui.room import Room
from game.ui.softbar import SoftBar
from game.words import say


class TableRoom(Room[None]):
    """Play one evening."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", say("key.help"), key_display="?"),
        Binding("s", "swap", say("key.swap")),
        Binding("u", "undo", say("key.undo")),
        Binding("p", "pause", say("key.pause")),
        Binding("c", "close", say("key.close")),
        Binding("q", "app.leave", say("key.leave")),
        Binding("r", "redo", show=False),
        Binding("x", "never", show=False),
        Binding("b", "breath", show=False),
        Binding("l", "lighten", show=False),
        Binding("d", "lower", show=False),
        Binding("m", "sorry", show=False),
        Binding("v", "veto", show=False),
        Binding("h", "hide", show=False),
        Binding("g", "duel", show=False),
        Binding("escape", "home", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._table = sitting.table
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="top", markup=False)
        with VerticalScroll(id="felt", can_focus=False):
            yield CardFace(id="card")
            yield Static(id="revealed", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="offers", markup=False, classes="muted")
            yield Choices(id="choices")
            yield SoftBar(id="soft")
        yield Static(id="note", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    # showing

    def _show(self) -> None:
        """Show where the evening stands; open the curtain or the next room where it stands behind one."""
        evening = self._table.evening
        if evening.is_closed:
            self.app.push_screen(Closing(self._sitting), self._ended)
            return
        shown = scene(evening)
        self._show_top(shown)
        behind = self._table.alone is not None or evening.paused
        self.query_one("#felt").visible = not behind
        if not behind:
            self._show_felt(shown)
        self._show_note()
        self.refresh_bindings()
        if evening.paused:
            self.app.push_screen(Paused(evening.back), self._came_back)
        elif behind:
            self._draw_curtain(shown)

    def _show_top(self, shown: Scene) -> None:
        evening = self._table.evening
        place = min(len(evening.closed) + 1, shape_of(evening).cards)
        left = say("table.place", place=place, cards=shape_of(evening).cards)
        roles = say("table.roles", speaker=shown.speaker, listener=shown.listener) if shown.text else ""
        lights = say("table.lights", lights=evening.lights.total)
        saved = (
            say("table.unsaved")
            if self._table.trouble
            else say("table.saved", number=self._sitting.keeper.saved)
        )
        width = max(20, self.size.width - 4)
        right = f"{lights}  {saved}"
        middle = roles if len(left) + len(roles) + len(right) + 4 <= width else ""
        gap = width - len(left) - len(middle) - len(right)
        self.query_one("#top", Static).update(
            Content(f"{left}{' ' * max(1, gap // 2)}{middle}{' ' * max(1, gap - gap // 2)}{right}")
        )

    def _show_felt(self, shown: Scene) -> None:
        self.query_one(CardFace).show(shown)
        revealed = self.query_one("#revealed", Static)
        both = self._revealed(shown)
        revealed.set_class(not both, "-empty")
        revealed.update(Content(both))
        question = "\n".join((shown.question, *(f"  · {each}" for each in shown.follow_ups)))
        self.query_one("#question", Static).update(Content(question))
        offers = self.query_one("#offers", Static)
        offers.set_class(not shown.offers, "-empty")
        offers.update(Content("\n".join(shown.offers)))
        self.query_one(Choices).show(self._choices(shown))
        self.query_one(SoftBar).start(shown.soft)
        self.query_one("#felt").scroll_home(animate=False)

    def _choices(self, shown: Scene) -> tuple[tuple[str, str], ...]:
        keep = (("keep", say("table.keep")),) if shown.asks is Asks.KEEPING else ()
        return (*shown.choices, *keep)

    def _revealed(self, shown: Scene) -> str:
        names, both = self._table.evening.setting.names, self._table.revealed
        if both:
            return "\n".join(f"{name}: {answer}" for name, answer in zip(names, both, strict=True))
        gone = shown.asks is Asks.NOTHING and self._table.evening.at.step in ("not-lower", "makes-sense")
        return say("care.gone") if gone else ""

    def _show_note(self) -> None:
        trouble = self._table.trouble
        note = self.query_one("#note", Static)
        note.set_class(bool(trouble), "-trouble")
        note.update(Content(say("table.trouble", problem=trouble) if trouble else self._table.note))

    def _ended(self, how: str | None) -> None:
        """Undo reaches back even from the closing."""
        if how == UNDO:
            return self.action_undo()
        self.action_home()

    # the curtain

    def _draw_curtain(self, shown: Scene) -> None:
        player, evening = self._table.alone, self._table.evening
        assert player is not None, "the curtain is for one of the two"
        step = evening.step
        options = shown.choices if shown.asks in (Asks.CEILING, Asks.VOTE, Asks.NOTHING) else ()
        if shown.asks is Asks.NOTHING:
            options = (*options, ("swap", say("table.swap")))
        seconds = step.soft if step is not None and shown.asks is Asks.VOTE else 0
        curtain = Curtain(
            evening.name(player),
            evening.name(1 - player),
            f"{asked_alone(evening, player)}\n\n{shown.question}" if shown.text else shown.question,
            shown.asks,
            options,
            seconds,
        )
        self.app.push_screen(curtain, self._drawn)

    def _drawn(self, drawn: Drawn | None) -> None:
        """Take what came from behind the curtain: an answer for the table, or a key."""
        what, value = drawn or ("", "")
        if what != ANSWER:
            return self._obey(value)
        if self._table.evening.step and self._table.evening.step.asks is Asks.NOTHING:
            return self._do(lambda: self._table.swap() if value == "swap" else self._table.choose(value))
        self._do(lambda: self._table.answer(value))

    def _obey(self, key: str) -> None:
        actions = {
            "s": self.action_swap,
            "u": self.action_undo,
            "p": self.action_pause,
            "c": self.action_close,
        }
        rooms = {"h": self.action_hide, "question_mark": self.action_help, "escape": self.action_home}
        (actions | rooms).get(key, self._show)()

    # moves

    def _do(self, move: Callable[[], object]) -> None:
        """Make a move and show what it came to, or the sentence that says why not."""
        before = self._table.evening.lights.total
        try:
            move()
        except IllegalMove as reason:
            self._table.note = str(reason)
        lit = self._table.evening.lights.total - before
        self._table.note = self._table.note or LIT * lit
        self._show()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        if event.id == "keep" and self._table.evening.step and self._table.evening.step.asks is Asks.KEEPING:
            return self.action_keep()
        self._do(lambda: self._table.choose(event.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only the keys that would do something here."""
        evening = self._table.evening
        match action:
            case "swap" | "never":
                return may_swap(evening) and super().check_action(action, parameters)
            case "undo":
                return self._table.can_undo and super().check_action(action, parameters)
            case "close":
                return why_not(evening, Close()) is None and super().check_action(action, parameters)
            case _:
                return super().check_action(action, parameters)

    def action_swap(self) -> None:
        """Another card, no reason."""
        self._do(self._table.swap)

    def action_never(self) -> None:
        """Another card, and never this one again."""
        self._do(self._sitting.never_again)

    def action_undo(self) -> None:
        """Take the last move back."""
        self._do(self._table.undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._do(self._table.redo)

    def action_close(self) -> None:
        """Go to the thanks."""
        self._do(self._table.close)

    def action_pause(self) -> None:
        """Rest, at once."""
        self._do(self._table.pause)

    def _came_back(self, back: str | None) -> None:
        """Return from the pause, or leave the game paused."""
        if back is None:
            self.action_home()
        elif back:
            self._do(lambda: self._rested(back))
        else:
            self._do(self._table.come_back)

    def _rested(self, back: str) -> None:
        """Name the time to come back: the pause begins again with it."""
        self._table.come_back()
        self._table.pause(back)

    def action_lower(self) -> None:
        """Ask how deep tonight may still go, and lower it."""
        evening = self._table.evening
        levels = tuple(n for n in range(evening.ceiling - 1, 0, -1) if why_not(evening, Lower(n)) is None)
        if not levels:
            self._table.note = why_not(evening, Lower(evening.ceiling)) or ""
            return self._show_note()
        options = tuple((str(n), depth_line(n)) for n in levels)
        self.app.push_screen(Asking(say("table.lower"), options), self._lowered)

    def _lowered(self, level: str | None) -> None:
        if level:
            self._do(lambda: self._table.lower(int(level)))

    def action_lighten(self) -> None:
        """Let the listener choose where the next light card comes from."""
        evening = self._table.evening
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id not in evening.vetoed)
        listener = evening.name(1 - evening.turn)
        options = (("", say("table.any-deck")), *covers)
        self.app.push_screen(Asking(say("table.lighten", listener=listener), options), self._lightened)

    def _lightened(self, deck: str | None) -> None:
        if deck is not None:
            self._do(lambda: self._table.lighten(deck))

    def action_veto(self) -> None:
        """Ask which deck to put away for tonight."""
        evening = self._table.evening
        covers = tuple((c.id, c.title) for c in evening.setting.covers if c.id not in evening.vetoed)
        self.app.push_screen(Asking(say("table.veto"), covers), self._vetoed)

    def _vetoed(self, deck: str | None) -> None:
        if deck:
            self._do(lambda: self._table.veto(deck))

    def action_sorry(self) -> None:
        """Ask who would like to say sorry; nobody can be asked to."""
        evening = self._table.evening
        if reason := why_not(evening, Sorry(0)):
            self._table.note = reason
            return self._show_note()
        options = (("", say("table.nobody")), *((str(n), evening.name(n)) for n in (0, 1)))
        self.app.push_screen(Asking(say("table.sorry"), options), self._is_sorry)

    def _is_sorry(self, player: str | None) -> None:
        if player:
            self._do(lambda: self._table.sorry(int(player)))

    def action_keep(self) -> None:
        """Type a line that both want to keep."""
        self.app.push_screen(Typing(say("table.keep-type"), say("offer.keeping")), self._typed)

    def _typed(self, text: str | None) -> None:
        if text:
            options = (("", say("table.keep-no")), ("keep", say("table.keep-yes")))
            self.app.push_screen(
                Asking(say("table.keep-both", text=text), options), lambda yes: self._kept(yes, text)
            )

    def _kept(self, yes: str | None, text: str) -> None:
        week = self._table.evening.at.step == "week"
        if yes:
            self._do(lambda: self._table.keep_line("week" if week else "sentence", text))

    # rooms beside the table

    def action_duel(self) -> None:
        """Begin the friendly count, or say how it stands."""
        if self._table.duel is None:
            options = (("", say("table.duel-no")), ("duel", say("table.duel-yes")))
            self.app.push_screen(Asking(say("table.duel"), options), self._duelling)
            return
        first, second = self._table.evening.setting.names
        one, two = self._table.duel
        self._table.note = say("table.duel-count", first=first, one=one, second=second, two=two)
        self._show_note()

    def _duelling(self, yes: str | None) -> None:
        if yes:
            self._table.start_duel()
            self.action_duel()

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(Help(), lambda _: self._show())

    def action_breath(self) -> None:
        """A quiet minute."""
        self.query_one(SoftBar).stop()
        self.app.push_screen(Breath(), lambda _: self._show())

    def action_hide(self) -> None:
        """Hide everything behind a neutral screen."""
        self.query_one(SoftBar).stop()
        self.app.push_screen(Hidden(), lambda _: self._show())

    def action_home(self) -> None:
        """Go home; the evening is safe."""
        self._sitting.leave()
        self.dismiss(None)
